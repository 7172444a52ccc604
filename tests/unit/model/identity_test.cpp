#include "model/identity.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace kwalign::model;

namespace {

Statement numbered(std::string number) {
    Statement statement;
    statement.number = std::move(number);
    statement.text = "text";
    return statement;
}

Unit unit_of(std::string code, std::vector<Statement> statements) {
    Unit unit;
    unit.code = std::move(code);
    unit.statements = std::move(statements);
    return unit;
}

std::vector<std::string> codes_of(const Unit& unit) {
    std::vector<std::string> codes;
    for (const Statement& statement : unit.statements) codes.push_back(statement.code);
    return codes;
}

Standard estonian() {
    Standard standard;
    standard.framework = "ee-estqf";
    standard.title = "Junior IT Systems Specialist";
    standard.identifiers = {{"register_id", "08-23092024-1.1/7k"}};
    return standard;
}

}  // namespace

TEST_CASE("a certificate code comes before a crebo number before a register number", "[model][identity]") {
    Standard standard;
    standard.framework = "nl-mbo";
    standard.title = "Ondersteunen gebruikers";
    standard.identifiers = {{"register_id", "08-1/2"}, {"crebo", "25606"}, {"certificate_code", "C0088"}};
    CHECK(standard_id(standard) == "nl-mbo:C0088");
    standard.identifiers.erase("certificate_code");
    CHECK(standard_id(standard) == "nl-mbo:25606");
    standard.identifiers.erase("crebo");
    CHECK(standard_id(standard) == "nl-mbo:08-1");
}

TEST_CASE("the version is no part of a register number", "[model][identity]") {
    CHECK(standard_id(estonian()) == "ee-estqf:08-23092024-1.1");
    Standard plain = estonian();
    plain.identifiers["register_id"] = "08-23092024-1.1";
    CHECK(standard_id(plain) == "ee-estqf:08-23092024-1.1");
}

TEST_CASE("without identifiers the title and level name a standard", "[model][identity]") {
    Standard standard;
    standard.framework = "eu-essa";
    standard.title = "ESSA Technical software specialist";
    standard.level = Level{"EQF", "4/5", 4, 5};
    CHECK(standard_id(standard) == "eu-essa:essa-technical-software-specialist-eqf-4-5");
    standard.title = "ESSA Technical software specialist EQF 4/5";
    CHECK(standard_id(standard) == "eu-essa:essa-technical-software-specialist-eqf-4-5");
}

TEST_CASE("a title without Latin letters still gives a stable key", "[model][identity]") {
    Standard standard;
    standard.framework = "xx";
    standard.title = "Специалист";
    const std::string id = standard_id(standard);
    CHECK(id.starts_with("xx:untitled-"));
    CHECK(standard_id(standard) == id);
    standard.title = "Техник";
    CHECK(standard_id(standard) != id);
}

TEST_CASE("what ids use as separators never comes from a printed value", "[model][identity]") {
    Standard standard;
    standard.framework = "my list: v@2";
    standard.identifiers = {{"crebo", " 23 244#1!2 "}};
    CHECK(standard_id(standard) == "my-list-v-2:23-244-1-2");
}

TEST_CASE("statement codes are the unit code and the printed number", "[model][identity]") {
    Standard standard = estonian();
    standard.units = {unit_of("B.3.5", {numbered("1"), numbered("2."), numbered("(3)"), numbered("a)"), numbered("B.3.5.9")})};
    assign_identities(standard);
    CHECK(codes_of(standard.units[0]) == std::vector<std::string>{"B.3.5.1", "B.3.5.2", "B.3.5.3", "B.3.5.a", "B.3.5.9"});
    CHECK(standard.units[0].id == "ee-estqf:08-23092024-1.1#B.3.5");
    CHECK(standard.units[0].statements[0].id == "ee-estqf:08-23092024-1.1#B.3.5.1");
}

TEST_CASE("a number printed twice takes letters in document order", "[model][identity]") {
    Standard standard = estonian();
    standard.units = {unit_of("B.3.10", {numbered("4"), numbered("5"), numbered("5"), numbered("6"), numbered("5")})};
    assign_identities(standard);
    CHECK(codes_of(standard.units[0]) == std::vector<std::string>{"B.3.10.4", "B.3.10.5a", "B.3.10.5b", "B.3.10.6", "B.3.10.5c"});
}

TEST_CASE("a letter that is printed already is not given a second time", "[model][identity]") {
    Standard standard = estonian();
    standard.units = {unit_of("B.1", {numbered("5"), numbered("5a"), numbered("5")})};
    assign_identities(standard);
    CHECK(codes_of(standard.units[0]) == std::vector<std::string>{"B.1.5b", "B.1.5a", "B.1.5c"});
}

TEST_CASE("more repetitions than letters go on with two letters", "[model][identity]") {
    Standard standard = estonian();
    standard.units = {unit_of("B.1", std::vector<Statement>(28, numbered("1")))};
    assign_identities(standard);
    CHECK(standard.units[0].statements[25].code == "B.1.1z");
    CHECK(standard.units[0].statements[26].code == "B.1.1aa");
    CHECK(standard.units[0].statements[27].code == "B.1.1ab");
}

