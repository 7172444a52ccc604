#include "model/interchange/html/document.hpp"
#include "model/interchange/html/page.hpp"
#include "model/interchange/table_writer.hpp"
#include "sample_table.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace kwalign;
using model::TableParts;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t result = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++result;
    return result;
}

std::string page(const model::EquivalenceTable& table, model::TableOptions options, TableParts parts) {
    options.parts = parts;
    return model::make_table_writer("html")->write(table, options);
}

std::string on_paper(const model::EquivalenceTable& table, const model::TableOptions& options) {
    std::string html;
    model::write_html(table, options, model::Medium::paper, [&html](std::string_view bytes) { html += bytes; });
    return html;
}

bool has(const std::string& html, const char* part) { return html.find(std::string("id=\"pair-1-") + part + "\"") != std::string::npos; }

}  // namespace

TEST_CASE("each view shows its part and all shows all", "[interchange][views]") {
    const model::EquivalenceTable table = tests::sample_table(2);
    struct Expected {
        TableParts parts;
        bool links;
        bool matrix;
        bool flow;
    };
    for (const Expected& expected : {Expected{TableParts::all, true, true, true}, Expected{TableParts::table, true, false, false},
                                     Expected{TableParts::matrix, false, true, false}, Expected{TableParts::flow, false, false, true}}) {
        const std::string html = page(table, {}, expected.parts);
        CAPTURE(static_cast<int>(expected.parts));
        CHECK(has(html, "links") == expected.links);
        CHECK(has(html, "gaps") == expected.links);
        CHECK((html.find("id=\"signatures\"") != std::string::npos) == expected.links);
        CHECK(has(html, "matrix") == expected.matrix);
        CHECK(has(html, "flow") == expected.flow);
        CHECK(html.find("id=\"standards\"") != std::string::npos);
        CHECK(html.find("id=\"reading\"") != std::string::npos);
    }
}

TEST_CASE("the matrix counts links and pairs of statements", "[interchange][views]") {
    const std::string html = page(tests::sample_table(2), {}, TableParts::matrix);
    // Five links that hold; the sixth was rejected. B.3.1 - PLO 3 rests on two statement links that are its evidence too.
    CHECK(html.find("<td class=\"total\">5</td></tr></tfoot>") != std::string::npos);
    CHECK(count(html, "<small>") == 5);
    CHECK(html.find("href=\"#p1:") == std::string::npos);  // no rows to lead to
    CHECK(page(tests::sample_table(2), {}, TableParts::all).find("href=\"#p1:B.3.2:PLO_202\"") != std::string::npos);
}

TEST_CASE("the picture has a band with its sign for every link that holds and a text beside it", "[interchange][views]") {
    const std::string html = page(tests::sample_table(2), {}, TableParts::flow);
    CHECK(count(html, "<path ") == 5);
    CHECK(count(html, "<circle ") == 10);         // a sign at each end
    CHECK(count(html, "stroke-dasharray") == 2);  // B.3.5 and PLO 5 have no counterpart
    CHECK(html.find("role=\"img\" viewBox=") != std::string::npos);
    CHECK(html.find("aria-labelledby=\"pair-1-flow-name\"") != std::string::npos);
    CHECK(html.find("<title id=\"pair-1-flow-name\">Picture: bands from units of A") != std::string::npos);
    CHECK(count(html, "<table class=\"figures\">") == 1);
    CHECK(html.find("B.3.2 covered by PLO 2: 90% / 70%") != std::string::npos);
}

