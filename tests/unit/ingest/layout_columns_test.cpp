#include "tests/unit/ingest/layout_page.hpp"

#include <catch2/catch.hpp>

using kwalign::ingest::Break;

namespace {

/// A paragraph of full lines ("a0 ...", "a1 ..."), each about 230 points wide, then a short one.
std::vector<std::string> paragraph(const std::string& mark, std::size_t lines) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < lines; ++i) texts.push_back(mark + std::to_string(i) + " and so the workers carry on with their duties");
    texts.push_back(mark + "end now.");
    return texts;
}

}  // namespace

TEST_CASE("Two columns are read one after the other", "[layout][columns]") {
    Typesetter page;
    page.line(150, 60, "A title above both of the columns", {14, true});
    page.lines(50, 100, paragraph("left", 18));
    page.lines(320, 106, paragraph("right", 18));
    const auto texts = body_texts(page.layout());
    REQUIRE(texts.size() == 1 + 19 + 19);
    CHECK(texts[0] == "A title above both of the columns");
    CHECK(texts[1].starts_with("left0"));
    CHECK(texts[19] == "leftend now.");
    CHECK(texts[20].starts_with("right0"));
    CHECK(texts[38] == "rightend now.");
}

TEST_CASE("A column that goes on with a sentence says so", "[layout][columns]") {
    Typesetter page;
    page.lines(50, 100, paragraph("left", 18));
    page.lines(320, 100, paragraph("right", 18));
    const auto document = page.layout();
    const auto& first_right = line_with(document, "right0 and so the workers carry on with their duties");
    CHECK(first_right.break_before == Break::page);
    CHECK(line_with(document, "right1 and so the workers carry on with their duties").break_before == Break::none);
}

TEST_CASE("Three columns are read one after the other", "[layout][columns]") {
    Typesetter page;
    std::vector<std::string> texts;
    for (const char* mark : {"a", "b", "c"}) {
        std::vector<std::string> lines;
        for (int i = 0; i < 30; ++i) lines.push_back(std::string(mark) + std::to_string(i % 10) + " the workers carry on as ever");
        // Paragraph gaps at different heights, as running text has them.
        const double x = 40.0 + 185.0 * (mark[0] - 'a');
        page.lines(x, 100.0 + 2.0 * (mark[0] - 'a'), lines);
    }
    const auto body = body_texts(page.layout());
    REQUIRE(body.size() == 90);
    CHECK(body[0].starts_with("a0"));
    CHECK(body[29].starts_with("a9"));
    CHECK(body[30].starts_with("b0"));
    CHECK(body[60].starts_with("c0"));
    CHECK(body[89].starts_with("c9"));
}

TEST_CASE("Equal columns of keys and values stay a table", "[layout][columns]") {
    Typesetter page;
    double y = 100;
    for (int i = 0; i < 20; ++i) {
        page.line(50, y, "Key number " + std::to_string(i) + " with words that fill the line");
        page.line(320, y, "Value number " + std::to_string(i) + " with words that fill it");
        y += 20;
    }
    const auto document = page.layout();
    REQUIRE(document.lines.size() == 40);
    CHECK(document.lines[0].text.starts_with("Key number 0"));
    CHECK(document.lines[1].text.starts_with("Value number 0"));
    CHECK(document.lines[2].text.starts_with("Key number 1"));
    REQUIRE(document.lines[39].cell.has_value());
    CHECK(document.lines[39].cell->row == 19);
    CHECK(document.lines[39].cell->column == 1);
}

TEST_CASE("Justified lines with wide blanks are no table", "[layout][columns]") {
    Typesetter page;
    // Three words to a line, pulled apart to the same right edge by different amounts.
    page.line(50, 100, "internationalisation").line(170, 100, "requirements").line(250, 100, "and");
    page.line(50, 112, "standardisation").line(146, 112, "procedures").line(215, 112, "governing");
    page.line(50, 124, "responsibilities").line(155, 124, "everywhere.");
    const auto document = page.layout();
    REQUIRE(document.lines.size() == 3);
    CHECK(document.lines[0].text == "internationalisation requirements and");
    CHECK_FALSE(document.lines[0].cell.has_value());
}
