#include "model/error.hpp"
#include "model/identity.hpp"
#include "tests/unit/exchange/round_trip.hpp"
#include "tests/unit/interchange/sample_table.hpp"
#include "tests/unit/model/sample_standard.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace kwalign::model;
using namespace kwalign::tests;
using Catch::Matchers::Contains;

namespace {

std::string uri(const std::string& identifier, const std::string& title) {
    return R"({"title":")" + title + R"(","identifier":")" + identifier + R"(","uri":"urn:x:)" + identifier + R"("})";
}

std::string item(const std::string& identifier, const std::string& statement, const std::string& more = {}) {
    return R"({"identifier":")" + identifier + R"(","uri":"urn:x:)" + identifier +
           R"(","lastChangeDateTime":"2020-01-01T00:00:00Z","fullStatement":")" + statement + "\"" + more + "}";
}

std::string association(const std::string& type, const std::string& origin, const std::string& destination, const std::string& more = {}) {
    return R"({"identifier":"a-)" + origin + R"(","uri":"urn:x:a","lastChangeDateTime":"2020-01-01T00:00:00Z","associationType":")" + type +
           R"(","originNodeURI":)" + uri(origin, origin) + R"(,"destinationNodeURI":)" + uri(destination, destination) + more + "}";
}

std::string package(const std::string& items, const std::string& associations, const std::string& document_more = {}) {
    return R"({"CFDocument":{"identifier":"doc","uri":"urn:x:doc","creator":"A School","title":"Baking","lastChangeDateTime":"2020-01-01T00:00:00Z")" +
           document_more + "},\n\"CFItems\":[" + items + "],\n\"CFAssociations\":[" + associations + "]}";
}

std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("a standard that goes out as CASE comes back the same", "[exchange][case]") {
    std::vector<Standard> standards = sample_table(3).standards;
    standards.push_back(full_standard());
    standards.push_back(plain_standard("C7", 30, 12));
    for (const Standard& standard : awkward_table().standards) standards.push_back(standard);
    // JSON has no way to say malformed bytes, and a text as extracted is the text where nothing else is known.
    for (const Standard& standard : standards) {
        CAPTURE(standard.id);
        const Exported exported = export_all("case", table_of({standard}), everything());
        REQUIRE(exported.texts.size() == 1);
        const ImportResult result = import_from("case", exported.texts[0], "x.case.json");
        REQUIRE(result.standards.size() == 1);
        CHECK(result.standards[0] == standard);
        CHECK(result.links.empty());
        CHECK(result.findings.empty());
        CHECK(export_all("case", table_of({result.standards[0]}), everything()).texts == exported.texts);
    }
}

TEST_CASE("the links of a pair that goes out as CASE come back the same", "[exchange][case]") {
    const EquivalenceTable table = sample_table(2);
    const Exported exported = export_all("case", table, everything());
    REQUIRE(exported.texts.size() == 3);
    const ImportResult result = import_from("case", exported.texts[2], "x.case.json");
    CHECK(result.standards.empty());
    std::vector<Link> links = table.pairs[0].links;
    links.insert(links.end(), table.pairs[0].statement_links.begin(), table.pairs[0].statement_links.end());
    CHECK(result.links == links);
}

TEST_CASE("without persons a CASE package comes back without them", "[exchange][case]") {
    Standard standard = full_standard();
    const ImportResult result = import_from("case", export_all("case", table_of({standard})).texts[0], "x");
    standard.persons.clear();
    CHECK(result.standards.at(0) == standard);
}

TEST_CASE("what a registry changes in a package comes back changed", "[exchange][case]") {
    const Standard standard = plain_standard("C7", 1, 1);
    std::string text = export_all("case", table_of({standard})).texts[0];
    const auto replace_all = [&](const std::string& from, const std::string& to) {
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    };
    replace_all("\"fullStatement\":\"Kerntaak 1\"", "\"fullStatement\":\"Kerntaak een\"");
    const ImportResult result = import_from("case", text, "x");
    CHECK(result.standards.at(0).units.at(0).title == "Kerntaak een");
    CHECK(result.standards.at(0).units.at(0).id == standard.units[0].id);
}

