#include "model/error.hpp"
#include "model/exchange/exporter.hpp"
#include "model/identity.hpp"
#include "tests/unit/interchange/sample_table.hpp"
#include "tests/unit/model/sample_standard.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace kwalign::model;
using kwalign::tests::full_standard;
using kwalign::tests::plain_standard;
using kwalign::tests::sample_table;

namespace {

EquivalenceTable table_of(Standard standard) {
    EquivalenceTable table;
    table.standards = {std::move(standard)};
    return table;
}

struct Exported {
    std::string text;
    LossReport losses;
};

Exported export_case(const EquivalenceTable& table, const ExportOptions& options = {}) {
    const TableSource source(table);
    StringSink sink;
    SingleOutput output(sink);
    LossReport losses = export_to("case", source, output, options);
    return {sink.text(), std::move(losses)};
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("a small standard becomes this CASE package", "[exchange][case]") {
    Standard standard;
    standard.framework = "nl-mbo";
    standard.title = "Netwerken beheren";
    standard.identifiers = {{"certificate_code", "C1"}};
    standard.issuer = "SBB";
    standard.decided = "2024-03-01";
    standard.valid_until = "2029-07-31";
    standard.languages = {"nl"};
    Unit unit;
    unit.code = "K1";
    unit.title = "Beheert";
    unit.kind = "kerntaak";
    unit.lang = "nl";
    unit.level = Level{"mbo", "3", 3, 3};
    unit.statements.resize(1);
    unit.statements[0].kind = StatementKind::skill;
    unit.statements[0].number = "1";
    unit.statements[0].lang = "nl";
    unit.statements[0].text = unit.statements[0].raw = "Kan \"meten\"";
    standard.units = {unit};
    assign_identities(standard);

    const std::string document = uuid_v5("nl-mbo:C1");
    const std::string k1 = uuid_v5("nl-mbo:C1#K1");
    const std::string k11 = uuid_v5("nl-mbo:C1#K1.1");
    const std::string changed = R"("lastChangeDateTime":"2026-02-20T00:00:00+00:00")";
    const auto node = [](const std::string& uuid) { return R"("identifier":")" + uuid + R"(","uri":"urn:uuid:)" + uuid + "\""; };
    const auto type = [&](const std::string& kind) {
        return R"("CFItemType":")" + kind + R"(","CFItemTypeURI":{"title":")" + kind + "\"," + node(uuid_v5("item-type:" + kind)) + "}";
    };
    const std::string status = R"("educationLevel":["mbo 3"],"statusStartDate":"2024-03-01","statusEndDate":"2029-07-31",)" + changed;
    ExportOptions options;
    options.created = "2026-02-20";
    const std::string text = export_case(table_of(standard), options).text;
    CHECK(text.starts_with("{\n\"CFDocument\": {" + node(document) +
                           R"(,"caseVersion":"1.1","creator":"SBB","title":"Netwerken beheren",)" + changed +
                           R"(,"language":"nl","adoptionStatus":"Adopted","statusStartDate":"2024-03-01","statusEndDate":"2029-07-31",)"
                           R"("extensions":{"kwalign":{"standard":{"id":"nl-mbo:C1",)"));
    CHECK(text.ends_with(
        "\"CFItems\": [\n{" + node(k1) + R"(,"language":"nl",)" + status + R"(,"fullStatement":"Beheert",)" + type("kerntaak") +
        R"(,"humanCodingScheme":"K1","extensions":{"kwalign":{"unit":{"id":"nl-mbo:C1#K1","role":"competence","level":3,)"
        R"("level_detail":{"scheme":"mbo","value":"3","low":3,"high":3}}}}},)" +
        "\n{" + node(k11) + R"(,"language":"nl",)" + status + R"(,"fullStatement":"Kan \"meten\"",)" + type("skill") +
        R"(,"humanCodingScheme":"K1.1","listEnumeration":"1","extensions":{"kwalign":{"statement":{"id":"nl-mbo:C1#K1.1"}}}})" +
        "\n],\n\"CFAssociations\": [\n{" + node(uuid_v5("child:nl-mbo:C1#K1")) +
        R"(,"associationType":"isChildOf","sequenceNumber":1,"originNodeURI":{"title":"Beheert",)" + node(k1) +
        R"(},"destinationNodeURI":{"title":"Netwerken beheren",)" + node(document) + "}," + changed + "},\n{" +
        node(uuid_v5("child:nl-mbo:C1#K1.1")) +
        R"(,"associationType":"isChildOf","sequenceNumber":1,"originNodeURI":{"title":"Kan \"meten\"",)" + node(k11) +
        R"(},"destinationNodeURI":{"title":"Beheert",)" + node(k1) + "}," + changed +
        "}\n],\n\"CFDefinitions\": " + R"({"CFItemTypes":[{)" + node(uuid_v5("item-type:kerntaak")) +
        R"(,"title":"kerntaak","description":"Kerntaak","hierarchyCode":"1","typeCode":"kerntaak",)" + changed + "},{" +
        node(uuid_v5("item-type:skill")) + R"(,"title":"skill","description":"Skill","hierarchyCode":"2","typeCode":"skill",)" + changed +
        "}]}\n}\n"));
}

