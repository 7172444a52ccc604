#include "model/exchange/sssom_text.hpp"
#include "tests/unit/exchange/round_trip.hpp"
#include "tests/unit/interchange/sample_table.hpp"
#include "tests/unit/model/sample_standard.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace kwalign::model;
using namespace kwalign::tests;
using Catch::Matchers::Contains;

namespace {

EquivalenceTable small_pair() {
    EquivalenceTable table;
    table.standards = {plain_standard("C1", 2, 1), plain_standard("C2", 2, 1)};
    table.standards[0].version = "1";
    table.standards[1].version = "2";
    Pair pair;
    pair.source = 0;
    pair.target = 1;
    Link link = plain_link("nl-mbo:C1", "C1-K1", "nl-mbo:C2", "C1-K2");
    link.relation = Relation::covers;
    link.confidence = 0.8125;
    link.coverage_source = 0.5;
    link.coverage_target = 1.0;
    link.method = "kwalign 1 concepts";
    link.decision = {LinkStatus::confirmed, "M. Maasikas", "2026-01-02", "read \"both\""};
    pair.links = {link};
    table.pairs = {pair};
    return table;
}

std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

const std::string metadata =
    "#curie_map:\n#  A: https://example.org/a/\n#  B: https://example.org/b/\n#mapping_set_id: https://example.org/s\n#license: "
    "https://example.org/l\n";
const std::string columns = "subject_id\tpredicate_id\tobject_id\tmapping_justification";
const std::string row = "A:1\tskos:exactMatch\tB:2\tsemapv:LexicalMatching";

}  // namespace

TEST_CASE("numbers and fields are written as SSSOM asks", "[exchange][sssom]") {
    CHECK(sssom_number(0.8125) == "0.813");
    CHECK(sssom_number(0.8124) == "0.812");
    CHECK(sssom_number(1.0) == "1");
    CHECK(sssom_number(0.0) == "0");
    CHECK(sssom_number(0.1) == "0.1");
    CHECK(sssom_number(0.0004) == "0");
    CHECK(sssom_field("plain") == "plain");
    CHECK(sssom_field("a\tb") == "\"a\tb\"");
    CHECK(sssom_field("say \"x\"") == "\"say \"\"x\"\"\"");
    CHECK(sssom_list({"a|b", "c\\d", "e"}) == "a\\|b|c\\\\d|e");
    for (const std::vector<std::string>& values : std::vector<std::vector<std::string>>{{}, {"a"}, {"a|b", "\\", "c\\|d"}, {"", "x"}})
        CHECK(split_sssom_list(sssom_list(values)) == values);
    CHECK(split_sssom_list("a\\b") == std::vector<std::string>{"a\\b"});
    CHECK(yaml_scalar("https://example.org/") == "https://example.org/");
    CHECK(yaml_scalar("1.1") == "\"1.1\"");
    CHECK(yaml_scalar("No") == "\"No\"");
    CHECK(yaml_scalar("a: b") == "\"a: b\"");
    CHECK(yaml_scalar("urn:uuid:") == "\"urn:uuid:\"");
    CHECK(yaml_scalar("") == "\"\"");
    CHECK(yaml_scalar("tab\there") == "\"tab\\there\"");
}

