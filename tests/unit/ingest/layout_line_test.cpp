#include "ingest/layout/dump.hpp"
#include "ingest/layout/page_text.hpp"
#include "tests/unit/ingest/layout_page.hpp"

#include <catch2/catch.hpp>

using kwalign::ingest::Break;

TEST_CASE("A line is wrapped where the next word had no room", "[layout][lines]") {
    Typesetter page;
    page.lines(50, 100, {"The learner works with other people in a team that has", "several members and a leader."});
    const auto document = page.layout();
    REQUIRE(document.lines.size() == 2);
    CHECK(document.lines[0].break_before == Break::paragraph);
    CHECK(document.lines[1].break_before == Break::none);
}

TEST_CASE("A line that ends early ends its paragraph", "[layout][lines]") {
    Typesetter page;
    page.lines(50, 100,
               {"The learner works with other people in a team that has", "several members.",
                "Learners also work alone where the task calls for that", "kind of work."});
    const auto document = page.layout();
    REQUIRE(document.lines.size() == 4);
    CHECK(document.lines[2].break_before == Break::paragraph);
    CHECK(document.lines[3].break_before == Break::none);
}

TEST_CASE("A gap or another face parts paragraphs", "[layout][lines]") {
    Typesetter page;
    page.line(50, 100, "A heading in bold type that fills most of this one line", {10, true});
    page.line(50, 112, "Text below it that fills the line as far as it can get to");
    page.line(50, 132, "Text after a gap that again fills the line as far as that");
    const auto document = page.layout();
    REQUIRE(document.lines.size() == 3);
    CHECK(document.lines[0].bold);
    CHECK_FALSE(document.lines[1].bold);
    CHECK(document.lines[1].break_before == Break::paragraph);
    CHECK(document.lines[2].break_before == Break::paragraph);
}

TEST_CASE("Wrapped lines hang below their list item", "[layout][lines]") {
    Typesetter page;
    page.line(50, 100, "•").line(65, 100, "Records the requests of users and keeps an eye on them all");
    page.line(65, 112, "until they are solved");
    page.line(50, 124, "•").line(65, 124, "Tells users");
    const auto document = page.layout();
    REQUIRE(document.lines.size() == 3);
    CHECK(document.lines[1].bullet.empty());
    CHECK(document.lines[1].break_before == Break::none);
    CHECK(document.lines[2].bullet == "•");
    CHECK(document.lines[2].break_before == Break::paragraph);
}

TEST_CASE("A hyphen at a wrapped line end is flagged", "[layout][lines]") {
    Typesetter page;
    page.lines(50, 100, {"De beginnend beroepsbeoefenaar is verantwoordelijk voor het onder-", "houd van het netwerk en de", "IT-"});
    const auto document = page.layout();
    REQUIRE(document.lines.size() == 3);
    CHECK(document.lines[0].ends_with_hyphen);
    CHECK_FALSE(document.lines[1].ends_with_hyphen);
    CHECK_FALSE(document.lines[2].ends_with_hyphen);  // nothing follows
}

TEST_CASE("Ligatures and odd blanks are mended in the text and kept in the raw text", "[layout][lines]") {
    Typesetter page;
    page.line(50, 100, "e\uFB03cient\u00A0o\uFB03ces");
    const auto document = page.layout();
    REQUIRE(document.lines.size() == 1);
    CHECK(document.lines[0].text == "efficient offices");
    CHECK(document.lines[0].raw == "e\uFB03cient\u00A0o\uFB03ces");
}

TEST_CASE("Decomposed letters are composed", "[layout][lines]") {
    Typesetter page;
    page.line(50, 100, "oo\u0303piva\u0308ljund");
    CHECK(page.layout().lines.at(0).text == "oõpiväljund");
}

TEST_CASE("Spans count the characters of the page text", "[layout][lines]") {
    Typesetter page;
    page.line(50, 100, "Õpiväljund üks");
    page.line(50, 130, "second line");
    const auto document = page.layout();
    const std::string text = kwalign::ingest::page_text(page.document().pages[0]);
    CHECK(text == "Õpiväljund üks\nsecond line\n");
    REQUIRE(document.lines.size() == 2);
    CHECK(document.lines[0].span.first_char == 0);
    CHECK(document.lines[0].span.last_char == 14);
    CHECK(document.lines[1].span.first_char == 15);
    CHECK(document.lines[1].span.last_char == 26);
    CHECK(document.lines[1].span.box.x0 == Approx(50.0));
}

TEST_CASE("Visible characters of all lines are counted", "[layout][lines]") {
    Typesetter page;
    page.line(50, 100, "Õpiväljund üks");
    CHECK(page.layout().characters == 13);
}

TEST_CASE("Dumps are one line each and tell what is known", "[layout][dump]") {
    Typesetter page;
    page.line(50, 100, "•").line(65, 100, "Text", {10, true});
    CHECK(kwalign::ingest::dump_pages(page.document()) == "page 1 600.0x800.0\n•\nText\n");
    CHECK(kwalign::ingest::dump_lines(page.layout()) == "1\t50.0,100.0,85.0,111.0\tbody\tparagraph\t-\tb\t0-6\t•\tText\n");
}

TEST_CASE("Text set sideways does not break the lines it stands beside", "[layout][lines]") {
    Typesetter page;
    page.lines(80, 100, {"The first line of the text that stands upright on the page", "and the second one."});
    auto document = page.document();
    kwalign::ingest::TextRun run;
    run.text = "sideways";
    run.box = {50, 95, 61, 135};
    run.font_size_pt = 10;
    document.pages[0].runs.insert(document.pages[0].runs.begin() + 3, run);
    const auto lines = kwalign::ingest::layout(document, {}).lines;
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].text == "The first line of the text that stands upright on the page");
    CHECK(lines[2].text == "sideways");
}
