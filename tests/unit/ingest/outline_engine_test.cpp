#include "ingest/outline/outline.hpp"
#include "ingest/outline/standard_builder.hpp"
#include "model/error.hpp"
#include "outline_lines.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

const char* description = R"(
id = "test"
kind = "test_standard"
document_qualification = "whole"
languages = ["en"]
code_rewrite = [{ from = '\s+', to = '' }, { from = '\.$', to = '' }]
[[level]]
match = '\bLevel (?P<value>[1-8])\b'
scheme = "X"
[[heading]]
name = "front"
match = ['^STANDARD$']
makes = "section"
content = "prose"
section = "introduction"
takes_title = true
[[heading]]
name = "unit"
match = ['^(?P<code>U\.\d+)\.?\s+(?P<title>[A-Z].*)$']
makes = "unit"
kind = "competence"
role = "competence"
printed_level = true
title_lines = 2
[[heading]]
name = "indicators"
match = ['^(?P<title>Indicators):?$', '^(?P<title>Indicators):?\s+(?P<rest>1\..*)$']
in = ["unit"]
content = "items"
groups = true
statement_kind = "performance_indicator"
[[heading]]
name = "tools"
match = ['^(?P<title>Tools):$']
in = ["unit"]
content = "items"
unnumbered_only = true
paragraphs = true
statement_kind = "knowledge"
letter = "T"
lead = ['^The baker has:$']
[[marker]]
match = ['^For (?P<profile>.+) also:$']
in = ["unit"]
effect = "applies_to"
[[marker]]
match = ['^OPTIONAL$']
effect = "requirement"
value = "elective"
[[ignore]]
match = '^Printed by'
)";

const Template& form() {
    static const Template instance = read_template(description, "test.toml");
    return instance;
}

model::Standard read(std::string_view text) {
    static const LanguageModel languages(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "language");
    const LayoutDocument document = tests::lines(text);
    return build_standard(document, build_outline(document, form(), {}), form(), languages, {});
}

std::vector<std::string> texts(const model::Standard& standard, const std::string& unit) {
    std::vector<std::string> result;
    for (const model::Statement& statement : standard.find_unit(unit)->statements) result.push_back(statement.code + " " + statement.text);
    return result;
}

std::size_t count(const model::Standard& standard, const std::string& code) {
    return static_cast<std::size_t>(
        std::count_if(standard.findings.begin(), standard.findings.end(), [&](const auto& f) { return f.code == code; }));
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Numbered items keep their numbers and join wrapped lines", "[ingest][outline]") {
    const model::Standard standard = read(
        " STANDARD\n=Baker, Level 4\n=U.1 Baking Level 4\n Indicators:\n 1. Kneads dough until it is smooth, a two-\n handed job.\n 2. "
        "Bakes\n bread.\n");
    CHECK(standard.title == "Baker, Level 4");
    REQUIRE(standard.find_unit("U.1") != nullptr);
    CHECK(standard.find_unit("U.1")->title == "Baking");
    CHECK(standard.find_unit("U.1")->level->value == "4");
    CHECK(texts(standard, "U.1") == Texts{"U.1.1 Kneads dough until it is smooth, a two-handed job.", "U.1.2 Bakes bread."});
    CHECK(standard.find_unit("U.1")->statements[0].number == "1");
    CHECK(standard.find_unit("U.1")->statements[0].section == "Indicators");
    CHECK(standard.find_unit("U.1")->statements[0].raw == "1. Kneads dough until it is smooth, a two-\nhanded job.");
}

TEST_CASE("A number printed twice gives two statements and a finding", "[ingest][outline]") {
    const model::Standard standard = read("=U.1 Baking\n Indicators:\n 1. Kneads.\n 2. Bakes.\n 2. Sells.\n 4. Cleans.\n");
    CHECK(texts(standard, "U.1") == Texts{"U.1.1 Kneads.", "U.1.2a Bakes.", "U.1.2b Sells.", "U.1.4 Cleans."});
    CHECK(count(standard, "duplicate-number") == 1);
    CHECK(count(standard, "numbering-gap") == 1);
}

TEST_CASE("Items run together in one line are taken apart", "[ingest][outline]") {
    const model::Standard standard = read("=U.1 Baking\n=Indicators: 1. Kneads 2 kg of dough. 2. Bakes 3. class bread; 3. Sells it.\n");
    CHECK(texts(standard, "U.1") == Texts{"U.1.1 Kneads 2 kg of dough.", "U.1.2 Bakes 3. class bread;", "U.1.3 Sells it."});
    const std::vector<model::Statement>& statements = standard.find_unit("U.1")->statements;
    CHECK(statements[0].spans.front().last_char <= statements[1].spans.front().first_char);
}

TEST_CASE("Sub headings between items become groups", "[ingest][outline]") {
    const model::Standard standard =
        read("=U.1 Baking\n=Indicators:\n=Hand work\n 1. Kneads dough with care.\n=Machine work\n 2. Uses the mixer.\n");
    const std::vector<model::Statement>& statements = standard.find_unit("U.1")->statements;
    REQUIRE(statements.size() == 2);
    CHECK(statements[0].group == "Hand work");
    CHECK(statements[1].group == "Machine work");
}