TEST_CASE("two exports of the same standard are the same bytes", "[exchange][case]") {
    const EquivalenceTable table = table_of(full_standard());
    CHECK(export_case(table).text == export_case(table).text);
}

TEST_CASE("named persons stay out of a CASE package unless they are asked for", "[exchange][case]") {
    const Exported without = export_case(table_of(full_standard()));
    CHECK(without.text.find("Maasikas") == std::string::npos);
    CHECK(without.losses.count("persons") == 1);
    ExportOptions options;
    options.persons = Persons::keep;
    const Exported with = export_case(table_of(full_standard()), options);
    CHECK(with.text.find("Maasikas") != std::string::npos);
    CHECK(with.losses.list()[0].fate == LossFate::extension);

    const EquivalenceTable table = sample_table(2);
    CHECK(export_case(table).text.find("Tamm") == std::string::npos);
    CHECK(export_case(table).losses.count("reviewers") == 1);  // of the two decided links one is rejected, so not written
    CHECK(export_case(table, options).text.find("Tamm") != std::string::npos);
}

TEST_CASE("a pair becomes a package of associations", "[exchange][case]") {
    const EquivalenceTable table = sample_table(2);
    const Exported exported = export_case(table);
    // Read off sample_table.cpp: units equivalent, covered by, equal, overlaps, covers (one more is rejected); statements equivalent,
    // equal, covered by, equivalent, equal.
    CHECK(count(exported.text, R"("associationType":"exactMatchOf")") == 3);
    CHECK(count(exported.text, R"("associationType":"isRelatedTo")") == 3);
    CHECK(count(exported.text, R"("associationType":"isPartOf")") == 3);
    CHECK(count(exported.text, R"("associationType":"ext:overlaps")") == 1);
    CHECK(exported.losses.count("relation-equivalent") == 3);
    CHECK(exported.losses.count("relation-overlaps") == 1);
    CHECK(exported.losses.count("link-figures") == 10);
    CHECK(exported.losses.count("standards-apart") == 2);
    // "covers" reads from the part to the whole: PLO 4 is part of B.3.4.
    const std::string part = uuid_v5(table.standards[1].id + "#PLO 4");
    const std::string whole = uuid_v5(table.standards[0].id + "#B.3.4");
    const std::size_t at = exported.text.find(R"("relation":"covers")");
    REQUIRE(at != std::string::npos);
    const std::size_t line = exported.text.rfind('\n', at);
    CHECK(exported.text.find(part, line) < exported.text.find(whole, line));
}

TEST_CASE("rejected links go out only on request and are marked", "[exchange][case]") {
    ExportOptions options;
    options.links = LinkChoice::all;
    const Exported all = export_case(sample_table(2), options);
    CHECK(count(all.text, R"("associationType":"ext:rejected")") == 1);
    CHECK(all.losses.count("rejected") == 1);
    options.links = LinkChoice::confirmed;
    const Exported confirmed = export_case(sample_table(2), options);
    CHECK(count(confirmed.text, R"("associationType")") == 1);
}

TEST_CASE("several packages need a folder", "[exchange][case]") {
    CHECK_THROWS_AS(export_case(sample_table(3)), Error);
    EquivalenceTable two;
    two.standards = {plain_standard("A1"), plain_standard("A2")};
    CHECK_THROWS_AS(export_case(two), Error);
    CHECK_THROWS_AS(export_case({}), Error);
}

TEST_CASE("formats are known by name and suffix", "[exchange][case]") {
    CHECK(export_format_for("x/y.CASE.json") == "case");
    CHECK(export_format_for("x.json") == "json");
    CHECK(export_format_for("x.txt").empty());
    CHECK(export_format_for(".json").empty());
    StringSink sink;
    SingleOutput output(sink);
    CHECK_THROWS_AS(export_to("no such", TableSource(EquivalenceTable{}), output, {}), Error);
}