TEST_CASE("a picture of too many units says so instead", "[interchange][views]") {
    model::EquivalenceTable table = tests::sample_table(2);
    model::Link link = table.pairs[0].links[0];
    for (int i = 0; i < 200; ++i) {
        model::Unit unit;
        unit.code = "X" + std::to_string(i);
        table.standards[0].units.push_back(unit);
    }
    // Units without a link give way first.
    CHECK(count(page(table, {}, TableParts::flow), "<path ") == 5);
    for (int i = 0; i < 200; ++i) {
        link.source.unit = "X" + std::to_string(i);
        table.pairs[0].links.push_back(link);
    }
    const std::string html = page(table, {}, TableParts::flow);
    CHECK(count(html, "<path ") == 0);
    CHECK(html.find("Too many units for a picture (204 and 4).") != std::string::npos);
}

TEST_CASE("on paper everything is open and nothing needs a script", "[interchange][views]") {
    const std::string html = on_paper(tests::sample_table(3), {});
    for (const char* absent : {"<script", "<form", "Content-Security-Policy", "class=\"skip\"", "class=\"back\""}) {
        CAPTURE(absent);
        CHECK(html.find(absent) == std::string::npos);
    }
    CHECK(count(html, "<img class=\"flow\" alt=\"Picture: bands from units of") == 3);
    CHECK(html.find("src=\"data:image/svg+xml;base64,") != std::string::npos);
    CHECK(html.find("\u2610 agreed") != std::string::npos);
}

TEST_CASE("titles that a document prints in other languages stand beside the first", "[interchange][views]") {
    model::EquivalenceTable table = tests::sample_table(2);
    table.standards[0].titles = {{"et", "Võrgutehnik, tase 4"}, {"en", "Network technician, level 4"}};
    table.standards[0].qualifications[1].titles = {{"et", "Kaabeldaja"}, {"en", "Cabling installer"}};
    const std::string html = page(table, {}, TableParts::table);
    CHECK(html.find("<span dir=\"auto\" lang=\"en\">Network technician, level 4</span> <span class=\"muted\">(English)</span>") !=
          std::string::npos);
    CHECK(html.find("<span dir=\"auto\" lang=\"en\">Cabling installer</span>") != std::string::npos);
}

TEST_CASE("dates numbers and names of languages are the reader's", "[interchange][views]") {
    model::TableOptions options;
    options.interface_lang = "nl";
    const std::string html = page(tests::sample_table(2), options, TableParts::all);
    CHECK(html.find("<time class=\"date\" datetime=\"2028-06-30\">30 juni 2028</time>") != std::string::npos);
    CHECK(html.find("vanaf 1 februari 2025 tot en met 31 januari 2030") != std::string::npos);
    CHECK(html.find("<b>0,83</b>") != std::string::npos);
    CHECK(html.find("3,75/5") != std::string::npos);
    CHECK(html.find("Estisch, Engels") != std::string::npos);
    options.interface_lang = "et";
    const std::string estonian = page(tests::sample_table(2), options, TableParts::all);
    CHECK(estonian.find("datetime=\"2028-06-30\">30.06.2028</time>") != std::string::npos);
    CHECK(estonian.find("eesti, inglise") != std::string::npos);
}

TEST_CASE("what several standards cover together is named by their letters", "[interchange][views]") {
    const model::EquivalenceTable table = tests::sample_table(3);
    const model::TableView view(table, {});
    const model::Messages text("en");
    const model::Page page(view, text, model::Medium::screen);
    model::Coverage unit{
        table.standards[0].id, table.standards[1].id + " + " + table.standards[2].id, "B.3.1", "unit", 2, 3, 2, 3, {"B.3.1.3"}};
    model::Coverage whole = unit;
    whole.of = "qualification";
    whole.code = "Kaabeldaja";
    model::Markup out;
    model::write_joint(out, page, {unit, whole});
    const std::string html = out.take();
    CHECK(count(html, "Covered by B + C together") == 2);
    CHECK(html.find("Kaabeldaja") < html.find("B.3.1<"));
    CHECK(html.find("2/3 statements") != std::string::npos);
    CHECK(html.find("not covered: B.3.1.3") != std::string::npos);
    model::write_joint(out, page, {});
    CHECK(out.take().empty());
}
