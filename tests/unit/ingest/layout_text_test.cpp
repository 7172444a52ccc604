#include "tests/unit/ingest/layout_page.hpp"

#include <catch2/catch.hpp>

using kwalign::ingest::Break;
using kwalign::ingest::CellRef;
using kwalign::ingest::LineRole;

namespace {

// Lines of about a hundred characters, wrapped as a converter leaves them.
const char* const wrapped_text =
    "B.3.5 User support\n"
    "1. Records the requests of users and monitors their status from the start to the end of the solution following\n"
    "the process that has been agreed.\n"
    "2. Identifies the circumstances that are related to the incident and where it is possible determines the impact\n"
    "and extent of the error.\n"
    "3. Communicates with users.\n"
    "\n"
    "Part C\n";

}  // namespace

TEST_CASE("Wrapped text tells sure breaks from unsure ones", "[layout][text]") {
    const auto document = layout_of(wrapped_text);
    REQUIRE(document.lines.size() == 7);
    CHECK(line_with(document, "the process that has been agreed.").break_before == Break::none);
    CHECK(line_with(document, "3. Communicates with users.").break_before == Break::paragraph);
    CHECK(line_with(document, "Part C").break_before == Break::paragraph);
}

TEST_CASE("A line of a text with long lines is a paragraph", "[layout][text]") {
    const std::string prose(300, 'x');
    const auto document = layout_of(prose + "\nShort one\nanother\n");
    REQUIRE(document.lines.size() == 3);
    CHECK(document.lines[1].break_before == Break::paragraph);
    CHECK(document.lines[2].break_before == Break::unknown);  // lower case after no full stop
}

TEST_CASE("A form feed starts a page", "[layout][text]") {
    const auto document = layout_of("First page goes on\n\fto the second page.\n- Item on it\n");
    REQUIRE(document.lines.size() == 3);
    CHECK(document.pages == 2);
    CHECK(document.lines[1].span.page == 2);
    CHECK(document.lines[1].break_before == Break::page);
    CHECK(document.lines[1].span.first_char == 0);
}

TEST_CASE("A single leading blank can stand for a lost form feed", "[layout][text]") {
    std::string text = "Title\n";
    for (int i = 0; i < 30; ++i) text += "A line of the text number " + std::to_string(i) + ".\n";
    text += " 3. Recognises an incident.\n";
    const auto document = layout_of(text);
    CHECK(line_with(document, "3. Recognises an incident.").break_before == Break::page);
    CHECK(line_with(document, "3. Recognises an incident.").indent_pt == Approx(0.0));
}

TEST_CASE("A blank line inside a sentence is not sure to end it", "[layout][text]") {
    const auto document = layout_of("Kan werken met procedures of\n\nbedrijfsafspraken\n\nVakkennis\n");
    REQUIRE(document.lines.size() == 3);
    CHECK(document.lines[1].break_before == Break::unknown);
    CHECK(document.lines[2].break_before == Break::paragraph);
}

TEST_CASE("Markdown marks become hints", "[layout][text]") {
    const auto document = layout_of("# Title\n\n## B.3 Competences\n\n**All bold**\n\nWith **some** bold and a \\- dash\n\n- Item\n");
    CHECK(line_with(document, "Title").heading_level == 1);
    CHECK(line_with(document, "B.3 Competences").heading_level == 2);
    CHECK(line_with(document, "All bold").bold);
    CHECK_FALSE(line_with(document, "With some bold and a - dash").bold);
    CHECK(line_with(document, "Item").bullet == "-");
}

TEST_CASE("Tabs make rows of cells", "[layout][text]") {
    const auto document = layout_of("Outcomes\tIdentifies incidents\n\tResolves incidents\n\n5. PLO User support\n");
    REQUIRE(document.lines.size() == 4);
    CHECK(document.lines[0].cell == CellRef{0, 0, 0});
    CHECK(document.lines[1].cell == CellRef{0, 0, 1});
    CHECK(document.lines[2].cell == CellRef{0, 1, 1});
    CHECK_FALSE(document.lines[3].cell.has_value());
}

TEST_CASE("Rows go on with their table over a blank line", "[layout][text]") {
    const auto document = layout_of("4. Decision\t33\n\n5. Date\t06.04.2023\n");
    REQUIRE(document.lines.size() == 4);
    CHECK(document.lines[2].cell == CellRef{0, 1, 0});
}

TEST_CASE("A piece behind a pipe goes on with the table above", "[layout][text]") {
    const auto document = layout_of("Outcomes\tInterprets problems\n------\t--\n\n| Interacts with the user\n");
    REQUIRE(document.lines.size() == 4);
    CHECK(document.lines[2].furniture_kind == "ornament");
    CHECK(document.lines[3].text == "Interacts with the user");
    CHECK(document.lines[3].cell == CellRef{0, 1, 1});
}