TEST_CASE("without a printed number the ordinal counts", "[model][identity]") {
    Standard standard = estonian();
    standard.units = {unit_of("C1-K1-W1", {numbered(""), numbered(""), numbered("")})};
    assign_identities(standard);
    CHECK(codes_of(standard.units[0]) == std::vector<std::string>{"C1-K1-W1.1", "C1-K1-W1.2", "C1-K1-W1.3"});
}

TEST_CASE("an ordinal gives way to a printed number", "[model][identity]") {
    Standard standard = estonian();
    standard.units = {unit_of("B.1", {numbered(""), numbered("1"), numbered("2")})};
    assign_identities(standard);
    CHECK(codes_of(standard.units[0]) == std::vector<std::string>{"B.1.3", "B.1.1", "B.1.2"});
}

TEST_CASE("codes that a template has set are kept", "[model][identity]") {
    Standard standard = estonian();
    Statement set = numbered("2");
    set.code = "5.2";
    standard.units = {unit_of("PLO 5", {numbered("1"), set})};
    assign_identities(standard);
    CHECK(codes_of(standard.units[0]) == std::vector<std::string>{"PLO 5.1", "5.2"});
}

TEST_CASE("a statement code equal to a unit code gets an id of its own", "[model][identity]") {
    Standard standard = estonian();
    standard.units = {unit_of("B.3", {numbered("1")}), unit_of("B.3.1", {numbered("1")})};
    assign_identities(standard);
    CHECK(standard.units[0].statements[0].id == "ee-estqf:08-23092024-1.1#B.3/B.3.1");
    CHECK(standard.units[1].id == "ee-estqf:08-23092024-1.1#B.3.1");
}

TEST_CASE("statements of sections have identities too", "[model][identity]") {
    Standard standard = estonian();
    standard.sections = {{"deliverables", "Deliverables", {numbered(""), numbered("2")}}};
    assign_identities(standard);
    CHECK(standard.sections[0].statements[0].code == "deliverables.1");
    CHECK(standard.sections[0].statements[1].id == "ee-estqf:08-23092024-1.1#deliverables.2");
}

TEST_CASE("qualifications are named by their titles", "[model][identity]") {
    Standard standard = estonian();
    standard.qualifications.resize(3);
    standard.qualifications[0].title = "Help Desk Technician";
    standard.qualifications[1].title = "Kasutajatoe tehnik õhtul";
    standard.qualifications[2].title = "Help Desk technician";
    assign_identities(standard);
    CHECK(standard.qualifications[0].id == "ee-estqf:08-23092024-1.1!help-desk-technician");
    CHECK(standard.qualifications[1].id == "ee-estqf:08-23092024-1.1!kasutajatoe-tehnik-ohtul");
    CHECK(standard.qualifications[2].id == "ee-estqf:08-23092024-1.1!help-desk-technician~2");
}

TEST_CASE("ids are unique even where the document repeats codes and has none", "[model][identity]") {
    Standard standard = estonian();
    standard.units = {unit_of("1", {numbered("1.1"), numbered("2")}), unit_of("1.1", {numbered("1")}),
                      unit_of("1", {numbered("2"), numbered("")}), unit_of("", {numbered("")}), unit_of("", {})};
    assign_identities(standard);
    std::set<std::string> ids;
    std::set<std::string> codes;
    std::size_t statements = 0;
    for (const Unit& unit : standard.units) {
        CHECK(ids.insert(unit.id).second);
        for (const Statement& statement : unit.statements) {
            CAPTURE(statement.code, statement.id);
            CHECK(ids.insert(statement.id).second);
            CHECK(codes.insert(statement.code).second);
            ++statements;
        }
    }
    CHECK(statements == 6);
    CHECK(standard.units[3].code == "U4");
}

TEST_CASE("assigning identities twice changes nothing", "[model][identity]") {
    Standard standard = estonian();
    standard.units = {unit_of("B.3.10", {numbered(""), numbered("5"), numbered("5"), numbered("1")}), unit_of("B.3.10", {numbered("5")}),
                      unit_of("", {})};
    standard.qualifications.resize(2);
    assign_identities(standard);
    const Standard once = standard;
    assign_identities(standard);
    CHECK(standard == once);
}

TEST_CASE("UUIDs are version 5 in a fixed namespace", "[model][identity]") {
    // python3 -c 'import uuid; print(uuid.uuid5(uuid.UUID("06495cd9-1a22-41e0-a07f-87bab355508a"), "nl-mbo:C0088"))'
    CHECK(uuid_v5("nl-mbo:C0088") == "972d4395-6311-56cb-be76-7ca6d53af3c7");
    CHECK(uuid_v5("") == "f056c5f0-d402-5d45-9008-5e4ece7b3875");
    CHECK(uuid_v5("õ") == "5a458986-1bff-528d-8305-a20544475e24");
}

TEST_CASE("slugs are ASCII kebab case", "[model][identity]") {
    CHECK(slug("Junior IT Systems Specialist, EstQF Level 4") == "junior-it-systems-specialist-estqf-level-4");
    CHECK(slug("  Õpiväljundid & kutse – 'eriala' ") == "opivaljundid-kutse-eriala");
    CHECK(slug("Expert IT (24/7)") == "expert-it-24-7");
    CHECK(slug("---").empty());
    CHECK(slug("").empty());
}
