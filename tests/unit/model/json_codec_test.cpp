#include "model/json_codec.hpp"

#include "model/json_reader.hpp"
#include "tests/unit/model/sample_standard.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>

using namespace kwalign::model;
using namespace kwalign::tests;

TEST_CASE("a standard with every field survives JSON exactly", "[model][json]") {
    const Standard standard = full_standard();
    for (const int indent : {0, 1, 2}) CHECK(standard_from_json(to_json(standard, Persons::keep, indent), "test") == standard);
    CHECK(standard_from_json(to_json(Standard{}), "test") == Standard{});
}

TEST_CASE("random standards survive JSON exactly", "[model][json]") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 generator(seed);
        const Standard standard = random_standard(generator);
        CAPTURE(seed);
        const std::string json = to_json(standard, Persons::keep, 0);
        REQUIRE(standard_from_json(json, "test") == standard);
        REQUIRE(to_json(standard_from_json(json, "test"), Persons::keep, 0) == json);
    }
}

TEST_CASE("a link survives JSON exactly", "[model][json]") {
    CHECK(link_from_json(to_json(full_link()), "test") == full_link());
    CHECK(link_from_json(to_json(full_link(), 2), "test") == full_link());
    Link bare = plain_link("a:1", "U1", "b:2", "U2");
    CHECK(link_from_json(to_json(bare), "test") == bare);
    for (const Relation relation :
         {Relation::equal, Relation::equivalent, Relation::covers, Relation::covered_by, Relation::overlaps, Relation::none}) {
        bare.relation = relation;
        CHECK(link_from_json(to_json(bare), "test").relation == relation);
    }
}

TEST_CASE("levels are integers where they are digits", "[model][json]") {
    Standard standard = full_standard();
    const auto level_json = [&](std::optional<Level> level) {
        standard.level = std::move(level);
        const std::string json = to_json(standard, Persons::keep, 0);
        const auto first = json.find("\"level\":") + 8;
        return json.substr(first, json.find(",\"eqf\"") - first);
    };
    CHECK(level_json(Level{"EstQF", "4", 4, 4}) == R"(4,"level_detail":{"scheme":"EstQF","value":"4","low":4,"high":4})");
    CHECK(level_json(Level{"EQF", "4/5", 4, 5}) == R"("4/5","level_detail":{"scheme":"EQF","value":"4/5","low":4,"high":5})");
    CHECK(level_json(Level{"e-CF", "e-2", 2, 2}) == R"("e-2","level_detail":{"scheme":"e-CF","value":"e-2","low":2,"high":2})");
    CHECK(level_json(Level{"", "x", 0, 0}) == R"("x","level_detail":{"scheme":"","value":"x","low":null,"high":null})");
    CHECK(level_json(std::nullopt) == R"(null,"level_detail":null)");
}

TEST_CASE("a level without its detail is understood", "[model][json]") {
    const std::string head = R"({"id":"a:1","framework":"a","title":"T","level":)";
    CHECK(standard_from_json(head + "4}", "test").level == Level{"", "4", 4, 4});
    CHECK(standard_from_json(head + R"("4/5"})", "test").level == Level{"", "4/5", 0, 0});
    CHECK(standard_from_json(head + "null}", "test").level == std::nullopt);
}

TEST_CASE("absent dates numbers and parents are null", "[model][json]") {
    Standard standard;
    standard.units.resize(1);
    standard.units[0].statements.resize(1);
    const std::string json = to_json(standard, Persons::keep, 0);
    for (const char* key : {"version", "decided", "valid_from", "valid_until", "parent", "number", "section"}) {
        CAPTURE(key);
        CHECK(json.find("\"" + std::string(key) + "\":null") != std::string::npos);
    }
    CHECK(json.find(R"("eqf":{"low":null,"high":null})") != std::string::npos);
}

TEST_CASE("persons can be left out", "[model][json]") {
    const std::string json = to_json(full_standard(), Persons::leave_out, 0);
    CHECK(json.find("Maasikas") == std::string::npos);
    CHECK(json.find(R"("persons":[])") != std::string::npos);
    CHECK(to_json(full_standard(), Persons::keep, 0).find("Mari Maasikas") != std::string::npos);
}

TEST_CASE("a table names its pairs by standard ids and adds shares", "[model][json]") {
    EquivalenceTable table;
    table.title = "Two standards";
    table.generator = "kwalign test";
    table.standards = {full_standard(), plain_standard("C1")};
    table.standards[1].valid_until = "2027-01-01";
    Pair pair;
    pair.source = 1;
    pair.target = 0;
    pair.links = {full_link()};
    pair.coverage = {{"nl-mbo:C1", "nl-mbo:C0088", "C1-K1", "unit", 1.5, 6.0, 2, 4, {"C1-K1.3"}}};
    pair.gaps = {{{"nl-mbo:C1", "C1-K2", ""}, "nl-mbo:C0088", {}, 0.0, "nothing shared"}};
    table.pairs = {pair};
    const std::string json = to_json(table, Persons::leave_out, 0);
    const JsonDocument document(json, "table");
    const JsonCursor written = document.root().at("pairs").items().at(0);
    CHECK(written.at("source").string() == "nl-mbo:C1");
    CHECK(written.at("target").string() == "nl-mbo:C0088");
    CHECK(written.at("expires").string() == "2027-01-01");
    CHECK(written.at("links").items().size() == 1);
    CHECK(written.at("coverage").items().at(0).at("share").number() == 0.25);
    CHECK_FALSE(written.at("gaps").items().at(0).find("nearest"));
    CHECK_FALSE(document.root().find("created"));
    CHECK(document.root().at("standards").items().size() == 2);
    CHECK(json.find("Maasikas") == std::string::npos);
}
