#include "model/interchange/html/page.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"
#include "model/interchange/table_rows.hpp"

#include <algorithm>
#include <utility>

namespace kwalign::model {

namespace {

/// A link seen from the first standard, whichever way round its pair was compared.
struct Best {
    const Link* link = nullptr;
    const CodeIndex* other = nullptr;
    bool forward = true;

    [[nodiscard]] const Endpoint& own() const { return forward ? link->source : link->target; }
    [[nodiscard]] const Endpoint& partner() const { return forward ? link->target : link->source; }
    [[nodiscard]] Relation relation() const { return forward ? link->relation : inverse(link->relation); }
};

/// Everything one other standard has for the units of the first.
struct Column {
    std::map<std::string_view, std::vector<Best>> links;                                    ///< by unit, most confident first
    std::map<std::string_view, std::pair<const Unlinked*, const CodeIndex*>> without_link;  ///< by unit, and where nothing was found
};

Column column_of(const TableView& view, std::size_t other) {
    Column column;
    for (const PairView& pair : view.pairs()) {
        const bool forward = pair.pair->source == 0 && pair.pair->target == other;
        const bool backward = pair.pair->source == other && pair.pair->target == 0;
        if (!forward && !backward) continue;
        const CodeIndex* index = forward ? pair.target : pair.source;
        for (const Link* link : pair.unit_links) {
            const Best best{link, index, forward};
            if (holds(*link)) column.links[best.own().unit].push_back(best);
        }
        for (const Unlinked& unlinked : forward ? pair.unlinked_source : pair.unlinked_target) {
            if (unlinked.item.statement.empty()) column.without_link.emplace(unlinked.item.unit, std::pair(&unlinked, index));
        }
    }
    for (auto& [unit, links] : column.links) {
        std::stable_sort(links.begin(), links.end(), [](const Best& a, const Best& b) { return a.link->confidence > b.link->confidence; });
    }
    return column;
}

void write_best(Markup& out, const Page& page, const Best& best) {
    const Unit* partner = best.other->unit(best.partner().unit);
    const bool has_row = page.view.options().level == TableLevel::unit;
    out.raw("<div class=\"best\">");
    write_relation(out, page.text, best.relation());
    out.raw(has_row ? Literal(" <a") : Literal(" <span"));
    if (has_row) out.attribute("href", "#" + page.anchor(*best.link));
    out.raw(" class=\"code\">").text(best.partner().unit).raw(has_row ? Literal("</a> ") : Literal("</span> "));
    if (partner != nullptr) out.quoted(partner->title, partner->lang);
    out.raw(" <span class=\"place\">").text(confidence_text(best.link->confidence, page.text)).raw("</span></div>");
}

void write_cell(Markup& out, const Page& page, const Column& column, const std::string& unit) {
    constexpr std::size_t most = 3;
    out.raw("<td>");
    if (const auto found = column.links.find(unit); found != column.links.end()) {
        const std::vector<Best>& links = found->second;
        for (std::size_t i = 0; i < std::min(most, links.size()); ++i) write_best(out, page, links[i]);
        if (links.size() > most) {
            out.raw("<span class=\"muted\">").text(page.text(Phrase::more_links, {std::to_string(links.size() - most)})).raw("</span>");
        }
    } else {
        write_relation(out, page.text, Relation::none);
        if (const auto nearest = column.without_link.find(unit); nearest != column.without_link.end()) {
            const auto& [unlinked, index] = nearest->second;
            out.raw("<span class=\"why\" dir=\"auto\">").text(explain(*unlinked, *index, page.text)).raw("</span>");
        }
    }
    out.raw("</td>");
}

}  // namespace

void write_side_by_side(Markup& out, const Page& page) {
    const std::vector<CodeIndex>& standards = page.view.standards();
    if (standards.size() < 3) return;
    out.raw("<section id=\"side-by-side\" aria-labelledby=\"side-by-side-title\">\n<h2 id=\"side-by-side-title\">");
    out.text(page.text(Phrase::side_by_side))
        .raw("</h2>\n<p>")
        .text(page.text(Phrase::side_by_side_means, {standard_letter(0)}))
        .raw("</p>\n");
    out.raw(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"side-by-side-title\">\n<table "
        "class=\"side-by-side\">\n<thead><tr>");
    std::vector<Column> others;
    for (std::size_t i = 0; i < standards.size(); ++i) {
        out.raw("<th scope=\"col\">");
        write_letter(out, standard_letter(i));
        out.raw(" ").text(standards[i].standard().title).raw("</th>");
        if (i > 0) others.push_back(column_of(page.view, i));
    }
    out.raw("</tr></thead>\n<tbody>\n");
    for (const Unit& unit : standards.front().standard().units) {
        if (unit.role != UnitRole::competence) continue;
        out.raw("<tr><th scope=\"row\">");
        write_item(out, page.text, standards.front(), {standards.front().standard().id, unit.code, {}});
        out.raw("</th>");
        for (const Column& other : others) write_cell(out, page, other, unit.code);
        out.raw("</tr>\n");
    }
    out.raw("</tbody>\n</table>\n</div>\n</section>\n");
}

}  // namespace kwalign::model
