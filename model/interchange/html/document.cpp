#include "model/interchange/html/document.hpp"

#include "model/digest.hpp"
#include "model/interchange/base64.hpp"
#include "model/interchange/html/assets.hpp"
#include "model/interchange/html/page.hpp"
#include "model/interchange/summary.hpp"

namespace kwalign::model {

namespace {

/// An embedded asset as a content security policy names it.
std::string policy_hash(std::string_view asset) {
    const auto digest = sha256(asset);
    return "'sha256-" + base64({reinterpret_cast<const char*>(digest.data()), digest.size()}) + "'";
}

void write_head(Markup& out, const Page& page) {
    const EquivalenceTable& table = page.view.table();
    out.raw("<!DOCTYPE html>\n<html").attribute("lang", page.text.lang()).raw(">\n<head>\n<meta charset=\"utf-8\">\n");
    if (!page.on_paper()) {
        const std::string policy = "default-src 'none'; style-src " + policy_hash(table_style) + "; script-src " +
                                   policy_hash(table_script) + "; base-uri 'none'; form-action 'none'";
        // The policy is the program's own text; only quotes matter, and attribute() would escape them to the same effect.
        out.raw("<meta http-equiv=\"Content-Security-Policy\"").attribute("content", policy).raw(">\n");
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    }
    out.raw("<meta name=\"generator\"").attribute("content", table.generator).raw(">\n");
    if (!table.created.empty()) out.raw("<meta name=\"dcterms.created\"").attribute("content", table.created).raw(">\n");
    out.element("title", table_title(table, page.text)).raw("\n<style>");
    out.asset(page.on_paper() ? paper_style : table_style).raw("</style>\n");
    out.raw("</head>\n");
}

void write_pair(Markup& out, const Page& page, const PairView& pair) {
    const std::string id = "pair-" + std::to_string(pair.number);
    out.raw("<section class=\"pair\"").attribute("id", id).attribute("aria-labelledby", id + "-title").raw(">\n<h2");
    out.attribute("id", id + "-title").raw(">");
    write_letter(out, pair.source_letter);
    out.raw(" ").quoted(pair.source->standard().title, title_lang(pair.source->standard()));
    out.raw(" <span class=\"arrow\">\u2192</span> ");
    write_letter(out, pair.target_letter);
    out.raw(" ").quoted(pair.target->standard().title, title_lang(pair.target->standard())).raw("</h2>\n");
    write_summary(out, page, pair);
    if (page.shows(TableParts::flow)) write_flow(out, page, pair);
    if (page.shows(TableParts::matrix)) write_matrix(out, page, pair);
    if (page.shows(TableParts::table)) {
        write_links(out, page, pair);
        write_not_covered(out, page, pair);
    }
    if (!page.on_paper()) out.raw("<p class=\"back\"><a href=\"#contents\">").text(page.text(Phrase::back_to_contents)).raw("</a></p>\n");
    out.raw("</section>\n");
    out.flush();
}

}  // namespace

void write_html(const EquivalenceTable& table, const TableOptions& options, Medium medium, const TableSink& sink) {
    const TableView view(table, options);
    const Messages text(options.interface_lang);
    const Page page(view, text, medium);
    Markup out(sink);
    write_head(out, page);
    out.raw("<body").attribute("class", medium == Medium::paper ? "paper" : "screen").raw(">\n");
    if (!page.on_paper()) out.raw("<a class=\"skip\" href=\"#main\">").text(text(Phrase::skip_to_content)).raw("</a>\n");
    write_cover(out, page);
    write_contents(out, page);
    out.raw("<main id=\"main\">\n");
    write_standards(out, page);
    write_reading_guide(out, page);
    if (page.shows(TableParts::table)) {
        write_side_by_side(out, page);
        write_joint(out, page, table.joint);
    }
    if (page.shows(TableParts::table) && !page.on_paper()) write_filter(out, page);
    for (const PairView& pair : view.pairs()) write_pair(out, page, pair);
    if (page.shows(TableParts::table)) write_signatures(out, page);
    out.raw("</main>\n<footer><p>").text(provenance_line(table, text)).raw("</p></footer>\n");
    if (!page.on_paper()) out.raw("<script>").asset(table_script).raw("</script>\n");
    out.raw("</body>\n</html>\n");
    out.flush(true);
}

}  // namespace kwalign::model
