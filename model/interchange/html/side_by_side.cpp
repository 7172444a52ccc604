#include "model/interchange/html/page.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/table_rows.hpp"

#include <algorithm>

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

std::vector<Best> links_between(const TableView& view, std::size_t first, std::size_t other) {
    std::vector<Best> result;
    for (const PairView& pair : view.pairs()) {
        const bool forward = pair.pair->source == first && pair.pair->target == other;
        const bool backward = pair.pair->source == other && pair.pair->target == first;
        if (!forward && !backward) continue;
        for (const Link* link : pair.unit_links) {
            if (holds(*link)) result.push_back({link, forward ? pair.target : pair.source, forward});
        }
    }
    std::stable_sort(result.begin(), result.end(), [](const Best& a, const Best& b) { return a.link->confidence > b.link->confidence; });
    return result;
}

/// What came nearest to a unit that has no link to the other standard.
void write_nearest(Markup& out, const Page& page, std::size_t other, const std::string& unit) {
    write_relation(out, page.text, Relation::none);
    for (const PairView& pair : page.view.pairs()) {
        const bool forward = pair.pair->source == 0 && pair.pair->target == other;
        const bool backward = pair.pair->source == other && pair.pair->target == 0;
        if (!forward && !backward) continue;
        for (const Unlinked& unlinked : forward ? pair.unlinked_source : pair.unlinked_target) {
            if (unlinked.item.unit != unit || !unlinked.item.statement.empty()) continue;
            out.raw("<span class=\"why\" dir=\"auto\">").text(explain(unlinked, forward ? *pair.target : *pair.source, page.text)).raw("</span>");
        }
    }
}

void write_best(Markup& out, const Page& page, const std::vector<Best>& links, std::size_t other, const std::string& unit) {
    constexpr std::size_t most = 3;
    std::size_t count = 0;
    out.raw("<td>");
    for (const Best& best : links) {
        if (best.own().unit != unit) continue;
        if (++count > most) continue;
        const Unit* partner = best.other->unit(best.partner().unit);
        out.raw("<div class=\"best\">");
        write_relation(out, page.text, best.relation());
        const bool has_row = page.view.options().level == TableLevel::unit;
        out.raw(has_row ? Literal(" <a") : Literal(" <span"));
        if (has_row) out.attribute("href", "#" + page.anchor(*best.link));
        out.raw(" class=\"code\">").text(best.partner().unit).raw(has_row ? Literal("</a> ") : Literal("</span> "));
        if (partner != nullptr) out.quoted(partner->title, partner->lang);
        out.raw(" <span class=\"place\">").text(fixed(clamp_share(best.link->confidence), 2)).raw("</span></div>");
    }
    if (count == 0) write_nearest(out, page, other, unit);
    if (count > most) out.raw("<span class=\"muted\">").text(page.text(Phrase::more_links, {std::to_string(count - most)})).raw("</span>");
    out.raw("</td>");
}

}  // namespace

void write_side_by_side(Markup& out, const Page& page) {
    const std::vector<CodeIndex>& standards = page.view.standards();
    if (standards.size() < 3) return;
    out.raw("<section id=\"side-by-side\" aria-labelledby=\"side-by-side-title\">\n<h2 id=\"side-by-side-title\">");
    out.text(page.text(Phrase::side_by_side)).raw("</h2>\n<p>").text(page.text(Phrase::side_by_side_means, {standard_letter(0)})).raw("</p>\n");
    out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"side-by-side-title\">\n<table class=\"side-by-side\">\n<thead><tr>");
    std::vector<std::vector<Best>> links;
    for (std::size_t i = 0; i < standards.size(); ++i) {
        out.raw("<th scope=\"col\">");
        write_letter(out, standard_letter(i));
        out.raw(" ").text(standards[i].standard().title).raw("</th>");
        if (i > 0) links.push_back(links_between(page.view, 0, i));
    }
    out.raw("</tr></thead>\n<tbody>\n");
    for (const Unit& unit : standards.front().standard().units) {
        if (unit.role != UnitRole::competence) continue;
        out.raw("<tr><th scope=\"row\">");
        write_item(out, page.text, standards.front(), {standards.front().standard().id, unit.code, {}});
        out.raw("</th>");
        for (std::size_t i = 0; i < links.size(); ++i) write_best(out, page, links[i], i + 1, unit.code);
        out.raw("</tr>\n");
    }
    out.raw("</tbody>\n</table>\n</div>\n</section>\n");
}

}  // namespace kwalign::model
