#include "tests/unit/exchange/round_trip.hpp"
#include "tests/unit/interchange/sample_table.hpp"
#include "tests/unit/model/sample_standard.hpp"

#include <catch2/catch.hpp>

using namespace kwalign::model;
using namespace kwalign::tests;
using Catch::Matchers::Contains;

TEST_CASE("everything that goes out as JSON Lines comes back", "[exchange][jsonl]") {
    EquivalenceTable table = sample_table(3);
    table.standards.push_back(full_standard());
    const Exported exported = export_all("jsonl", table, everything());
    CHECK(exported.losses.empty());
    const ImportResult result = import_from("jsonl", exported.texts.at(0), "x.jsonl");
    CHECK(result.standards == table.standards);
    std::vector<Link> links;
    for (const Pair& pair : table.pairs) {
        links.insert(links.end(), pair.links.begin(), pair.links.end());
        links.insert(links.end(), pair.statement_links.begin(), pair.statement_links.end());
    }
    CHECK(result.links == links);
    CHECK(export_all("jsonl", table, everything()).texts == exported.texts);
}

TEST_CASE("JSON Lines leave persons out unless they are asked for", "[exchange][jsonl]") {
    EquivalenceTable table = sample_table(2);
    const Exported exported = export_all("jsonl", table);
    CHECK(exported.texts.at(0).find("Maasikas") == std::string::npos);
    CHECK(exported.texts.at(0).find("Tamm") == std::string::npos);
    CHECK(exported.losses.count("persons") == 1);
    CHECK(exported.losses.count("reviewers") == 1);
}

TEST_CASE("JSON Lines of nothing are a first and a last line", "[exchange][jsonl]") {
    ExportOptions options;
    options.created = "2026-02-20";
    options.generator = "kwalign 0.1.0";
    CHECK(export_all("jsonl", {}, options).texts.at(0) ==
          "{\"type\":\"kwalign\",\"version\":1,\"generator\":\"kwalign 0.1.0\",\"created\":\"2026-02-20\",\"persons\":false}\n"
          "{\"type\":\"end\",\"standards\":0,\"units\":0,\"links\":0}\n");
}

TEST_CASE("bad JSON Lines are refused with their line", "[exchange][jsonl][hostile]") {
    const std::string start = "{\"type\":\"kwalign\",\"version\":1}\n";
    const std::string end = "{\"type\":\"end\",\"standards\":0,\"units\":0,\"links\":0}\n";
    REQUIRE(import_error("jsonl", start + end).empty());
    REQUIRE(import_error("jsonl", start + "\r\n" + end).empty());
    CHECK_THAT(import_error("jsonl", start), Contains("cut short"));
    CHECK_THAT(import_error("jsonl", end), Contains("in.file:1") && Contains("first line"));
    CHECK_THAT(import_error("jsonl", start + start + end), Contains("in.file:2"));
    CHECK_THAT(import_error("jsonl", start + end + end), Contains("in.file:3") && Contains("nothing may follow"));
    CHECK_THAT(import_error("jsonl", "{\"type\":\"kwalign\",\"version\":2}\n" + end), Contains("version 2"));
    CHECK_THAT(import_error("jsonl", start + "{\"type\":\"poem\"}\n" + end),
               Contains("in.file:2") && Contains("$.type") && Contains("poem"));
    CHECK_THAT(import_error("jsonl", start + "{\"type\":\"unit\",\"standard\":\"x\",\"value\":{\"code\":\"a\",\"role\":\"task\"}}\n" + end),
               Contains("must follow the standard"));
    CHECK_THAT(import_error("jsonl", start + "{\"type\":\"link\",\"value\":{\n" + end), Contains("in.file:2"));
    CHECK_THAT(import_error("jsonl", start + "{\"type\":\"end\",\"standards\":1,\"units\":0,\"links\":0}\n"), Contains("damaged"));
    const std::string whole = export_all("jsonl", table_of({plain_standard("C1", 2, 2)})).texts.at(0);
    for (std::size_t length = 0; length + 1 < whole.size(); length += 11) {
        CAPTURE(length);
        CHECK(!import_error("jsonl", std::string_view(whole).substr(0, length)).empty());
    }
    const std::string standard = whole.substr(whole.find('\n') + 1, whole.find('\n', whole.find('\n') + 1) - whole.find('\n'));
    CHECK_THAT(import_error("jsonl", start + standard + standard + end), Contains("in.file:3") && Contains("occurs twice"));
}
