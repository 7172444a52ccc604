#include "model/interchange/html/markup.hpp"
#include "model/interchange/table_writer.hpp"
#include "sample_table.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <set>

using namespace kwalign;

namespace {

std::string page(const model::EquivalenceTable& table, const model::TableOptions& options = {}) {
    return model::make_table_writer("html")->write(table, options);
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t result = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++result;
    return result;
}

/// All values of an attribute, in order.
std::vector<std::string> values(const std::string& html, const std::string& attribute) {
    std::vector<std::string> result;
    const std::string start = " " + attribute + "=\"";
    for (std::size_t at = html.find(start); at != std::string::npos; at = html.find(start, at + 1)) {
        const std::size_t from = at + start.size();
        result.push_back(html.substr(from, html.find('"', from) - from));
    }
    return result;
}

}  // namespace

TEST_CASE("html escapes everything that could be markup", "[interchange][html]") {
    model::Markup out;
    out.raw("<p").attribute("title", "a\"b'c<d>&").raw(">").text("</p><script>x</script> \x01").raw("</p>");
    CHECK(out.take() == "<p title=\"a&quot;b&#39;c&lt;d&gt;&amp;\">&lt;/p&gt;&lt;script&gt;x&lt;/script&gt; \xEF\xBF\xBD</p>");
}

TEST_CASE("html anchors of different codes are different and safe", "[interchange][html]") {
    CHECK(model::anchor_part("B.3.5") == "B.3.5");
    CHECK(model::anchor_part("PLO 5") == "PLO_205");
    CHECK(model::anchor_part("PLO_5") != model::anchor_part("PLO 5"));
    CHECK(model::anchor_part("<\"&>").find_first_of("<>\"& ") == std::string::npos);
}

TEST_CASE("html page has one script and one style and nothing from the network", "[interchange][html]") {
    for (const model::EquivalenceTable& table : {tests::sample_table(3), tests::awkward_table()}) {
        const std::string html = page(table);
        CHECK(count(html, "<script>") == 1);
        CHECK(count(html, "</script>") == 1);
        CHECK(count(html, "<style>") == 1);
        CHECK(count(html, "<img") == 0);
        CHECK(values(html, "src").empty());
        CHECK(values(html, "style").empty());
        CHECK(html.find("default-src &#39;none&#39;") != std::string::npos);
        for (const std::string& href : values(html, "href")) CHECK(href.front() == '#');
    }
}

TEST_CASE("html ids are unique and every link inside the page leads somewhere", "[interchange][html]") {
    for (const model::EquivalenceTable& table : {tests::sample_table(2), tests::sample_table(3), tests::awkward_table()}) {
        const std::string html = page(table);
        const std::vector<std::string> ids = values(html, "id");
        const std::set<std::string> unique(ids.begin(), ids.end());
        CHECK(unique.size() == ids.size());
        for (const std::string& href : values(html, "href")) {
            CAPTURE(href);
            CHECK(unique.contains(href.substr(1)));
        }
    }
}

TEST_CASE("html rows have stable anchors by code", "[interchange][html]") {
    const std::string html = page(tests::sample_table(2));
    CHECK(count(html, "id=\"p1:B.3.2:PLO_202\"") == 1);
    model::TableOptions options;
    options.min_confidence = 0.8;
    CHECK(count(page(tests::sample_table(2), options), "id=\"p1:B.3.2:PLO_202\"") == 1);
}

TEST_CASE("html quotes statements in their language with their page", "[interchange][html]") {
    const std::string html = page(tests::sample_table(2));
    CHECK(
        html.find(
            "<span dir=\"auto\" lang=\"et\">Mõõdab valmis liini ja vormistab mõõteprotokolli.</span> <span class=\"place\">p. 3</span>") !=
        std::string::npos);
    CHECK(html.find("<span dir=\"auto\" lang=\"en\">Measures and certifies links.</span>") != std::string::npos);
}

TEST_CASE("html names persons only where they may be named", "[interchange][html]") {
    CHECK(page(tests::sample_table(2)).find("Mari Maasikas") != std::string::npos);
    CHECK(page(tests::sample_table(2)).find("L. Tamm") != std::string::npos);
    model::TableOptions options;
    options.persons = model::Persons::leave_out;
    const std::string html = page(tests::sample_table(2), options);
    CHECK(html.find("Mari Maasikas") == std::string::npos);
    CHECK(html.find("L. Tamm") == std::string::npos);
}

TEST_CASE("html speaks the interface language and says so", "[interchange][html]") {
    model::TableOptions options;
    options.interface_lang = "et";
    const std::string html = page(tests::sample_table(2), options);
    CHECK(html.find("<html lang=\"et\">") != std::string::npos);
    CHECK(html.find("sisaldub") != std::string::npos);
    CHECK(html.find("What is not covered") == std::string::npos);
}

TEST_CASE("html puts three standards side by side and two not", "[interchange][html]") {
    CHECK(page(tests::sample_table(2)).find("id=\"side-by-side\"") == std::string::npos);
    const std::string html = page(tests::sample_table(3));
    CHECK(html.find("id=\"side-by-side\"") != std::string::npos);
    CHECK(count(html, "<section class=\"pair\"") == 3);
}

TEST_CASE("html shows coverage with numerator and denominator and names what is missing", "[interchange][html]") {
    const std::string html = page(tests::sample_table(2));
    CHECK(html.find("11/15 statements") != std::string::npos);  // 3 + 3 + 4 + 1 + 0 of 3 + 4 + 4 + 2 + 2
    CHECK(html.find("3.75/5") != std::string::npos);
    CHECK(html.find("not covered: PLO 5") != std::string::npos);
    CHECK(html.find("nearest PLO 3 Structured cabling (0.22): only the word work in common") != std::string::npos);
}

TEST_CASE("html is the same for the same table", "[interchange][html]") {
    CHECK(page(tests::sample_table(3)) == page(tests::sample_table(3)));
}

TEST_CASE("html of thousands of units stays small and quick", "[interchange][html]") {
    model::EquivalenceTable table = tests::sample_table(3);
    constexpr int many = 5000;
    for (model::Standard& standard : table.standards) {
        for (int i = 0; i < many; ++i) {
            model::Unit unit;
            unit.code = "X" + std::to_string(i);
            unit.title = "unit";
            standard.units.push_back(std::move(unit));
        }
    }
    model::Link link = table.pairs[0].links[0];
    link.evidence.clear();
    for (int i = 0; i < many; i += 2) {
        link.source.unit = link.target.unit = "X" + std::to_string(i);
        link.confidence = i % 4 == 0 ? 0.9 : 0.2;
        table.pairs[0].links.push_back(link);
    }
    model::TableOptions options;
    options.min_confidence = 0.5;
    options.all = true;
    const auto start = std::chrono::steady_clock::now();
    const std::string html = page(table, options);
    // 25 million matrix cells would be a gigabyte, and anything quadratic minutes; the limits leave slow machines much room.
    CHECK(html.size() < 60'000'000);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}