TEST_CASE("one link becomes this SSSOM file", "[exchange][sssom]") {
    ExportOptions options;
    options.created = "2026-02-20";
    options.generator = "kwalign 0.1.0";
    options.licence = "https://example.org/licence";
    options.persons = Persons::keep;
    const std::string text = export_all("sssom", small_pair(), options).texts.at(0);
    const std::string head =
        "#sssom_version: \"1.1\"\n"
        "#curie_map:\n"
        "#  kwalign: \"urn:kwalign:vocabulary:\"\n"
        "#  nl-mbo: urn:kwalign:nl-mbo/\n"
        "#  uuid: \"urn:uuid:\"\n"
        "#mapping_set_id: urn:uuid:";
    CHECK(text.substr(0, head.size()) == head);
    const std::string rest = text.substr(text.find('\n', head.size()) + 1);
    CHECK(rest.substr(0, rest.rfind("uuid:")) ==
          "#mapping_set_title: Certificaat C1 - Certificaat C2\n"
          "#license: https://example.org/licence\n"
          "#subject_source: nl-mbo:C1\n"
          "#subject_source_version: \"1\"\n"
          "#object_source: nl-mbo:C2\n"
          "#object_source_version: \"2\"\n"
          "#mapping_tool: kwalign 1 concepts\n"
          "#mapping_tool_version: \"0.1.0\"\n"
          "#similarity_measure: Dice coefficient of subject and object coverage\n"
          "#publication_date: 2026-02-20\n"
          "#extension_definitions:\n"
          "#  - slot_name: mapping_status\n#    property: kwalign:mapping_status\n#    type_hint: xsd:string\n"
          "#  - slot_name: object_coverage\n#    property: kwalign:object_coverage\n#    type_hint: xsd:double\n"
          "#  - slot_name: subject_coverage\n#    property: kwalign:subject_coverage\n#    type_hint: xsd:double\n"
          "record_id\tsubject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\treviewer_label\tmapping_"
          "cardinality\treview_date\t"
          "confidence\treviewer_agreement\tsimilarity_score\tcomment\tmapping_status\tobject_coverage\tsubject_coverage\n");
    const std::string last = rest.substr(rest.rfind("uuid:"));
    CHECK(last.substr(last.find('\t')) ==
          "\tnl-mbo:C1#C1-K1\tKerntaak 1\tskos:narrowMatch\tnl-mbo:C2#C1-K2\tKerntaak 2\tsemapv:CompositeMatching\tM. "
          "Maasikas\t1:1\t2026-01-02\t"
          "0.813\t1\t0.667\t\"read \"\"both\"\"\"\tconfirmed\t1\t0.5\n");
}

TEST_CASE("links that go out as SSSOM come back with status and author", "[exchange][sssom]") {
    const EquivalenceTable table = sample_table(3);
    const Exported exported = export_all("sssom", table, everything());
    const ImportResult result = import_from("sssom", exported.texts.at(0), "x.sssom.tsv");
    std::vector<Link> links;
    for (const Pair& pair : table.pairs) {
        links.insert(links.end(), pair.links.begin(), pair.links.end());
        links.insert(links.end(), pair.statement_links.begin(), pair.statement_links.end());
    }
    REQUIRE(result.links.size() == links.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
        CAPTURE(i);
        // The loss report says what is otherwise: weights and statements of evidence, and numbers beyond three digits.
        Link wanted = links[i];
        for (Evidence& evidence : wanted.evidence) evidence = {evidence.kind, 0.0, "", "", {}, evidence.text};
        Link got = result.links[i];
        CHECK(got.confidence == Approx(wanted.confidence).margin(0.0005));
        got.confidence = wanted.confidence;
        CHECK(got == wanted);
    }
    CHECK(exported.losses.count("evidence") > 0);
    // Units without a link: B.3.5 and PLO 5 of the first pair, and in the others all that the sample leaves unlinked.
    const auto gap = std::find_if(result.gaps.begin(), result.gaps.end(),
                                  [](const Gap& entry) { return entry.item.unit == "PLO 5" && entry.by.starts_with("ee"); });
    REQUIRE(gap != result.gaps.end());
    CHECK(gap->item == table.pairs[0].gaps[1].item);
    CHECK(gap->by == table.pairs[0].gaps[1].by);
    CHECK(gap->why == "nothing about cloud services");
}

TEST_CASE("without persons SSSOM names no reviewer", "[exchange][sssom]") {
    ExportOptions options;
    options.links = LinkChoice::all;
    const Exported exported = export_all("sssom", small_pair(), options);
    CHECK(exported.texts.at(0).find("Maasikas") == std::string::npos);
    CHECK(exported.losses.count("reviewers") == 1);
    CHECK(exported.losses.count("rounded") == 1);
    CHECK(exported.losses.count("standards") == 2);
    CHECK(exported.losses.count("gaps") == 2);
    const ImportResult result = import_from("sssom", exported.texts[0], "x");
    CHECK(result.links.at(0).decision == Decision{LinkStatus::confirmed, "", "2026-01-02", "read \"both\""});
}

