#include "ingest/outline/printed_forms.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

Template form() {
    return read_template(R"(
id = "test"
code_list = '\([^()]*\be-CF\b[^()]*\)'
code_in_list = '\b(?P<code>[A-E]\.\d{1,2})\b'
code_rewrite = [{ from = '\s+', to = '' }, { from = '\.$', to = '' }]
[[level]]
match = '\bEstQF\s*(?i:level)?\s*(?P<value>[1-8])\b'
scheme = "EstQF"
[[level]]
match = '\bEQF\s*(?P<value>\d(?:/\d)?)'
scheme = "EQF"
)",
                         "test.toml");
}

}  // namespace

TEST_CASE("Codes lose stray blanks and final dots", "[ingest][outline]") {
    const Template description = form();
    CHECK(normal_code(description, "C1-K 1-W1") == "C1-K1-W1");
    CHECK(normal_code(description, " B.3.1. ") == "B.3.1");
}

TEST_CASE("Code lists are cut out of titles whatever separates them", "[ingest][outline]") {
    const Template description = form();
    std::string title = "Making tea (e-CF competencies D.4, D.5, D.8 ja E.4) in cups";
    CHECK(cut_code_list(description, title) == std::vector<std::string>{"D.4", "D.5", "D.8", "E.4"});
    CHECK(title == "Making tea in cups");
    title = "Making tea (green)";
    CHECK(cut_code_list(description, title).empty());
    CHECK(title == "Making tea (green)");
}

TEST_CASE("Levels are found at the end of titles, alone, and as ranges", "[ingest][outline]") {
    const Template description = form();
    std::string title = "Baking bread, EstQF Level 4";
    const auto level = cut_level(description, title);
    REQUIRE(level.has_value());
    CHECK(level->value == "4");
    CHECK(title == "Baking bread");
    CHECK(whole_level(description, "EstQF Level 6").has_value());
    CHECK_FALSE(whole_level(description, "Needs EstQF Level 6").has_value());
    const auto range = find_level(description, "Baker EQF 4/5");
    REQUIRE(range.has_value());
    CHECK(range->low == 4);
    CHECK(range->high == 5);
    CHECK(range->value == "4/5");
}

TEST_CASE("Dates are read in three languages and must exist", "[ingest][outline]") {
    CHECK(iso_date("23.09.2024") == "2024-09-23");
    CHECK(iso_date("01-08-2022") == "2022-08-01");
    CHECK(iso_date("2024-09-23") == "2024-09-23");
    CHECK(iso_date("1 augustus 2022") == "2022-08-01");
    CHECK(iso_date("23. september 2024") == "2024-09-23");
    CHECK(iso_date("5. juuni 2023") == "2023-06-05");
    CHECK(iso_date("5. juuli 2023") == "2023-07-05");
    CHECK_FALSE(iso_date("31.02.2024"));
    CHECK_FALSE(iso_date("soon"));
}