TEST_CASE("Bulleted items go on over pages and wrong blank lines", "[ingest][outline]") {
    const model::Standard standard =
        read("=U.1 Baking\n=Tools:\n=The baker has:\n*A spoon of wood,\n=steel or plastic\n*A bowl that is\n#Page 1\n/large\n*An oven\n");
    CHECK(texts(standard, "U.1") == Texts{"U.1.T1 A spoon of wood, steel or plastic", "U.1.T2 A bowl that is large", "U.1.T3 An oven"});
    CHECK(standard.find_unit("U.1")->statements[1].spans.back().page == 2);
}

TEST_CASE("A heading repeated on the next page does not break the sentence", "[ingest][outline]") {
    const model::Standard standard = read("=U.1 Baking\n=Indicators:\n=1. Kneads the dough on the\n/U.1 Baking\n=Board of the shop.\n");
    CHECK(texts(standard, "U.1") == Texts{"U.1.1 Kneads the dough on the Board of the shop."});
    CHECK(standard.units.size() == 1);
}

TEST_CASE("A code at the start of a wrapped line is no heading", "[ingest][outline]") {
    const model::Standard standard = read(
        "=U.1 Baking\n Indicators:\n 1. Works together with those who are responsible for the sale, see unit\n U.2 Selling, in the "
        "shop.\n=U.3 Cleaning\n");
    CHECK(standard.find_unit("U.2") == nullptr);
    CHECK(standard.find_unit("U.3") != nullptr);
}

TEST_CASE("Markers say for whom statements hold and which units are elective", "[ingest][outline]") {
    const model::Standard standard = read(
        "=U.1 Baking\n=Indicators:\n=1. Bakes.\n=For Pastry cook also:\n=2. Pipes cream.\n=OPTIONAL\n=U.2 Selling\n=Indicators:\n=1. "
        "Sells.\n");
    const std::vector<model::Statement>& statements = standard.find_unit("U.1")->statements;
    REQUIRE(statements.size() == 2);
    CHECK(statements[0].applies_to.empty());
    CHECK(statements[1].applies_to == Texts{"Pastry cook"});
    CHECK(standard.find_unit("U.1")->requirement == "mandatory");
    CHECK(standard.find_unit("U.2")->requirement == "elective");
}

TEST_CASE("Wrapped titles are put together when something known follows", "[ingest][outline]") {
    const model::Standard standard = read("=U.1 Baking of bread, rolls and\n cakes\n Indicators:\n 1. Bakes.\n");
    CHECK(standard.find_unit("U.1")->title == "Baking of bread, rolls and cakes");
}

TEST_CASE("The same code with another title is a second unit", "[ingest][outline]") {
    const model::Standard standard = read("=U.1 Baking\n=Indicators:\n=1. Bakes.\n=U.1 Selling\n=Indicators:\n=1. Sells.\n");
    REQUIRE(standard.units.size() == 2);
    CHECK(standard.units[1].code == "U.1b");
    CHECK(count(standard, "duplicate-number") == 1);
}

TEST_CASE("Lines that no rule reads are reported and counted", "[ingest][outline]") {
    const model::Standard standard = read("=Stray\n=U.1 Baking\n=Indicators:\n=1. Bakes.\n=Printed by X\n#Page\n");
    CHECK(count(standard, "left-over-text") == 1);
    CHECK(standard.source.text_accounted < 1.0);
    CHECK(standard.source.text_accounted > 0.8);
}

TEST_CASE("Repeated statements of a unit are found", "[ingest][outline]") {
    const model::Standard standard = read("=U.1 Baking\n=Indicators:\n=1. Bakes bread.\n=2. bakes Bread.\n");
    CHECK(count(standard, "duplicate-statement") == 1);
}

TEST_CASE("More units than allowed stop the work", "[ingest][outline]") {
    model::Limits limits;
    limits.max_units = 1;
    const LayoutDocument document = tests::lines("=U.1 Baking\n=U.2 Selling\n");
    CHECK_THROWS_AS(build_outline(document, form(), limits), model::Error);
}

TEST_CASE("An empty document gives an empty outline", "[ingest][outline]") {
    const model::Standard standard = read("");
    CHECK(standard.units.empty());
    CHECK(standard.source.text_accounted == 1.0);
}

TEST_CASE("The dump names the rule of every line", "[ingest][outline]") {
    const LayoutDocument document = tests::lines("=U.1 Baking\n=Indicators:\n=1. Bakes.\n=Printed by X\n#Page\n");
    const std::string text = dump_outline(build_outline(document, form(), {}), document, form());
    CHECK_THAT(text, Catch::Contains("<unit> U.1 Baking"));
    CHECK_THAT(text, Catch::Contains("p1\tindicators\t1. Bakes."));
    CHECK_THAT(text, Catch::Contains("p1\tignored\tPrinted by X"));
    CHECK_THAT(text, Catch::Contains("p1\tfurniture\tPage"));
}