TEST_CASE("mappings made elsewhere come back with status and author", "[exchange][sssom]") {
    const std::string text = metadata + "#subject_source: A:set\n" + columns +
                             "\tpredicate_modifier\tauthor_label\treviewer_id\treviewer_agreement\tconfidence\tcomment\tmatch_string\n" +
                             "A:1\tskos:exactMatch\tB:1\tsemapv:LexicalMatching\t\t\t\t\t0.5\t\tone|t\\|wo\n" +
                             "A:2\tskos:broadMatch\tB:1\tsemapv:ManualMappingCuration\t\tAnn|Bob\t\t\t\twhy not\t\n" +
                             "A:3\towl:equivalentClass\tB:3\tsemapv:LexicalMatching\t\t\torcid:1\t-0.9\t1\t\t\n" +
                             "A:4\tskos:relatedMatch\tB%234\tsemapv:LexicalMatching\tNot\t\torcid:1\t\t1\t\t\n";
    const ImportResult result = import_from("sssom", std::string(text).replace(text.find("B%234"), 5, "B:%234"), "x");
    REQUIRE(result.links.size() == 4);
    CHECK(result.links[0].source == Endpoint{"a:set", "1", ""});
    CHECK(result.links[0].target == Endpoint{"b", "1", ""});
    CHECK(result.links[0].relation == Relation::equal);
    CHECK(result.links[0].confidence == 0.5);
    CHECK(result.links[0].decision == Decision{});
    CHECK(result.links[0].evidence.at(0).shared == std::vector<std::string>{"one", "t|wo"});
    CHECK(result.links[1].relation == Relation::covered_by);
    CHECK(result.links[1].decision == Decision{LinkStatus::confirmed, "Ann, Bob", "", "why not"});
    CHECK(result.links[2].decision.status == LinkStatus::rejected);
    CHECK(result.links[2].decision.by == "orcid:1");
    CHECK(result.links[3].decision.status == LinkStatus::rejected);
    CHECK(result.links[3].target.unit == "#4");
}

TEST_CASE("ends of mappings are looked up in known standards", "[exchange][sssom]") {
    Standard list = plain_standard("C1", 2, 1);
    KnownParts parts;
    parts.add(list);
    ImportOptions options;
    options.known = &parts;
    const std::string text = "#curie_map:\n#  nl-mbo: https://example.org/\n#  X: https://example.org/nl-mbo/\n" + columns +
                             "\nnl-mbo:C1-K1.1\tskos:closeMatch\tX:C1#C1-K2\tsemapv:LexicalMatching\n";
    const ImportResult result = import_from("sssom", text, "x", options);
    CHECK(result.links.at(0).target == Endpoint{"nl-mbo:C1", "C1-K2", ""});
    // The last part of the first prefix's address is no framework that is known.
    CHECK(result.links.at(0).source == Endpoint{"example.org", "C1-K1.1", ""});
}