TEST_CASE("Pipe tables are read by cells", "[layout][text]") {
    const auto document = layout_of("| Code | Title |\n|---|---|\n| B.1 | Work |\n");
    CHECK(line_with(document, "Title").cell == CellRef{0, 0, 1});
    CHECK(line_with(document, "Work").cell == CellRef{0, 1, 1});
}

TEST_CASE("HTML in a cell is cut at its paragraphs and items", "[layout][text]") {
    const auto document =
        layout_of("<p>Indicators:</p> <ol><li>Plans &amp; does</li><li>2. Checks</li></ol> <ul><li>Tells</li></ul>\tLevel 6\n");
    REQUIRE(document.lines.size() == 5);
    CHECK(document.lines[0].text == "Indicators:");
    CHECK(document.lines[1].text == "1. Plans & does");
    CHECK(document.lines[1].break_before == Break::paragraph);
    CHECK(document.lines[1].raw.find("Plans &amp; does") != std::string::npos);
    CHECK(document.lines[2].text == "2. Checks");
    CHECK(document.lines[3].bullet == "•");
    CHECK(document.lines[4].cell == CellRef{0, 0, 1});
}

TEST_CASE("A numbered list that lost its items is cut where its numbers count up", "[layout][text]") {
    const auto document = layout_of("<ol> 1. Plans 3 times a year 2. Checks. 3. Tells</ol>\n");
    CHECK(body_texts(document) == std::vector<std::string>{"1. Plans 3 times a year", "2. Checks.", "3. Tells"});
}

TEST_CASE("What is no HTML element stays text", "[layout][text]") {
    CHECK(layout_of("Write to <info@example.org> if a < b\n").lines.at(0).text == "Write to <info@example.org> if a < b");
}

TEST_CASE("Bullets that OCR misread are told from text by their number", "[layout][text]") {
    const auto document = layout_of(
        "De beroepsbeoefenaar:\n. Heeft kennis van netwerken\n] Kan meldingen lokaliseren\n. Kan backups maken\n-werkt precies\n");
    REQUIRE(document.lines.size() == 5);
    CHECK(document.lines[1].bullet == ".");
    CHECK(document.lines[1].text == "Heeft kennis van netwerken");
    CHECK(document.lines[2].bullet == "]");
    CHECK(document.lines[2].text == "Kan meldingen lokaliseren");
    CHECK(document.lines[4].text == "-werkt precies");  // one alone may be the end of a divided word
}

TEST_CASE("A dash glued to the word is a bullet in a list of them", "[layout][text]") {
    const auto document = layout_of("Gedrag\n-maakt een inschatting\n-werkt snel\n- blijft rustig\n-houdt vol\n");
    CHECK(line_with(document, "maakt een inschatting").bullet == "-");
    CHECK(line_with(document, "blijft rustig").bullet == "-");
}

TEST_CASE("A heading repeated in mid sentence is furniture in a text too", "[layout][text]") {
    const auto document = layout_of(
        "C1-K 1-W1: Handelt meldingen af\n\nOmschrijving\n\nDe beginnend beroepsbeoefenaar neemt klachten en meldingen in behandeling. "
        "Hij/zij\n\n"
        "C1-K 1-W1: Handelt meldingen af\n\nregistreert de meldingen.\n");
    REQUIRE(document.lines.size() == 5);
    CHECK(document.lines[0].role == LineRole::body);
    CHECK(document.lines[3].furniture_kind == "repeated_heading");
    CHECK(document.lines[4].break_before == Break::page);
}

TEST_CASE("A code in an overview does not make its heading a repetition", "[layout][text]") {
    const auto document = layout_of("B1-K1: Ondersteunt gebruikers\n\nBasisdeel\n\nB1-K1: Ondersteunt gebruikers\n\nComplexiteit\n");
    CHECK(body_texts(document).size() == 4);
}

TEST_CASE("Lines that recur at the edges of pages are running heads", "[layout][text]") {
    std::string text;
    for (int i = 1; i <= 4; ++i)
        text += "Dossier 23244\n\nText of page " + std::string(1, static_cast<char>('a' + i)) + ".\n\nPagina " + std::to_string(i) +
                " van 4\n\f";
    const auto document = layout_of(text);
    CHECK(body_texts(document) == std::vector<std::string>{"Text of page b.", "Text of page c.", "Text of page d.", "Text of page e."});
    CHECK(line_with(document, "Pagina 3 van 4").furniture_kind == "page_number");
}

TEST_CASE("Spans of text lines point into the page text", "[layout][text]") {
    const auto document = layout_of("Õ one\n\nkey\tväärtus\n");
    REQUIRE(document.lines.size() == 3);
    CHECK(document.lines[2].text == "väärtus");
    CHECK(document.lines[2].span.first_char == 11);
    CHECK(document.lines[2].span.last_char == 18);
}
