#include "tests/unit/ingest/layout_page.hpp"

#include <catch2/catch.hpp>

using kwalign::ingest::Break;
using kwalign::ingest::CellRef;

namespace {

/// A label at the left, two outcomes at the right of which the first has two lines.
void label_table(Typesetter& page, double y) {
    page.lines(50, y, {"Unit", "learning", "outcomes"}, {10, true});
    page.lines(140, y, {"Identifies and records incidents with the help of the tools", "that the organisation has chosen for it"});
    page.lines(140, y + 32, {"Resolves incidents"});
}

}  // namespace

TEST_CASE("A label beside several rows does not stand inside their text", "[layout][table]") {
    Typesetter page;
    page.line(50, 100, "1. First outcome of the programme that learners reach here", {11, true});
    label_table(page, 130);
    const auto texts = body_texts(page.layout());
    const std::vector<std::string> expected = {"1. First outcome of the programme that learners reach here",
                                               "Unit",
                                               "learning",
                                               "outcomes",
                                               "Identifies and records incidents with the help of the tools",
                                               "that the organisation has chosen for it",
                                               "Resolves incidents"};
    CHECK(texts == expected);
}

TEST_CASE("Every outcome beside a label is a row of its own", "[layout][table]") {
    Typesetter page;
    label_table(page, 130);
    const auto document = page.layout();
    CHECK(line_with(document, "Unit").cell == CellRef{0, 0, 0});
    CHECK(line_with(document, "outcomes").cell == CellRef{0, 0, 0});
    CHECK(line_with(document, "that the organisation has chosen for it").cell == CellRef{0, 0, 1});
    CHECK(line_with(document, "that the organisation has chosen for it").break_before == Break::none);
    CHECK(line_with(document, "Resolves incidents").cell == CellRef{0, 1, 1});
    CHECK(line_with(document, "Resolves incidents").break_before == Break::paragraph);
}

TEST_CASE("A label centred beside its rows comes first", "[layout][table]") {
    Typesetter page;
    page.lines(140, 100, {"Identifies incidents and keeps a record of every one of them"});
    page.lines(140, 122, {"Resolves incidents or hands them on to somebody who can do it"});
    page.lines(140, 144, {"Reports incidents"});
    page.lines(50, 116, {"Learning", "outcomes"}, {10, true});
    const auto texts = body_texts(page.layout());
    REQUIRE(texts.size() == 5);
    CHECK(texts[0] == "Learning");
    CHECK(texts[1] == "outcomes");
    CHECK(texts[2].starts_with("Identifies"));
    CHECK(texts[4] == "Reports incidents");
}

TEST_CASE("Keys and values may both wrap", "[layout][table]") {
    Typesetter page;
    page.lines(50, 100, {"1. Number of the standard in the", "register of qualifications"});
    page.line(320, 100, "08-1234");
    page.line(50, 134, "2. Compiled by:");
    page.lines(320, 134, {"Mari Maasikas, Firma", "Jaan Tamm, Kool"});
    page.line(50, 168, "3. Version");
    page.line(320, 168, "7");
    const auto document = page.layout();
    CHECK(line_with(document, "register of qualifications").cell == CellRef{0, 0, 0});
    CHECK(line_with(document, "08-1234").cell == CellRef{0, 0, 1});
    CHECK(line_with(document, "Jaan Tamm, Kool").cell == CellRef{0, 1, 1});
    CHECK(line_with(document, "3. Version").cell == CellRef{0, 2, 0});
    CHECK(line_with(document, "7").cell == CellRef{0, 2, 1});
    const auto texts = body_texts(document);
    CHECK(texts[1] == "register of qualifications");
    CHECK(texts[2] == "08-1234");
}

TEST_CASE("A level at the right of a title is a cell of its own", "[layout][table]") {
    Typesetter page;
    page.line(50, 100, "B.3.1 Promotion of services", {10, true}).line(450, 100, "EstQF Level 6", {10, true});
    page.line(50, 122, "Performance indicators:");
    page.line(50, 136, "1. Plans the information of the public within the scope of the work and the responsibilities.");
    const auto document = page.layout();
    REQUIRE(document.lines.size() == 4);
    CHECK(document.lines[0].text == "B.3.1 Promotion of services");
    CHECK(document.lines[1].text == "EstQF Level 6");
    CHECK(document.lines[1].cell == CellRef{0, 0, 1});
    CHECK_FALSE(document.lines[2].cell.has_value());
}

TEST_CASE("Numbers and bullets before list items are no cells", "[layout][table]") {
    Typesetter page;
    page.line(50, 100, "1.").line(75, 100, "Plans the work");
    page.line(50, 114, "2.").line(75, 114, "Does the work");
    page.line(50, 128, "•").line(75, 128, "Checks the work");
    const auto document = page.layout();
    REQUIRE(document.lines.size() == 3);
    CHECK(document.lines[0].text == "1. Plans the work");
    CHECK_FALSE(document.lines[0].cell.has_value());
    CHECK(document.lines[2].bullet == "•");
    CHECK(document.lines[2].text == "Checks the work");
}

TEST_CASE("A row broken over pages is put together cell by cell", "[layout][table]") {
    Typesetter page;
    page.line(50, 700, "7. Risk management as the learner has shown it in practice", {11, true});
    page.line(50, 730, "Unit", {10, true});
    page.line(140, 730, "Applies practices, principles, methods and techniques that are related to");
    page.new_page();
    page.lines(50, 60, {"learning", "outcomes"}, {10, true});
    page.line(140, 60, "risk management");
    page.line(140, 82, "Performs a risk analysis");
    const auto document = page.layout();
    const std::vector<std::string> expected = {"7. Risk management as the learner has shown it in practice",
                                               "Unit",
                                               "learning",
                                               "outcomes",
                                               "Applies practices, principles, methods and techniques that are related to",
                                               "risk management",
                                               "Performs a risk analysis"};
    CHECK(body_texts(document) == expected);
    CHECK(line_with(document, "risk management").break_before == Break::page);
    CHECK(line_with(document, "risk management").cell == CellRef{0, 0, 1});
    CHECK(line_with(document, "risk management").span.page == 2);
    CHECK(line_with(document, "Performs a risk analysis").cell == CellRef{0, 1, 1});
}

TEST_CASE("A table head printed again on the next page is furniture", "[layout][table]") {
    Typesetter page;
    const auto head = [&](double y) { page.line(50, y, "Outcome", {10, true}).line(250, y, "Method", {10, true}); };
    head(640);
    for (int i = 0; i < 5; ++i) page.line(50, 662 + 22 * i, "1." + std::to_string(i)).line(250, 662 + 22 * i, "Exam");
    page.new_page();
    head(60);
    for (int i = 5; i < 9; ++i) page.line(50, 82 + 22 * (i - 5), "1." + std::to_string(i)).line(250, 82 + 22 * (i - 5), "Report");
    const auto document = page.layout();
    int heads = 0;
    for (const auto& line : document.lines) {
        if (line.furniture_kind == "table_head") ++heads;
    }
    CHECK(heads == 2);
    REQUIRE(line_with(document, "1.5").cell.has_value());
    CHECK(line_with(document, "1.5").cell->table == line_with(document, "1.4").cell->table);
    CHECK(line_with(document, "1.5").cell->row > line_with(document, "1.4").cell->row);
}