TEST_CASE("a package of others becomes units and statements", "[exchange][case]") {
    // doc: A (B: b1 b2, c), D
    const std::string text = package(item("A", "Bread", R"(,"humanCodingScheme":"1","language":"en","educationLevel":["EQF 3","EQF 4"])") +
                                         "," + item("b2", "Shape", R"(,"listEnumeration":"2")") + "," +
                                         item("b1", "Knead", R"(,"listEnumeration":"1","CFItemType":"skill")") + "," +
                                         item("B", "Dough", R"(,"humanCodingScheme":"1.1","CFItemType":"Unit")") + "," + item("c", "Bake") +
                                         "," + item("D", "Hygiene"),
                                     association("isChildOf", "A", "doc", R"(,"sequenceNumber":1)") + "," +
                                         association("isChildOf", "D", "doc", R"(,"sequenceNumber":2)") + "," +
                                         association("isChildOf", "b2", "B", R"(,"sequenceNumber":2)") + "," +
                                         association("isChildOf", "b1", "B", R"(,"sequenceNumber":1)") + "," +
                                         association("isChildOf", "c", "A", R"(,"sequenceNumber":2)") + "," +
                                         association("isChildOf", "B", "A", R"(,"sequenceNumber":1)"),
                                     R"(,"version":"3","language":"nl")");
    const ImportResult result = import_from("case", text, "in.json");
    REQUIRE(result.standards.size() == 1);
    const Standard& standard = result.standards[0];
    CHECK(standard.id == "a-school:doc");
    CHECK(standard.title == "Baking");
    CHECK(standard.issuer == "A School");
    CHECK(standard.version == "3");
    CHECK(standard.languages == std::vector<std::string>{"nl", "en"});
    REQUIRE(standard.units.size() == 3);
    CHECK(standard.units[0].title == "Bread");
    CHECK(standard.units[0].code == "1");
    CHECK(standard.units[0].level == Level{"EQF", "EQF 3/EQF 4", 3, 4});
    CHECK(standard.units[0].role == UnitRole::competence);
    REQUIRE(standard.units[0].statements.size() == 1);
    CHECK(standard.units[0].statements[0].text == "Bake");
    CHECK(standard.units[1].title == "Dough");
    CHECK(standard.units[1].parent == "1");
    REQUIRE(standard.units[1].statements.size() == 2);
    CHECK(standard.units[1].statements[0].text == "Knead");
    CHECK(standard.units[1].statements[0].kind == StatementKind::skill);
    CHECK(standard.units[1].statements[0].number == "1");
    CHECK(standard.units[1].statements[0].lang == "nl");
    CHECK(standard.units[1].statements[1].text == "Shape");
    CHECK(standard.units[2].title == "Hygiene");
    CHECK(standard.units[2].statements.empty());

    // Going out again renames nothing.
    const std::string again = export_all("case", table_of({standard})).texts[0];
    for (const char* identifier : {"doc", "A", "B", "b1", "b2", "c", "D"})
        CHECK_THAT(again, Contains(std::string("\"identifier\":\"") + identifier + "\""));
}

TEST_CASE("associations of others become links where both ends are known", "[exchange][case]") {
    const Standard known = plain_standard("C7", 2, 1);
    KnownParts parts;
    parts.add(known);
    ImportOptions options;
    options.known = &parts;
    const std::string there = uuid_v5(known.units[1].id);
    const std::string text = package(item("A", "Bread") + "," + item("B", "Cake"),
                                     association("isChildOf", "A", "doc") + "," + association("isChildOf", "B", "doc") + "," +
                                         association("isPartOf", "A", there) + "," + association("exactMatchOf", "A", "elsewhere") + "," +
                                         association("precedes", "A", "B"));
    const ImportResult result = import_from("case", text, "in.json", options);
    REQUIRE(result.links.size() == 1);
    CHECK(result.links[0].source == Endpoint{"a-school:doc", "A", ""});
    CHECK(result.links[0].target == Endpoint{known.id, known.units[1].code, ""});
    CHECK(result.links[0].relation == Relation::covered_by);
    CHECK(result.links[0].decision == Decision{LinkStatus::confirmed, "A School", "2020-01-01T00:00:00Z", ""});
    REQUIRE(result.findings.size() == 2);
    CHECK(result.findings[0].code == "association-left-out");
    CHECK_THAT(result.findings[0].message, Contains("an end is not known"));
    CHECK_THAT(result.findings[1].message, Contains("no link between two standards"));
}

TEST_CASE("oddities of a package are told and survived", "[exchange][case]") {
    const std::string text = package(
        item("A", "Bread", R"(,"humanCodingScheme":"1")") + "," + item("B", "Cake", R"(,"humanCodingScheme":"1")") + "," + item("C", "Pie"),
        association("isChildOf", "A", "doc") + "," + association("isChildOf", "B", "doc") + "," + association("isChildOf", "B", "A") + "," +
            association("isChildOf", "nowhere", "doc"));
    const ImportResult result = import_from("case", text, "in.json");
    std::vector<std::string> codes;
    for (const Finding& finding : result.findings) codes.push_back(finding.code);
    CHECK(codes == std::vector<std::string>{"unknown-child-or-parent", "second-parent", "no-parent", "duplicate-code"});
    REQUIRE(result.standards.at(0).units.size() == 3);
    CHECK(result.standards[0].units[1].code == "1~B");
}

