#include "model/exchange/case_tree.hpp"

#include "model/error.hpp"
#include "model/exchange/import_text.hpp"
#include "model/limits.hpp"

#include <algorithm>
#include <limits>

namespace kwalign::model {

namespace {

struct Place {
    std::optional<std::size_t> parent;
    long long sequence = std::numeric_limits<long long>::max();
    bool known = false;
};

/// "a -> b -> a" from an item that is known to be in or below a circle.
std::string circle_from(const CaseContents& contents, const std::vector<Place>& places, std::size_t item) {
    for (std::size_t steps = 0; steps < places.size(); ++steps) item = *places[item].parent;  // now it is in the circle
    constexpr std::size_t shown = 6;
    const std::size_t first = item;
    std::string text = contents.items[first].identifier;
    for (std::size_t count = 0;; ++count) {
        item = *places[item].parent;
        text += " -> " + (count < shown ? contents.items[item].identifier : std::string("..."));
        if (item == first || count >= shown) return text;
    }
}

std::vector<Place> find_places(const CaseContents& contents, Findings& findings) {
    std::vector<Place> places(contents.items.size());
    for (const CaseParent& parent : contents.parents) {
        Place& place = places[parent.child];
        if (place.known) {
            findings.add("second-parent", Severity::warning,
                         "item " + contents.items[parent.child].identifier + " has several parents; the first is kept");
            continue;
        }
        place.known = true;
        place.parent = parent.parent;
        if (parent.sequence) place.sequence = *parent.sequence;
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!places[i].known)
            findings.add("no-parent", Severity::note,
                         "item " + contents.items[i].identifier + " has no parent; it is put under the document");
    }
    return places;
}

}  // namespace

CaseTree build_case_tree(const CaseContents& contents, std::string_view place, Findings& findings) {
    const std::vector<Place> places = find_places(contents, findings);
    CaseTree tree;
    tree.children.resize(contents.items.size());
    for (std::size_t i = 0; i < places.size(); ++i) (places[i].parent ? tree.children[*places[i].parent] : tree.top).push_back(i);
    const auto order = [&](std::size_t a, std::size_t b) { return places[a].sequence < places[b].sequence; };
    std::stable_sort(tree.top.begin(), tree.top.end(), order);
    for (auto& children : tree.children) std::stable_sort(children.begin(), children.end(), order);

    std::vector<bool> reached(contents.items.size());
    std::vector<std::size_t> level = tree.top;
    std::size_t count = 0;
    for (std::size_t depth = 1; !level.empty(); ++depth) {
        if (depth > Limits{}.max_depth)
            throw Error(ErrorCode::limit_exceeded, line_place(place, contents.items[level.front()].line),
                        "items nest deeper than 32 levels");
        std::vector<std::size_t> next;
        for (const std::size_t item : level) {
            reached[item] = true;
            ++count;
            next.insert(next.end(), tree.children[item].begin(), tree.children[item].end());
        }
        level = std::move(next);
    }
    if (count < contents.items.size()) {
        const auto lost = static_cast<std::size_t>(std::find(reached.begin(), reached.end(), false) - reached.begin());
        throw Error(ErrorCode::bad_data, line_place(place, contents.items[lost].line),
                    "isChildOf runs in a circle: " + circle_from(contents, places, lost));
    }
    return tree;
}

}  // namespace kwalign::model
