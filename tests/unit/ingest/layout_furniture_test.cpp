#include "tests/unit/ingest/layout_page.hpp"

#include <catch2/catch.hpp>

using kwalign::ingest::Break;
using kwalign::ingest::LineRole;

namespace {

/// `count` pages with a running head in two parts, a page number and some text.
Typesetter pages(int count) {
    Typesetter page;
    for (int i = 1; i <= count; ++i) {
        page.new_page();
        page.line(50, 25, "Standards register", {8}).line(400, 25, "Junior Specialist, Level 4", {8});
        page.lines(50, 80, {"Page text of part " + std::string(1, static_cast<char>('a' + i)) + " which goes on", "for a while."});
        page.line(290, 770, std::to_string(i) + " / " + std::to_string(count), {8});
    }
    return page;
}

}  // namespace

TEST_CASE("Running heads and page numbers are furniture and are kept", "[layout][furniture]") {
    const auto document = pages(3).layout();
    CHECK(body_texts(document).size() == 6);
    CHECK(document.lines.size() == 6 + 9);
    const auto& head = line_with(document, "Junior Specialist, Level 4");
    CHECK(head.role == LineRole::furniture);
    CHECK(head.furniture_kind == "running_head");
    CHECK(head.span.page == 1);
    CHECK(line_with(document, "2 / 3").furniture_kind == "page_number");
}

TEST_CASE("A lone number that counts the pages is a page number", "[layout][furniture]") {
    Typesetter page;
    for (int i = 4; i < 7; ++i) page.new_page().line(50, 90, "Some text on a page").line(500, 770, std::to_string(i));
    const auto document = page.layout();
    CHECK(line_with(document, "5").furniture_kind == "page_number");
}

TEST_CASE("A value at the end of a page is no page number", "[layout][furniture]") {
    Typesetter page;
    page.new_page().line(50, 90, "Some text on a page").line(50, 770, "4");
    page.new_page().line(50, 90, "Some other text on a page");
    CHECK(line_with(page.layout(), "4").role == LineRole::body);
}

TEST_CASE("A head that differs from page to page is text", "[layout][furniture]") {
    Typesetter page;
    for (const char* title : {"Part A", "Part B", "Part C"}) page.new_page().line(50, 40, title, {12, true}).line(50, 90, "Some text");
    const auto texts = body_texts(page.layout());
    CHECK(texts.size() == 6);
}

TEST_CASE("A coded heading at the top of its page is text the first time and furniture when repeated", "[layout][furniture]") {
    Typesetter page;
    const auto heading = [&] { page.line(50, 60, "C1-K1-W1: Handelt meldingen af", {11, true}); };
    page.new_page();
    heading();
    page.line(50, 90, "De beginnend beroepsbeoefenaar neemt klachten in behandeling. Hij of zij");
    page.new_page();
    heading();
    page.line(50, 90, "registreert de meldingen in een tool en informeert de melder over wat er gebeurt.");
    const auto document = page.layout();
    const auto texts = body_texts(document);
    REQUIRE(texts.size() == 3);
    CHECK(texts[0] == "C1-K1-W1: Handelt meldingen af");
    CHECK(texts[2].starts_with("registreert"));
    CHECK(document.lines[2].furniture_kind == "repeated_heading");
    CHECK(document.lines[2].span.page == 2);
    CHECK(document.lines[3].break_before == Break::page);
}

TEST_CASE("The heading of the next section is no repetition", "[layout][furniture]") {
    Typesetter page;
    page.new_page()
        .line(50, 60, "C1-K1-W1: Handelt meldingen af", {11, true})
        .line(50, 90, "De beginnend beroepsbeoefenaar neemt klachten in behandeling, altijd.");
    page.new_page()
        .line(50, 60, "C1-K1-W2: Instrueert gebruikers", {11, true})
        .line(50, 90, "De beginnend beroepsbeoefenaar instrueert gebruikers.");
    CHECK(body_texts(page.layout()).size() == 4);
}
