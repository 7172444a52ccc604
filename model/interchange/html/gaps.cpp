#include "model/interchange/html/page.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"
#include "model/interchange/table_rows.hpp"

namespace kwalign::model {

namespace {

struct Direction {
    const CodeIndex* own;
    const CodeIndex* other;
    const std::string* own_letter;
    const std::string* other_letter;
    const std::vector<Unlinked>* unlinked;
};

void write_without_counterpart(Markup& out, const Page& page, const Direction& side) {
    out.raw("<div>\n<h4>").text(page.text(Phrase::without_counterpart, {*side.own_letter, *side.other_letter})).raw("</h4>\n");
    if (side.unlinked->empty()) {
        out.raw("<p class=\"muted\">").text(page.text(Phrase::all_have_counterpart)).raw("</p>\n</div>\n");
        return;
    }
    out.raw("<ul class=\"gaps\">\n");
    for (const Unlinked& unlinked : *side.unlinked) {
        out.raw("<li>");
        write_item(out, page.text, *side.own, unlinked.item);
        out.raw("<span class=\"why\" dir=\"auto\">").text(explain(unlinked, *side.other, page.text)).raw("</span></li>\n");
        out.flush();
    }
    out.raw("</ul>\n</div>\n");
}

void write_uncovered(Markup& out, const Page& page, const CodeIndex& index, const Coverage& coverage) {
    if (coverage.uncovered.empty()) {
        out.raw("<span class=\"muted\">")
            .text(page.text(coverage.share() >= 1.0 ? Phrase::nothing_uncovered : Phrase::not_stated))
            .raw("</span>");
        return;
    }
    out.raw("<details class=\"more\"><summary>").text(page.text(Phrase::uncovered_statements)).raw(": ");
    out.text(std::to_string(coverage.uncovered.size())).raw("</summary>\n<ul class=\"plain\">\n");
    for (const std::string& code : coverage.uncovered) {
        const CodeIndex::Place place = index.statement(code);
        out.raw("<li>");
        if (place.statement != nullptr)
            write_statement(out, page.text, *place.statement);
        else
            out.raw("<span class=\"code\">").text(code).raw("</span>");
        out.raw("</li>\n");
    }
    out.raw("</ul>\n</details>");
}

void write_unit_coverage(Markup& out, const Page& page, const PairView& pair, const Direction& side) {
    const std::vector<const Coverage*> records = unit_coverage(pair, *side.own);
    if (records.empty()) return;
    out.raw("<table class=\"coverage units\">\n<caption>")
        .text(page.text(Phrase::coverage_by_unit, {*side.own_letter, *side.other_letter}));
    out.raw("</caption>\n<thead><tr>");
    for (const Phrase name :
         {Phrase::what, Phrase::covered_of_total, Phrase::weight_of_total, Phrase::share, Phrase::uncovered_statements}) {
        out.raw("<th scope=\"col\">").text(page.text(name)).raw("</th>");
    }
    out.raw("</tr></thead>\n<tbody>\n");
    for (const Coverage* coverage : records) {
        const CoverageLine line = coverage_line(*coverage, page.text);
        const Unit* unit = side.own->unit(coverage->code);
        out.raw("<tr><th scope=\"row\"><span class=\"code\">").text(coverage->code).raw("</span> ");
        if (unit != nullptr) out.quoted(unit->title, unit->lang);
        out.raw("</th><td").attribute("data-label", page.text(Phrase::covered_of_total)).raw(">").text(line.counts).raw("</td><td");
        out.attribute("data-label", page.text(Phrase::weight_of_total)).raw(">").text(line.weights).raw("</td><td class=\"share\"><b>");
        out.text(percent(line.share)).raw("</b> ");
        write_bar(out, line.share);
        out.raw("</td><td>");
        write_uncovered(out, page, *side.own, *coverage);
        out.raw("</td></tr>\n");
        out.flush();
    }
    out.raw("</tbody>\n</table>\n");
}

}  // namespace

void write_not_covered(Markup& out, const Page& page, const PairView& pair) {
    open_part(out, pair, "gaps", page.text(Phrase::not_covered));
    out.raw("<div class=\"both-sides\">\n");
    const Direction forth{pair.source, pair.target, &pair.source_letter, &pair.target_letter, &pair.unlinked_source};
    const Direction back{pair.target, pair.source, &pair.target_letter, &pair.source_letter, &pair.unlinked_target};
    write_without_counterpart(out, page, forth);
    write_without_counterpart(out, page, back);
    out.raw("</div>\n");
    write_unit_coverage(out, page, pair, forth);
    write_unit_coverage(out, page, pair, back);
    out.raw("</section>\n");
}

}  // namespace kwalign::model