TEST_CASE("bad SSSOM is refused with its line", "[exchange][sssom][hostile]") {
    REQUIRE(import_error("sssom", metadata + columns + "\n" + row + "\n").empty());
    REQUIRE(import_error("sssom", metadata + columns + "\r\n" + row + "\r\n").empty());
    CHECK_THAT(import_error("sssom", metadata + columns + "\nA:1\tskos:fuzzyMatch\tB:2\tsemapv:LexicalMatching\n"),
               Contains("in.file:7") && Contains("unknown predicate"));
    CHECK_THAT(import_error("sssom", metadata + columns + "\nC:1\tskos:exactMatch\tB:2\tsemapv:LexicalMatching\n"),
               Contains("in.file:7") && Contains("\"C\" is not declared"));
    CHECK_THAT(import_error("sssom", metadata + columns + "\nhttps://x.y/1\tskos:exactMatch\tB:2\tz\n"), Contains("an IRI where a CURIE"));
    CHECK_THAT(import_error("sssom", metadata + columns + "\nplain\tskos:exactMatch\tB:2\tz\n"), Contains("no CURIE"));
    CHECK_THAT(import_error("sssom", metadata + "subject_id\tobject_id\nA:1\tB:2\n"), Contains("predicate_id is missing"));
    CHECK_THAT(import_error("sssom", metadata + columns + "\tsubject_id\n" + row + "\tx\n"),
               Contains("in.file:6") && Contains("occurs twice"));
    CHECK_THAT(import_error("sssom", metadata + columns + "\n" + row + "\tsurplus\n"),
               Contains("in.file:7") && Contains("5 fields under 4 columns"));
    CHECK_THAT(import_error("sssom", metadata + columns + "\tcomment\n" + row + "\t\"never closed\n"),
               Contains("in.file:7") && Contains("not closed"));
    CHECK_THAT(import_error("sssom", metadata + columns + "\tconfidence\n" + row + "\t1.5\n"), Contains("confidence \"1.5\""));
    CHECK_THAT(import_error("sssom", metadata + columns + "\tconfidence\n" + row + "\tnan\n"), Contains("confidence"));
    CHECK_THAT(import_error("sssom", metadata + columns + "\treview_date\n" + row + "\t2026-02-30\n"), Contains("no date"));
    CHECK_THAT(import_error("sssom", metadata + columns + "\tpredicate_modifier\n" + row + "\tMaybe\n"), Contains("Maybe"));
    CHECK_THAT(import_error("sssom", metadata + columns + "\trecord_id\n" + row + "\tA:r\n" + row + "\tA:r\n"),
               Contains("in.file:8") && Contains("record A:r occurs twice"));
    CHECK_THAT(import_error("sssom", metadata + "#sssom_version: \"3.0\"\n" + columns + "\n" + row + "\n"), Contains("version \"3.0\""));
    CHECK_THAT(import_error("sssom", "#curie_map: &x\n" + columns + "\n" + row + "\n"), Contains("in.file:1"));
    CHECK_THAT(import_error("sssom", "#a: \"open\n" + columns + "\n" + row + "\n"), Contains("in.file:1") && Contains("metadata"));
    CHECK_THAT(import_error("sssom", "#just words\n" + columns + "\n" + row + "\n"), Contains("a slot name"));
    CHECK_THAT(import_error("sssom", metadata), Contains("header line"));
}

TEST_CASE("of two mappings with the same ends one is kept and the other told", "[exchange][sssom]") {
    const std::string text = metadata + columns + "\n" + row + "\nA:1\tskos:closeMatch\tB:2\tsemapv:ManualMappingCuration\n";
    const ImportResult result = import_from("sssom", text, "x");
    REQUIRE(result.links.size() == 1);
    CHECK(result.links[0].relation == Relation::equivalent);
    REQUIRE(result.findings.size() == 1);
    CHECK_THAT(result.findings[0].message, Contains("x:8") && Contains("replaces"));
}

TEST_CASE("published SSSOM samples can be read", "[exchange][sssom]") {
    const std::filesystem::path folder = std::filesystem::path(KWALIGN_SHARED_DIR) / "schemas" / "sssom";
    if (!std::filesystem::exists(folder)) {
        WARN("skipped: there is no " << folder);
        return;
    }
    const ImportResult reviewed = import_from("sssom", contents(folder / "reviewer_agreement.sssom.tsv"), "reviewer_agreement.sssom.tsv");
    REQUIRE(reviewed.links.size() == 3);
    CHECK(reviewed.links[0].decision.status == LinkStatus::confirmed);
    CHECK(reviewed.links[1].decision.status == LinkStatus::suggested);
    CHECK(reviewed.links[2].decision.status == LinkStatus::rejected);
    CHECK(reviewed.links[2].decision.by == "orcid:0000-0003-4423-4370");
    const ImportResult unmapped = import_from("sssom", contents(folder / "cardinality-with-unmapped-entities.sssom.tsv"), "unmapped");
    CHECK(unmapped.links.size() == 1);
    REQUIRE(unmapped.gaps.size() == 2);
    CHECK(unmapped.gaps[0].item.unit == "0001");
    CHECK(unmapped.gaps[1].item.unit == "0002");
    const ImportResult plain = import_from("sssom", contents(folder / "mp-hp-exact-0.0.1.sssom.tsv"), "plain");
    CHECK(plain.links.size() == 42);
    CHECK(plain.links[0].source == Endpoint{"HP", "0000175", ""});
    CHECK(plain.findings.at(0).code == "no-metadata");
}
