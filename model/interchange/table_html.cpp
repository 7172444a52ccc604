#include "model/interchange/table_html.hpp"

#include "model/identity.hpp"
#include "model/interchange/html/assets.hpp"
#include "model/interchange/html/page.hpp"
#include "model/interchange/summary.hpp"
#include "model/interchange/valid_text.hpp"

namespace kwalign::model {

namespace {

unsigned hex_digit(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10); }

/// Base64 (RFC 4648) of the SHA-256 of an embedded asset, as a content security policy names it.
std::string policy_hash(std::string_view asset) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string hex = sha256_hex(asset);
    std::string base64;
    unsigned bits = 0;
    int count = 0;
    for (const char digit : hex) {
        bits = bits << 4U | hex_digit(digit);
        count += 4;
        if (count < 6) continue;
        count -= 6;
        base64 += alphabet[bits >> static_cast<unsigned>(count) & 63U];
        bits &= (1U << static_cast<unsigned>(count)) - 1U;
    }
    if (count > 0) base64 += alphabet[bits << static_cast<unsigned>(6 - count) & 63U];
    while (base64.size() % 4 != 0) base64 += '=';
    return "'sha256-" + base64 + "'";
}

void write_head(Markup& out, const EquivalenceTable& table, const Messages& text) {
    const std::string policy = "default-src 'none'; style-src " + policy_hash(table_style) + "; script-src " + policy_hash(table_script) +
                               "; base-uri 'none'; form-action 'none'";
    out.raw("<!DOCTYPE html>\n<html")
        .attribute("lang", text.lang())
        .raw(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"");
    // The policy is the program's own text; only quotes matter, and attribute() would escape them to the same effect.
    out.attribute("content", policy)
        .raw(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\"");
    out.attribute("content", table.generator).raw(">\n").element("title", table_title(table, text));
    out.raw("\n<style>").asset(table_style).raw("</style>\n</head>\n");
}

void write_pair(Markup& out, const Page& page, const PairView& pair) {
    const std::string id = "pair-" + std::to_string(pair.number);
    out.raw("<section class=\"pair\"")
        .attribute("id", id)
        .attribute("aria-labelledby", id + "-title")
        .raw(">\n<h2")
        .attribute("id", id + "-title")
        .raw(">");
    write_letter(out, pair.source_letter);
    out.raw(" ").text(pair.source->standard().title).raw(" <span class=\"arrow\">\u2192</span> ");
    write_letter(out, pair.target_letter);
    out.raw(" ").text(pair.target->standard().title).raw("</h2>\n");
    write_summary(out, page, pair);
    write_matrix(out, page, pair);
    write_links(out, page, pair);
    write_not_covered(out, page, pair);
    out.raw("<p class=\"back\"><a href=\"#contents\">").text(page.text(Phrase::back_to_contents)).raw("</a></p>\n</section>\n");
}

}  // namespace

std::string HtmlTableWriter::write(const EquivalenceTable& table, const TableOptions& options) const {
    const TableView view(table, options);
    const Messages text(options.interface_lang);
    const Page page(view, text);
    Markup out;
    write_head(out, table, text);
    out.raw("<body>\n<a class=\"skip\" href=\"#main\">").text(text(Phrase::skip_to_content)).raw("</a>\n");
    write_cover(out, page);
    write_contents(out, page);
    out.raw("<main id=\"main\">\n");
    write_standards(out, page);
    write_reading_guide(out, page);
    write_side_by_side(out, page);
    write_filter(out, page);
    for (const PairView& pair : view.pairs()) write_pair(out, page, pair);
    write_signatures(out, page);
    out.raw("</main>\n<footer><p>")
        .text(provenance_line(table, text))
        .raw("</p></footer>\n<script>")
        .asset(table_script)
        .raw("</script>\n</body>\n</html>\n");
    return valid_text(out.take());
}

}  // namespace kwalign::model
