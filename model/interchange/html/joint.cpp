#include "model/interchange/html/page.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"

#include <algorithm>

namespace kwalign::model {

namespace {

/// What the page calls the standard with this id; the id itself where it is not in the table.
std::string letter_of(const TableView& view, std::string_view id) {
    for (std::size_t i = 0; i < view.standards().size(); ++i) {
        if (view.standards()[i].standard().id == id) return standard_letter(i);
    }
    return std::string(id);
}

/// "B + C" of ids joined by " + ".
std::string letters_of(const TableView& view, std::string_view ids) {
    constexpr std::string_view between = " + ";
    std::string letters;
    for (std::size_t from = 0; from <= ids.size();) {
        const std::size_t to = std::min(ids.find(between, from), ids.size());
        if (!letters.empty()) letters += between;
        letters += letter_of(view, ids.substr(from, to - from));
        from = to + between.size();
    }
    return letters;
}

void write_row(Markup& out, const Page& page, const Coverage& coverage) {
    const CoverageLine line = coverage_line(coverage, page.text);
    out.raw("<tr><td class=\"which\">");
    write_letter(out, letter_of(page.view, coverage.standard));
    out.raw(" <span class=\"muted\">").text(page.text(Phrase::joint_by, {letters_of(page.view, coverage.by)}));
    out.raw("</span></td><th scope=\"row\" dir=\"auto\">").text(coverage.code);
    if (!line.uncovered.empty())
        out.raw("<span class=\"facts\">").text(page.text(Phrase::not_covered_codes, {joined(line.uncovered, ", ")})).raw("</span>");
    out.raw("</th><td").attribute("data-label", page.text(Phrase::covered_of_total)).raw(">").text(line.counts).raw("</td><td");
    out.attribute("data-label", page.text(Phrase::weight_of_total)).raw(">").text(line.weights).raw("</td><td class=\"share\"><b>");
    out.text(percent(line.share)).raw("</b> ");
    write_bar(out, line.share);
    out.raw("</td></tr>\n");
}

}  // namespace

void write_joint(Markup& out, const Page& page, const std::vector<Coverage>& joint) {
    if (joint.empty()) return;
    const Messages& text = page.text;
    out.raw("<section id=\"joint\" aria-labelledby=\"joint-title\">\n<h2 id=\"joint-title\">").text(text(Phrase::joint));
    out.raw("</h2>\n<p>")
        .text(text(Phrase::joint_means))
        .raw("</p>\n<table class=\"coverage\" aria-labelledby=\"joint-title\">\n<thead><tr>");
    for (const Phrase name : {Phrase::side, Phrase::what, Phrase::covered_of_total, Phrase::weight_of_total, Phrase::share})
        out.raw("<th scope=\"col\">").text(text(name)).raw("</th>");
    out.raw("</tr></thead>\n<tbody>\n");
    // Qualifications first: that is what an evaluator asks; the units say where it comes from.
    for (const bool qualifications : {true, false}) {
        for (const Coverage& coverage : joint) {
            if ((coverage.of == "qualification") == qualifications) write_row(out, page, coverage);
        }
    }
    out.raw("</tbody>\n</table>\n</section>\n");
    out.flush();
}

}  // namespace kwalign::model
