#include "model/interchange/html/page.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"

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

class Matrix {
public:
    Matrix(Markup& out, const Page& page, const PairView& pair, const Axes& axes) : m_out(out), m_page(page), m_pair(pair), m_axes(axes) {
        for (const Link* link : pair.unit_links) {
            if (!holds(*link)) continue;
            const bool first =
                m_grid.emplace(std::pair<std::string_view, std::string_view>(link->source.unit, link->target.unit), link).second;
            if (!first) continue;
            ++m_row_totals[link->source.unit];
            ++m_column_totals[link->target.unit];
        }
    }

    void write() {
        m_out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"").attribute("aria-label", m_page.text(Phrase::matrix));
        m_out.raw(">\n<table class=\"matrix\"").attribute("aria-label", m_page.text(Phrase::matrix)).raw(">\n<thead><tr>");
        m_out.raw("<th scope=\"col\" class=\"corner\">")
            .text(m_pair.source_letter + " \u2193  " + m_pair.target_letter + " \u2192")
            .raw("</th>");
        for (const Unit* unit : m_axes.columns) {
            m_out.raw("<th scope=\"col\"").attribute("title", unit->title).raw("><span>").text(unit->code).raw("</span></th>");
        }
        m_out.raw("<th scope=\"col\"><span>").text(m_page.text(Phrase::total)).raw("</span></th></tr></thead>\n<tbody>\n");
        for (const Unit* row : m_axes.rows) write_row(*row);
        m_out.raw("</tbody>\n<tfoot><tr><th scope=\"row\">").text(m_page.text(Phrase::total)).raw("</th>");
        for (const Unit* column : m_axes.columns) write_total(m_column_totals[column->code]);
        write_total(m_grid.size());
        m_out.raw("</tr></tfoot>\n</table>\n</div>\n");
    }

private:
    void write_row(const Unit& row) {
        m_out.raw("<tr><th scope=\"row\"").attribute("title", row.title).raw("><span class=\"code\">").text(row.code).raw("</span> ");
        m_out.quoted(row.title, row.lang).raw("</th>");
        for (const Unit* column : m_axes.columns) {
            const auto found = m_grid.find({row.code, column->code});
            if (found == m_grid.end())
                m_out.raw("<td></td>");
            else
                write_mark(*found->second);
        }
        write_total(m_row_totals[row.code]);
        m_out.raw("</tr>\n");
    }

    void write_total(std::size_t count) { m_out.raw("<td class=\"total\">").text(std::to_string(count)).raw("</td>"); }

    void write_mark(const Link& link) {
        const Messages& text = m_page.text;
        const std::string pairs = std::to_string(statement_pair_count(m_page, m_pair, link));
        const std::string label = link.source.unit + " " + std::string(text.word(link.relation)) + " " + link.target.unit + ", " +
                                  std::string(text(Phrase::confidence)) + " " + confidence_text(link.confidence, text) + ", " +
                                  text(Phrase::statement_pairs, {pairs});
        const bool leads = m_page.has_unit_rows();
        m_out.raw("<td class=\"").text(css_class(link.relation)).raw(leads ? Literal("\"><a") : Literal("\"><span role=\"img\""));
        if (leads) m_out.attribute("href", "#" + m_page.anchor(link));
        m_out.attribute("title", label).attribute("aria-label", label).raw(">").text(relation_symbol(link.relation));
        m_out.raw("<small>").text(pairs).raw("</small>").raw(leads ? Literal("</a></td>") : Literal("</span></td>"));
    }

    Markup& m_out;
    const Page& m_page;
    const PairView& m_pair;
    const Axes& m_axes;
    std::map<std::pair<std::string_view, std::string_view>, const Link*> m_grid;
    std::map<std::string_view, std::size_t> m_row_totals;
    std::map<std::string_view, std::size_t> m_column_totals;
};

}  // namespace

void write_matrix(Markup& out, const Page& page, const PairView& pair) {
    open_part(out, pair, "matrix", page.text(Phrase::matrix));
    const Axes axes = axes_of(pair);
    if (!axes.fits()) {
        out.raw("<p>")
            .text(page.text(Phrase::matrix_too_large, {std::to_string(axes.rows.size()), std::to_string(axes.columns.size())}))
            .raw("</p>\n</section>\n");
        return;
    }
    out.raw("<p>").text(page.text(Phrase::matrix_means, {pair.source_letter, pair.target_letter})).raw("</p>\n");
    write_legend(out, page, pair);
    Matrix(out, page, pair, axes).write();
    // Column heads are codes only; what they stand for is one line each, so that nobody has to hover.
    out.raw("<details class=\"key\"><summary>").text(page.text(Phrase::units_of, {pair.target_letter})).raw("</summary>\n<ul>\n");
    for (const Unit* unit : axes.columns) {
        out.raw("<li><span class=\"code\">").text(unit->code).raw("</span> ").quoted(unit->title, unit->lang).raw("</li>\n");
    }
    out.raw("</ul>\n</details>\n</section>\n");
    out.flush();
}

}  // namespace kwalign::model
