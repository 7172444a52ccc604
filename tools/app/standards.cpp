#include "tools/app/standards.hpp"

#include "tools/app/text_layout.hpp"

#include <algorithm>
#include <set>

namespace kwalign::tools {
namespace {

model::Standard load(const model::Store& store, const std::string& id) {
    auto standard = store.get(id);
    if (!standard)
        throw model::Error(model::ErrorCode::no_such_standard, id, "it has gone from the store", "kwalign list shows what is there");
    return *std::move(standard);
}

}  // namespace

std::vector<const model::Standard*> Selection::background() const {
    std::vector<const model::Standard*> pointers;
    pointers.reserve(rest.size());
    for (const model::Standard& standard : rest) pointers.push_back(&standard);
    return pointers;
}

Selection select_standards(const model::Store& store, const std::vector<std::string>& names, bool with_rest) {
    Selection selection;
    std::set<std::string> taken;
    for (std::size_t name = 0; name < names.size(); ++name) {
        for (const std::string& id : store.resolve(names[name])) {
            if (!taken.insert(id).second) continue;
            selection.standards.push_back(load(store, id));
            selection.groups.push_back(name);
        }
    }
    if (!with_rest) return selection;
    for (const model::StandardSummary& summary : store.list()) {
        if (!taken.contains(summary.id)) selection.rest.push_back(load(store, summary.id));
    }
    return selection;
}

model::Standard select_standard(const model::Store& store, const std::string& name) {
    const std::vector<std::string> ids = store.resolve(name);
    if (ids.size() != 1) {
        throw model::Error(model::ErrorCode::ambiguous, name, "names " + counted(ids.size(), "standard") + ": " + joined(ids, ", "),
                           "give one id, or a longer prefix");
    }
    return load(store, ids.front());
}

model::Error neither_file_nor_standard(const std::string& name, const model::Error& failure) {
    if (failure.code() != model::ErrorCode::no_such_standard && failure.code() != model::ErrorCode::not_found) return failure;
    return {model::ErrorCode::no_such_standard, name, "there is no such file, and no such standard in the store", "see kwalign list"};
}

}  // namespace kwalign::tools