TEST_CASE("bad packages are refused with their place", "[exchange][case][hostile]") {
    const std::string a = item("A", "Bread");
    const std::string b = item("B", "Cake");
    const std::string good = package(a + ",\n" + b, association("isChildOf", "A", "doc") + "," + association("isChildOf", "B", "A"));
    REQUIRE(import_error("case", good).empty());
    for (std::size_t length = 0; length < good.size(); length += 7) {
        CAPTURE(length);
        CHECK(!import_error("case", std::string_view(good).substr(0, length)).empty());
    }
    CHECK_THAT(import_error("case", package(a + ",\n" + a, "")), Contains("in.file:3 CFItems[1]") && Contains("identifier A occurs twice"));
    CHECK_THAT(import_error("case", package(a + ",\n" + b, association("isChildOf", "A", "B") + "," + association("isChildOf", "B", "A"))),
               Contains("runs in a circle") && Contains("A -> B -> A"));
    CHECK_THAT(import_error("case", package(a, association("isChildOf", "A", "A"))), Contains("runs in a circle: A -> A"));
    CHECK_THAT(import_error("case", package(a, association("isMotherOf", "A", "doc"))),
               Contains("CFAssociations[0]") && Contains("unknown association type"));
    CHECK_THAT(import_error("case", package(a, "", R"(,"caseVersion":"2.0")")), Contains("CASE version \"2.0\""));
    CHECK_THAT(import_error("case", package(R"({"identifier":"A"})", "")), Contains("CFItems[0]") && Contains("fullStatement"));
    CHECK_THAT(import_error("case", package(R"({"identifier":7,"fullStatement":"x"})", "")),
               Contains("$.identifier") && Contains("a string is expected"));
    CHECK_THAT(import_error("case", R"({"CFItems":[]})"), Contains("no CFDocument"));
    CHECK_THAT(import_error("case", "[]"), Contains("in.file:1"));
    CHECK_THAT(import_error("case", good + "x"), Contains("not JSON"));
    CHECK_THAT(import_error("case", "{\"CFDocument\":{},\n\"CFDocument\":{}}"), Contains("in.file:2") && Contains("occurs twice"));
    CHECK_THAT(import_error("no such", good), Contains("no import format"));
}

TEST_CASE("input that is no text is refused at once", "[exchange][hostile]") {
    for (const std::string& format : import_formats()) {
        CAPTURE(format);
        CHECK_THAT(import_error(format, ""), Contains("nothing in the file"));
        CHECK_THAT(import_error(format, std::string(1'000'000, ' ')), Contains("nothing in the file"));
        CHECK_THAT(import_error(format, std::string(1'000'000, '\0')), Contains("nothing in the file"));
        CHECK_THAT(import_error(format, std::string("\xff\xfe{\0}\0", 6)), Contains("UTF-16"));
        CHECK_THAT(import_error(format, "{\n\"a\": \"\xe5\"}"), Contains("in.file:2") && Contains("not UTF-8"));
        CHECK(!import_error(format, std::string(100'000, '[')).empty());
        CHECK(!import_error(format, std::string(100'000, '{')).empty());
        CHECK(!import_error(format, std::string(100'000, 'x')).empty());
        CHECK(!import_error(format, "\"" + std::string(100'000, '\\')).empty());
    }
}

TEST_CASE("deep hierarchies are refused", "[exchange][case][hostile]") {
    std::string items = item("i0", "x");
    std::string associations = association("isChildOf", "i0", "doc");
    for (int i = 1; i < 40; ++i) {
        items += "," + item("i" + std::to_string(i), "x");
        associations += "," + association("isChildOf", "i" + std::to_string(i), "i" + std::to_string(i - 1));
    }
    CHECK_THAT(import_error("case", package(items, associations)), Contains("deeper than 32"));
}

TEST_CASE("published sample packages can be read", "[exchange][case]") {
    const std::filesystem::path folder = std::filesystem::path(KWALIGN_SHARED_DIR) / "schemas" / "case";
    if (!std::filesystem::exists(folder)) {
        WARN("skipped: there is no " << folder);
        return;
    }
    const ImportResult levels = import_from("case", contents(folder / "SmartLevelFramework.json"), "SmartLevelFramework.json");
    REQUIRE(levels.standards.size() == 1);
    CHECK(levels.standards[0].title == "SmartLevel Test");
    std::size_t parts = 0;
    for (const Unit& unit : levels.standards[0].units) parts += 1 + unit.statements.size();
    CHECK(parts == 14);
    CHECK(levels.findings.empty());
    const ImportResult letters = import_from("case", contents(folder / "Utf8TestFramework.json"), "Utf8TestFramework.json");
    REQUIRE(letters.standards.at(0).units.size() == 1);
    CHECK(letters.standards[0].units[0].title == "Item \xf0\x9d\x91\x91 1");
}
