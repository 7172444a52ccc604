#include "ingest/outline/fields.hpp"

#include "ingest/outline/persons.hpp"
#include "outline_lines.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

const char* description = R"(
id = "test"
level_scheme = "X"
[[heading]]
name = "data"
match = ['^Data$']
makes = "area"
content = "fields"
[[field]]
name = "version"
type = "number"
label = ['^1\. Number of the version of this standard']
[[field]]
name = "decided"
type = "date"
label = ['^2\. Decided']
[[field]]
name = "isco"
type = "isco"
label = ['^3\. Classification']
[[field]]
name = "compilers"
type = "persons"
label = ['^4\. Compiled by:']
[[field]]
name = "shelf"
label = ['^5\. Shelf']
value = '\d+'
)";

model::Standard read(std::string_view text) {
    static const Template form = read_template(description, "test.toml");
    const LayoutDocument document = tests::lines(text);
    const Outline outline = build_outline(document, form, {});
    model::Standard standard;
    model::Findings findings;
    read_fields(document, outline, form, standard, findings);
    standard.findings = findings.list();
    return standard;
}

}  // namespace

TEST_CASE("Labels may be wrapped and values may stand behind or below them", "[ingest][outline]") {
    const model::Standard standard = read(
        " Data\n 1. Number of the version of\n this standard\n=7\n=2. Decided 23.09.2024\n=3. Classification\n=7512 Bakers\n and "
        "confectioners\n=9412 Kitchen helpers\n=5. Shelf\n=no 12");
    CHECK(standard.version == "7");
    CHECK(standard.decided == "2024-09-23");
    REQUIRE(standard.classifications.size() == 2);
    CHECK(standard.classifications[0] == model::ClassificationRef{"ISCO-08", "7512", "Bakers and confectioners"});
    CHECK(standard.classifications[1].code == "9412");
    CHECK(standard.fields.at("shelf") == "12");
}

TEST_CASE("Values in the neighbouring cell belong to their label", "[ingest][outline]") {
    const model::Standard standard =
        read(" Data\n=|0,0|1. Number of the version\n+|0,0|of this standard\n=|0,1|3\n=|1,0|2. Decided\n=|1,1|1 May 2020");
    CHECK(standard.version == "3");
    CHECK(standard.decided == "2020-05-01");
}

TEST_CASE("A date that is none is a finding", "[ingest][outline]") {
    const model::Standard standard = read(" Data\n=2. Decided never");
    CHECK(standard.decided.empty());
    REQUIRE(standard.findings.size() == 1);
    CHECK(standard.findings.front().code == "unreadable-date");
}

TEST_CASE("Persons stand one a line with wrapped organisations", "[ingest][outline]") {
    const std::vector<model::Person> persons =
        read_persons({"Anu Kask, Leivatehas OÜ / Tallinna", "Toidukool", "Jaan-Erik Mets, Saiapood AS"});
    REQUIRE(persons.size() == 2);
    CHECK(persons[0].name == "Anu Kask");
    CHECK(persons[0].organisation == "Leivatehas OÜ / Tallinna Toidukool");
    CHECK(persons[1].name == "Jaan-Erik Mets");
    CHECK(persons[1].role == "compiler");
}

TEST_CASE("Persons run together in one paragraph are told apart by the comma behind the name", "[ingest][outline]") {
    const std::vector<model::Person> persons =
        read_persons({"Anu Kask, Leivatehas OÜ Jaan Mets, Saiapood AS / Bakery Union Mari Saar, Kool"});
    REQUIRE(persons.size() == 3);
    CHECK(persons[0].organisation == "Leivatehas OÜ");
    CHECK(persons[1].organisation == "Saiapood AS / Bakery Union");
    CHECK(persons[2].name == "Mari Saar");
}

TEST_CASE("Names of three words open a person", "[ingest][outline]") {
    const std::vector<model::Person> persons = read_persons({"Anu Kask, Leivatehas", "Anna Maria Kuusk, Saiapood"});
    REQUIRE(persons.size() == 2);
    CHECK(persons[1].name == "Anna Maria Kuusk");
}
