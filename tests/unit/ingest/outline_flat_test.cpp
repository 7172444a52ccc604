#include "ingest/outline/flat_framework.hpp"

#include "model/error.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

model::Standard read(std::string_view text) { return read_flat_framework(text, "list.csv", "mine", "My list", {}); }

}  // namespace

TEST_CASE("A list of competences becomes a standard", "[ingest][outline]") {
    const model::Standard standard =
        read("id,title,lang,parent,description,level\nA,Bakery,en,,,\nA.1,\"Bakes bread, rolls\",en,A,\"Says \"\"hot\"\"\",EQF 4\n");
    CHECK(standard.framework == "mine");
    CHECK(standard.kind == "competence_list");
    REQUIRE(standard.units.size() == 2);
    const model::Unit& unit = standard.units[1];
    CHECK(unit.title == "Bakes bread, rolls");
    CHECK(unit.kind == "item");
    CHECK(unit.role == model::UnitRole::competence);
    CHECK(unit.parent == "A");
    REQUIRE(unit.level.has_value());
    CHECK(unit.level->scheme == "EQF");
    CHECK(unit.level->low == 4);
    REQUIRE(unit.statements.size() == 1);
    CHECK(unit.statements.front().text == "Says \"hot\"");
    CHECK(standard.languages == std::vector<std::string>{"en"});
    CHECK(standard.findings.empty());
}

TEST_CASE("Tabs and semicolons separate columns as well and the header may be in any order", "[ingest][outline]") {
    CHECK(read("lang\tid\ttitle\nnl\t1\tBakt brood\n").units.front().title == "Bakt brood");
    CHECK(read("id;title;lang\n1;Bakt brood;nl\n").units.front().code == "1");
}

TEST_CASE("Odd rows of a list are findings", "[ingest][outline]") {
    const model::Standard standard = read("\xEF\xBB\xBFid,title,lang,parent\n1,One,en,\n1,Again,en,\n,None,en,\n2,Two,en,9\n\n");
    CHECK(standard.units.size() == 2);
    REQUIRE(standard.findings.size() == 3);
    CHECK(standard.findings[0].code == "duplicate-number");
    CHECK(standard.findings[1].code == "bad-row");
    CHECK(standard.findings[2].code == "dangling-reference");
    CHECK(standard.units[1].parent.empty());
}

TEST_CASE("A text with an unquoted separator is a finding", "[ingest][outline]") {
    const model::Standard list = read("id,title,lang\nA,Installs, configures and tests,en\nB,\"Finds, and mends\",en\nC,Plans,en,,\n");
    REQUIRE(list.findings.size() == 1);
    CHECK(list.findings[0].code == "bad-row");
    CHECK(list.findings[0].message.starts_with("Line 2 has more cells"));
}

TEST_CASE("A quotation mark that nothing closes is a finding", "[ingest][outline]") {
    const model::Standard list = read("id,title,lang\nA,Installs,en\nB,\"Finds,en\nC,Plans,en\n");
    REQUIRE(list.findings.size() == 1);
    CHECK(list.findings[0].code == "unclosed-quote");
    CHECK(list.findings[0].message.starts_with("The quotation mark in line 3 is never closed"));
    CHECK(read("id,title,lang\nA,\"Says \"\"hello\"\"\",\"en\"").findings.empty());
}

TEST_CASE("Line ends inside quotes do not end a row", "[ingest][outline]") {
    const model::Standard standard = read("id,title,lang\r\n1,\"Bakes\r\nbread\",en\r\n2,Sells,en");
    REQUIRE(standard.units.size() == 2);
    CHECK(standard.units[0].title == "Bakes bread");
    CHECK(standard.units[1].title == "Sells");
}

TEST_CASE("Other tables are no list of competences", "[ingest][outline]") {
    CHECK_FALSE(is_flat_framework("name,age\nAnu,3\n"));
    CHECK_FALSE(is_flat_framework(""));
    CHECK(is_flat_framework("ID,Title,Lang\n"));
    CHECK_THROWS_AS(read("name,age\n"), model::Error);
}

TEST_CASE("A list longer than allowed is refused", "[ingest][outline]") {
    model::Limits limits;
    limits.max_statements = 1;
    CHECK_THROWS_AS(read_flat_framework("id,title,lang\n1,a,en\n2,b,en\n", "list.csv", "x", "x", limits), model::Error);
}
