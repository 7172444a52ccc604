#include "model/interchange/html/page.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"

#include <algorithm>

namespace kwalign::model {

namespace {

std::size_t count_status(const std::vector<const Link*>& links, LinkStatus status) {
    return static_cast<std::size_t>(
        std::count_if(links.begin(), links.end(), [status](const Link* link) { return link->decision.status == status; }));
}

void write_counts(Markup& out, const Page& page, const PairView& pair) {
    const std::vector<const Link*>& links = page.view.links(pair);
    out.raw("<table class=\"counts\">\n<caption>").text(page.text(Phrase::links_by_relation)).raw("</caption>\n<tbody>\n");
    for (const auto& [relation, count] : relation_counts(links)) {
        if (relation == Relation::none) continue;
        out.raw("<tr><th scope=\"row\">");
        write_relation(out, page.text, relation);
        out.raw("</th><td class=\"number\">").text(std::to_string(count)).raw("</td></tr>\n");
    }
    const auto line = [&](Phrase name, std::size_t count) {
        out.raw("<tr class=\"status\"><th scope=\"row\">")
            .text(page.text(name))
            .raw("</th><td class=\"number\">")
            .text(std::to_string(count))
            .raw("</td></tr>\n");
    };
    line(Phrase::reviewed, count_status(links, LinkStatus::confirmed));
    line(Phrase::rejected_links, count_status(links, LinkStatus::rejected));
    const std::size_t all = (page.view.options().level == TableLevel::unit ? pair.pair->links : pair.pair->statement_links).size();
    if (all > links.size()) line(Phrase::links_below_minimum, all - links.size());
    out.raw("</tbody>\n</table>\n");
}

void write_coverage(Markup& out, const Page& page, const PairView& pair) {
    const std::vector<CoverageLine> lines = coverage_summary(pair, page.text);
    if (lines.empty()) return;
    out.raw("<table class=\"coverage\">\n<caption>").text(page.text(Phrase::coverage)).raw("</caption>\n<thead><tr>");
    for (const Phrase name : {Phrase::side, Phrase::what, Phrase::covered_of_total, Phrase::weight_of_total, Phrase::share}) {
        out.raw("<th scope=\"col\">").text(page.text(name)).raw("</th>");
    }
    out.raw("</tr></thead>\n<tbody>\n");
    for (const CoverageLine& line : lines) {
        out.raw("<tr><td class=\"which\">");
        write_letter(out, line.letter);
        out.raw(" <span class=\"muted\">")
            .text(page.text(Phrase::covered_by_other, {line.by}))
            .raw("</span></td><th scope=\"row\" dir=\"auto\">");
        out.text(line.label);
        if (!line.uncovered.empty()) {
            out.raw("<span class=\"facts\">").text(page.text(Phrase::not_covered_codes, {joined(line.uncovered, ", ")})).raw("</span>");
        }
        out.raw("</th><td").attribute("data-label", page.text(Phrase::covered_of_total)).raw(">").text(line.counts).raw("</td><td");
        out.attribute("data-label", page.text(Phrase::weight_of_total)).raw(">").text(line.weights).raw("</td><td class=\"share\"><b>");
        out.text(percent(line.share)).raw("</b> ");
        write_bar(out, line.share);
        out.raw("</td></tr>\n");
    }
    out.raw("</tbody>\n</table>\n");
}

}  // namespace

void write_summary(Markup& out, const Page& page, const PairView& pair) {
    out.raw("<p class=\"glance\">");
    for (const std::string& sentence : at_a_glance(page.view, pair, page.text)) out.text(sentence).raw(" ");
    if (!pair.expires.empty()) {
        out.raw("<b>").text(page.text(Phrase::expires)).raw(":</b> ");
        write_date(out, page.text, pair.expires);
        out.raw(". ").text(page.text(Phrase::expires_means));
    }
    out.raw("</p>\n<div class=\"summary\">\n");
    write_counts(out, page, pair);
    write_coverage(out, page, pair);
    out.raw("</div>\n");
}

}  // namespace kwalign::model
