#include "model/interchange/html/page.hpp"
#include "model/interchange/numbers.hpp"

#include <set>

namespace kwalign::model {

namespace {

/// More cells than this help nobody, and a flat list of thousands of items would make a page of gigabytes.
constexpr std::size_t max_cells = 10'000;

std::vector<const Unit*> linkable_units(const CodeIndex& index, const std::set<std::string_view>& linked, bool linked_only) {
    std::vector<const Unit*> units;
    for (const Unit& unit : index.standard().units) {
        const bool wanted = linked.contains(unit.code) || (!linked_only && unit.role == UnitRole::competence);
        if (wanted && index.unit(unit.code) == &unit) units.push_back(&unit);
    }
    return units;
}

struct Axes {
    std::vector<const Unit*> rows;
    std::vector<const Unit*> columns;
    [[nodiscard]] bool fits() const noexcept { return columns.empty() || rows.size() <= max_cells / columns.size(); }
};

Axes axes_of(const PairView& pair) {
    std::set<std::string_view> sources;
    std::set<std::string_view> targets;
    for (const Link* link : pair.unit_links) {
        sources.insert(link->source.unit);
        targets.insert(link->target.unit);
    }
    Axes axes{linkable_units(*pair.source, sources, false), linkable_units(*pair.target, targets, false)};
    if (axes.fits()) return axes;
    return {linkable_units(*pair.source, sources, true), linkable_units(*pair.target, targets, true)};
}

using LinkGrid = std::map<std::pair<std::string_view, std::string_view>, const Link*>;

void write_mark(Markup& out, const Page& page, const Link& link) {
    const std::string label = link.source.unit + " " + std::string(page.text.word(link.relation)) + " " + link.target.unit + ", " +
                              std::string(page.text(Phrase::confidence)) + " " + confidence_label(link.confidence);
    out.raw("<td class=\"").text(css_class(link.relation)).raw("\">");
    if (page.view.options().level == TableLevel::unit)
        out.raw("<a").attribute("href", "#" + page.anchor(link));
    else
        out.raw("<span role=\"img\"");
    out.attribute("title", label).attribute("aria-label", label).raw(">").text(relation_symbol(link.relation));
    out.raw(page.view.options().level == TableLevel::unit ? Literal("</a>") : Literal("</span>")).raw("</td>");
}

void write_grid(Markup& out, const Page& page, const PairView& pair, const Axes& axes) {
    LinkGrid grid;
    for (const Link* link : pair.unit_links) {
        if (holds(*link)) grid.emplace(std::pair<std::string_view, std::string_view>(link->source.unit, link->target.unit), link);
    }
    out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
        .attribute("aria-label", page.text(Phrase::matrix))
        .raw(">\n<table class=\"matrix\">\n<thead><tr>");
    out.raw("<td class=\"corner\">").text(pair.source_letter + " \u2193  " + pair.target_letter + " \u2192").raw("</td>");
    for (const Unit* unit : axes.columns) {
        out.raw("<th scope=\"col\"").attribute("title", unit->title).raw("><span>").text(unit->code).raw("</span></th>");
    }
    out.raw("</tr></thead>\n<tbody>\n");
    for (const Unit* row : axes.rows) {
        out.raw("<tr><th scope=\"row\"")
            .attribute("title", row->title)
            .raw("><span class=\"code\">")
            .text(row->code)
            .raw("</span> ")
            .quoted(row->title, row->lang)
            .raw("</th>");
        for (const Unit* column : axes.columns) {
            const auto found = grid.find({row->code, column->code});
            if (found == grid.end())
                out.raw("<td></td>");
            else
                write_mark(out, page, *found->second);
        }
        out.raw("</tr>\n");
    }
    out.raw("</tbody>\n</table>\n</div>\n");
}

}  // namespace

void write_matrix(Markup& out, const Page& page, const PairView& pair) {
    const std::string id = "pair-" + std::to_string(pair.number) + "-matrix";
    out.raw("<section class=\"matrix-section\"").attribute("id", id).attribute("aria-labelledby", id + "-title").raw(">\n<h3");
    out.attribute("id", id + "-title").raw(">").text(page.text(Phrase::matrix)).raw("</h3>\n");
    const Axes axes = axes_of(pair);
    if (!axes.fits()) {
        out.raw("<p>")
            .text(page.text(Phrase::matrix_too_large, {std::to_string(axes.rows.size()), std::to_string(axes.columns.size())}))
            .raw("</p>\n</section>\n");
        return;
    }
    out.raw("<p>").text(page.text(Phrase::matrix_means, {pair.source_letter, pair.target_letter})).raw("</p>\n");
    write_grid(out, page, pair, axes);
    // Column heads are codes only; what they stand for is one line each, so that nobody has to hover.
    out.raw("<details class=\"key\"><summary>").text(page.text(Phrase::units_of, {pair.target_letter})).raw("</summary>\n<ul>\n");
    for (const Unit* unit : axes.columns) {
        out.raw("<li><span class=\"code\">").text(unit->code).raw("</span> ").quoted(unit->title, unit->lang).raw("</li>\n");
    }
    out.raw("</ul>\n</details>\n</section>\n");
}

}  // namespace kwalign::model
