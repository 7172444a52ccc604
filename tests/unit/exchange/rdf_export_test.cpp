#include "model/error.hpp"
#include "model/exchange/clean_text.hpp"
#include "model/exchange/loq_vocabulary.hpp"
#include "model/exchange/rdf_writer.hpp"
#include "model/exchange/xml_stream.hpp"
#include "tests/unit/exchange/round_trip.hpp"
#include "tests/unit/interchange/sample_table.hpp"
#include "tests/unit/model/sample_standard.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <stdexcept>

using namespace kwalign::model;
using namespace kwalign::tests;
using Catch::Matchers::Contains;

namespace {

Unit unit_of(const std::string& code, const std::string& title, StatementKind kind, const std::string& text) {
    Unit unit;
    unit.code = code;
    unit.title = title;
    unit.lang = "en";
    Statement statement;
    statement.code = code + ".1";
    statement.number = "1";
    statement.kind = kind;
    statement.lang = "en";
    statement.text = statement.raw = text;
    unit.statements = {statement};
    return unit;
}

/// Two units, a whole qualification of both and a partial one of the second.
Standard small_standard() {
    Standard standard;
    standard.id = "ee-estqf:07-1";
    standard.framework = "ee-estqf";
    standard.title = "Baker, EstQF Level 4";
    standard.issuer = "Chamber";
    standard.identifiers = {{"register_id", "07-1/2k"}};
    standard.valid_until = "2030-01-31";
    standard.level = Level{"EstQF", "4", 4, 4};
    standard.eqf_low = standard.eqf_high = 4;
    standard.classifications = {{"ISCO-08", "7512", "Bakers"}};
    standard.languages = {"en"};
    standard.units = {unit_of("B.1", "Kneading", StatementKind::skill, "Kneads dough <fast>."),
                      unit_of("B.2", "Baking", StatementKind::knowledge, "Knows ovens & heat.")};
    standard.units[1].parent = "B.1";
    Qualification whole;
    whole.kind = "whole";
    whole.title = "Baker";
    whole.level = standard.level;
    Qualification partial = whole;
    partial.kind = "partial";
    partial.title = "Oven hand";
    partial.level = Level{"EstQF", "3", 3, 3};
    partial.rule.required = {"B.2"};
    standard.qualifications = {whole, partial};
    return standard;
}

EquivalenceTable linked(Relation relation, LinkStatus status = LinkStatus::suggested) {
    EquivalenceTable table;
    table.standards = {small_standard(), small_standard()};
    table.standards[1].id = "ee-estqf:07-2";
    Link link = plain_link("ee-estqf:07-1", "B.1", "ee-estqf:07-2", "B.2");
    link.relation = relation;
    link.decision.status = status;
    link.decision.by = "M. Maasikas";
    Pair pair;
    pair.source = 0;
    pair.target = 1;
    pair.links = {link};
    table.pairs = {pair};
    return table;
}

std::string only_text(const std::string& format, const EquivalenceTable& table, const ExportOptions& options = {}) {
    const Exported exported = export_all(format, table, options);
    REQUIRE(exported.texts.size() == 1);
    return exported.texts.front();
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

std::string refusal(const std::string& format, const EquivalenceTable& table) {
    try {
        static_cast<void>(export_all(format, table));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::unsupported);
        return error.what();
    }
    return {};
}

const std::vector<std::string> rdf_formats{"alignment", "ctdl", "loq", "loq-jsonld", "loq-ttl", "skos", "skos-jsonld"};

}  // namespace

TEST_CASE("text is made fit for XML and RDF", "[exchange][rdf]") {
    CHECK(clean_text("a\x01"
                     "b\tc\nd\x7f") == "a b\tc\nd ");
    CHECK(clean_text("õ€") == "õ€");
    CHECK(clean_text("a\xff"
                     "b") ==
          "a\xef\xbf\xbd"
          "b");
    CHECK(clean_text("\xef\xbf\xbf") == "\xef\xbf\xbd");
    CHECK(language_tag("et") == "et");
    CHECK(language_tag("nl-BE-1996") == "nl-BE-1996");
    for (const char* wrong : {"", "õ", "e t", "-et", "et-", "toolongtag", "1a"}) CHECK(language_tag(wrong) == "und");
}

TEST_CASE("the field of education follows from the longest fitting rule", "[exchange][loq]") {
    Standard standard;
    CHECK_FALSE(isced_field_of(standard));
    standard.classifications = {{"ISCO-08", "2512", ""}};
    CHECK(isced_field_of(standard)->code == "0613");
    standard.classifications = {{"ISCO-08", "3514", ""}};  // 351 is about networks, 3514 about the web
    CHECK(isced_field_of(standard)->code == "0613");
    CHECK_THAT(isced_field_of(standard)->reason, Contains("ISCO-08 3514") && Contains("web technicians"));
    standard.classifications.push_back({"ISCED-F", "0721", ""});
    CHECK(isced_field_of(standard)->code == "0721");
    CHECK(isced_field_of(standard)->source == FieldSource::standard);
    standard.classifications = {{"ISCED-F", "0614", ""}};  // there is no such field
    CHECK_FALSE(isced_field_of(standard));
}

TEST_CASE("a standard most of whose competences name e-CF is about ICT", "[exchange][loq]") {
    Standard standard;
    standard.units.resize(2);
    standard.units[0].ecf = {"C.1"};
    REQUIRE(isced_field_of(standard));
    CHECK(isced_field_of(standard)->code == "0610");
    standard.units.resize(3);
    CHECK_FALSE(isced_field_of(standard));
}

TEST_CASE("national levels have an entry in the European register", "[exchange][loq]") {
    const auto estonian = loq_level_of({"EstQF", "4", 4, 4});
    REQUIRE(estonian);
    CHECK(estonian->eqf_uri == "http://data.europa.eu/snb/eqf/4");
    CHECK(estonian->national_uri == "http://data.europa.eu/snb/qdr/c_7cb99427");
    CHECK(loq_level_of({"mbo", "3", 3, 3})->national_uri == "http://data.europa.eu/snb/qdr/c_f97cdbb5");
    CHECK(loq_level_of({"EQF", "4/5", 4, 5})->eqf == 4);
    CHECK(loq_level_of({"EQF", "4/5", 4, 5})->national_uri.empty());
    CHECK_FALSE(loq_level_of({"XQF", "4", 4, 4}));
    CHECK_FALSE(loq_level_of({"EQF", "", 0, 0}));
}

TEST_CASE("a qualification goes to LOQ with its levels field occupation and outcomes", "[exchange][loq]") {
    const std::string xml = only_text("loq", table_of({small_standard()}));
    CHECK_THAT(xml, Contains(R"(<qualification id="urn:kwalign:ee-estqf/07-1!baker">)"));
    CHECK_THAT(xml, Contains(R"(<title language="en">Baker</title>)"));
    CHECK_THAT(xml, Contains(R"(<skos:notation>07-1/2k</skos:notation>)"));
    CHECK_THAT(xml, Contains(R"(<ISCEDFCode uri="http://data.europa.eu/snb/isced-f/0721"/>)"));
    CHECK_THAT(xml, Contains(R"(<EQFLevel uri="http://data.europa.eu/snb/eqf/4"/>)"));
    CHECK_THAT(xml, Contains(R"(<NQFLevel uri="http://data.europa.eu/snb/qdr/c_7cb99427"/>)"));
    CHECK_THAT(xml, Contains(R"(<limitOccupation uri="http://data.europa.eu/esco/isco/C7512"/>)"));
    CHECK_THAT(xml, Contains(R"(<awardingBody idref="urn:kwalign:ee-estqf/organisation/chamber"/>)"));
    CHECK_THAT(xml, Contains(R"(<endDate>2030-01-31T00:00:00+00:00</endDate>)"));
    CHECK_THAT(xml, Contains(R"(<title language="en">Kneads dough &lt;fast&gt;.</title>)"));
    CHECK_THAT(xml, Contains(R"(<type uri="http://data.europa.eu/snb/skill-type/knowledge"/>)"));
    CHECK_THAT(xml, Contains(R"(<countryCode uri="http://publications.europa.eu/resource/authority/country/EST"/>)"));
    CHECK(count(xml, "<qualification ") == 2);
    CHECK(count(xml, "<learningAchievementSpecification ") == 2 + 2);  // two units, and each qualification names itself as awarded
    CHECK(count(xml, "<isPartialQualification>true</isPartialQualification>") == 1);
    // The first unit is in the whole qualification only, the second in both: two, one and two mentions.
    CHECK(count(xml, R"(<learningOutcome idref="urn:kwalign:ee-estqf/07-1#B.1.1"/>)") == 2);
    CHECK(count(xml, R"(<learningOutcome idref="urn:kwalign:ee-estqf/07-1#B.2.1"/>)") == 3);
}

TEST_CASE("LOQ refuses a standard whose field of education is unknown", "[exchange][loq]") {
    EquivalenceTable table = table_of({small_standard(), plain_standard("C7"), plain_standard("C8")});
    for (const char* format : {"loq", "loq-ttl", "loq-jsonld"})
        CHECK_THAT(refusal(format, table), Contains("nl-mbo:C7, nl-mbo:C8") && Contains("ISCED-F"));
}

TEST_CASE("of a level range the lower one is written and the report says why", "[exchange][loq]") {
    Standard standard = small_standard();
    standard.level = Level{"EQF", "4/5", 4, 5};
    standard.qualifications.resize(1);
    standard.qualifications[0].level = standard.level;
    const Exported exported = export_all("loq", table_of({standard}));
    CHECK_THAT(exported.texts[0], Contains(R"(<educationLevel uri="http://data.europa.eu/snb/eqf/4"/>)"));
    CHECK_THAT(exported.texts[0], !Contains("<qualification "));  // without a national level it is none in LOQ
    CHECK_THAT(exported.losses.summary(), Contains("level-range: 1 approximated") && Contains("lower one") && Contains("EQF 4/5 -> EQF 4"));
    CHECK(exported.losses.count("no-national-level") == 1);
}

TEST_CASE("LOQ reports each kind of loss", "[exchange][loq]") {
    Standard standard = small_standard();
    standard.version = "2";
    standard.decided = "2025-01-31";
    standard.persons = {{"Mari Maasikas", "", "compiler"}};
    standard.derivations = {{"supersedes", "07-0", "", std::nullopt}};
    standard.fields = {{"study_load", "500"}};
    standard.sections = {{"context", "Context", {}}};
    standard.units[0].ecf = {"C.1"};
    standard.units[0].level = Level{"EstQF", "4", 4, 4};
    standard.units[0].requirement = "mandatory";
    standard.units[0].statements[0].spans = {{1, {}, 0, 1}};
    standard.qualifications[0].rule.required = {"B.1"};
    standard.qualifications[0].rule.elective = {{1, {"B.2"}}};
    standard.units.push_back({});
    standard.units.back().code = "A";
    EquivalenceTable table = linked(Relation::equal);
    table.standards[0] = standard;
    const LossReport losses = export_all("loq", table).losses;
    for (const char* code : {"version", "decision", "persons", "derivations", "fields", "sections", "e-cf", "unit-level", "requirement",
                             "spans", "elective-rule", "units-without-outcomes", "links"})
        CHECK(losses.count(code) == 1);
    CHECK(losses.count("isced-f-derived") == 2);
    CHECK(losses.count("awarding-body") == 2);
    CHECK(losses.count("repeated-identifier") == 1);  // both have the register number 07-1/2k
}

TEST_CASE("a small standard in SKOS reads as expected", "[exchange][skos]") {
    CHECK(only_text("skos", linked(Relation::covers)) == R"(@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
)" + [] {
        std::string both;
        for (const std::string id : {"07-1", "07-2"}) {
            const std::string uri = "<urn:kwalign:ee-estqf/" + id;
            both +=
                "\n" + uri +
                ">\n\trdf:type skos:ConceptScheme ;\n\tdcterms:title \"Baker, EstQF Level 4\"@en ;\n\tdcterms:identifier \"ee-estqf:" + id +
                "\" ,\n\t\t\"07-1/2k\" ;\n\tdcterms:publisher \"Chamber\"@en ;\n\tdcterms:language \"en\" ;\n\tskos:hasTopConcept " + uri +
                "#B.1> .\n";
            both += "\n" + uri + "#B.1>\n\trdf:type skos:Concept ;\n\tskos:inScheme " + uri + "> ;\n\tskos:topConceptOf " + uri +
                    "> ;\n\tskos:notation \"B.1\" ;\n\tskos:prefLabel \"Kneading\"@en .\n";
            both += "\n" + uri + "#B.1.1>\n\trdf:type skos:Concept ;\n\tskos:inScheme " + uri + "> ;\n\tskos:broader " + uri +
                    "#B.1> ;\n\tskos:notation \"B.1.1\" ;\n\tskos:prefLabel \"Kneads dough <fast>.\"@en .\n";
            both += "\n" + uri + "#B.2>\n\trdf:type skos:Concept ;\n\tskos:inScheme " + uri + "> ;\n\tskos:broader " + uri +
                    "#B.1> ;\n\tskos:notation \"B.2\" ;\n\tskos:prefLabel \"Baking\"@en .\n";
            both += "\n" + uri + "#B.2.1>\n\trdf:type skos:Concept ;\n\tskos:inScheme " + uri + "> ;\n\tskos:broader " + uri +
                    "#B.2> ;\n\tskos:notation \"B.2.1\" ;\n\tskos:prefLabel \"Knows ovens & heat.\"@en .\n";
        }
        return both;
    }() + "\n<urn:kwalign:ee-estqf/07-1#B.1>\n\tskos:narrowMatch <urn:kwalign:ee-estqf/07-2#B.2> .\n\n");
}

TEST_CASE("SKOS says every relation and drops what it cannot mark", "[exchange][skos]") {
    const std::vector<std::pair<Relation, std::string>> names{{Relation::equal, "exactMatch"},
                                                              {Relation::equivalent, "closeMatch"},
                                                              {Relation::covers, "narrowMatch"},
                                                              {Relation::covered_by, "broadMatch"},
                                                              {Relation::overlaps, "relatedMatch"}};
    for (const auto& [relation, name] : names)
        CHECK_THAT(only_text("skos-jsonld", linked(relation)),
                   Contains("\"skos:" + name + "\":{\"@id\":\"urn:kwalign:ee-estqf/07-2#B.2\"}"));
    ExportOptions all;
    all.links = LinkChoice::all;
    for (const char* format : {"skos", "alignment", "ctdl"}) {
        CHECK(export_all(format, linked(Relation::none)).losses.count("relation-none") == 1);
        CHECK(export_all(format, linked(Relation::equal, LinkStatus::rejected), all).losses.count("rejected-links") == 1);
        CHECK(export_all(format, linked(Relation::equal)).losses.count("evidence") == 0);
    }
}

TEST_CASE("an alignment has one cell per link", "[exchange][alignment]") {
    const std::string rdf = only_text("alignment", linked(Relation::covered_by));
    CHECK_THAT(rdf, Contains("<Ontology rdf:about=\"urn:kwalign:ee-estqf/07-1\">"));
    CHECK_THAT(rdf, Contains("    <entity1 rdf:resource=\"urn:kwalign:ee-estqf/07-1#B.1\"/>\n    <entity2 "
                             "rdf:resource=\"urn:kwalign:ee-estqf/07-2#B.2\"/>\n    <relation>&lt;</relation>\n"
                             "    <measure rdf:datatype=\"http://www.w3.org/2001/XMLSchema#float\">0.5</measure>"));
    CHECK_THAT(only_text("alignment", linked(Relation::overlaps)), Contains("<relation>)(</relation>"));
    CHECK(export_all("alignment", linked(Relation::equivalent)).losses.count("equal-or-equivalent") == 1);
    CHECK_THAT(refusal("alignment", table_of({small_standard()})), Contains("no pair"));
    CHECK(export_all("alignment", sample_table(3)).texts.size() == 3);
    StringSink sink;
    SingleOutput single(sink);
    CHECK_THROWS_AS(export_to("alignment", TableSource(sample_table(3)), single, {}), Error);
}

TEST_CASE("a framework in CTDL has its competencies and alignments", "[exchange][ctdl]") {
    const std::string json = only_text("ctdl", linked(Relation::covered_by));
    CHECK_THAT(json, Contains(R"("@type":"ceasn:CompetencyFramework","ceterms:ctid":"ce-)"));
    CHECK_THAT(
        json,
        Contains(
            R"("ceasn:competencyText":{"en":"Kneads dough <fast>."},"ceasn:inLanguage":["en"],"ceasn:codedNotation":"B.1.1","ceasn:listID":"1")"));
    CHECK_THAT(json,
               Contains(R"("ceasn:isChildOf":["urn:kwalign:ee-estqf/07-1#B.1"],"ceasn:hasChild":["urn:kwalign:ee-estqf/07-1#B.2.1"])"));
    CHECK_THAT(
        json,
        Contains(
            R"({"@id":"urn:kwalign:ee-estqf/07-1#B.1","@type":"ceasn:Competency","ceasn:broadAlignment":["urn:kwalign:ee-estqf/07-2#B.2"]})"));
}

TEST_CASE("SKOS and CTDL report each kind of loss", "[exchange][skos][ctdl]") {
    EquivalenceTable table = linked(Relation::overlaps);
    Standard& standard = table.standards[0];
    standard.version = "2";
    standard.identifiers.emplace("second", "B-7");
    standard.persons = {{"Mari Maasikas", "", "compiler"}};
    standard.derivations = {{"supersedes", "07-0", "", std::nullopt}};
    standard.fields = {{"study_load", "500"}};
    standard.sections = {{"context", "Context", {}}};
    standard.source.sha256 = "ab";
    standard.findings = {{"odd", Severity::note, "odd", std::nullopt}};
    Unit& unit = standard.units[0];
    unit.kind = "competence";
    unit.ecf = {"C.1"};
    unit.level = Level{"EstQF", "4", 4, 4};
    unit.requirement = "mandatory";
    unit.derived_from = "X";
    unit.statements[0].spans = {{1, {}, 0, 1}};
    unit.statements[0].section = "Indicators";
    unit.statements[0].raw = "Kneads  dough <fast>.";
    unit.statements[0].applies_to = {"Baker"};
    Link& link = table.pairs[0].links[0];
    link.coverage_source = 0.5;
    link.level_difference = 1;
    link.evidence.resize(1);
    table.pairs[0].links.push_back(link);
    const LossReport skos = export_all("skos", table).losses;
    const LossReport ctdl = export_all("ctdl", table).losses;
    for (const char* code :
         {"persons",     "derivations",      "fields",   "sections", "source",   "findings",     "e-cf",       "unit-level",
          "requirement", "unit-origin",      "spans",    "headings", "raw-text", "profiles",     "confidence", "status",
          "coverage",    "level-difference", "evidence", "method",   "decision", "repeated-link"}) {
        INFO(code);
        CHECK(skos.count(code) == 1);
        CHECK(ctdl.count(code) == 1);
    }
    for (const char* code : {"level", "references"}) CHECK(skos.count(code) == 2);
    CHECK(skos.count("qualifications") == 4);
    CHECK(skos.count("validity") == 2);
    CHECK(skos.count("unit-kind") == 1);
    CHECK(skos.count("statement-kind") == 4);
    CHECK(ctdl.count("identifiers") == 1);
    CHECK(ctdl.count("alignment-strength") == 1);
}

TEST_CASE("LOQ says what has no place in a standard of profiles without a country", "[exchange][loq]") {
    Standard standard = small_standard();
    standard.framework = "xx";
    standard.sections = {{"description_of_work", "Work", {standard.units[0].statements[0]}}};
    for (Qualification& qualification : standard.qualifications) qualification.kind = "profile";
    const LossReport losses = export_all("loq", table_of({standard})).losses;
    for (const char* code : {"issuer", "validity", "identifiers", "sections"}) CHECK(losses.count(code) == 1);
}

TEST_CASE("RDF and XML exports name nobody and are the same twice", "[exchange][rdf]") {
    EquivalenceTable table = linked(Relation::equal);
    table.standards[0].persons = {{"Mari Maasikas", "", "compiler"}};
    for (const std::string& format : rdf_formats) {
        const Exported exported = export_all(format, table);
        CHECK(exported.texts == export_all(format, table).texts);
        for (const std::string& text : exported.texts) CHECK_THAT(text, !Contains("Maasikas"));
    }
}

TEST_CASE("whatever a standard holds goes out in RDF or is refused", "[exchange][rdf]") {
    std::mt19937 generator(11);
    for (int round = 0; round < 60; ++round) {
        Standard standard = random_standard(generator);
        standard.classifications = {{"ISCED-F", "0612", ""}};
        for (const std::string& format : rdf_formats) {
            try {
                const Exported exported = export_all(format, table_of({standard}));
                CHECK(exported.texts.size() == 1);
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::unsupported);
            }
        }
    }
}

TEST_CASE("a full disk stops every RDF export at every byte", "[exchange][rdf]") {
    for (const RdfSyntax syntax : {RdfSyntax::turtle, RdfSyntax::json_ld}) {
        const auto write = [&](ByteSink& sink) {
            const auto rdf =
                make_rdf_writer(syntax, sink, {{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}, {"x", "http://x.example/"}});
            rdf->begin_node("http://x.example/1", "x:Thing");
            rdf->begin_blank("x:part", "x:Part");
            rdf->text("x:name", "a", "en");
            rdf->end_blank();
            rdf->literal("x:size", "1", "");
            rdf->end_node();
            rdf->finish();
        };
        StringSink whole;
        write(whole);
        for (std::size_t room = 0; room < whole.text().size(); ++room) {
            std::size_t used = 0;
            CallbackSink full([&](std::string_view bytes) {
                used += bytes.size();
                if (used > room) throw std::runtime_error("full");
            });
            CHECK_THROWS_WITH(write(full), "full");
        }
    }
    CallbackSink full([](std::string_view) { throw std::runtime_error("full"); });
    CHECK_THROWS_WITH(
        [&] {
            XmlStream xml(full);
            xml.element("a", "b");
            xml.finish();
        }(),
        "full");
}

TEST_CASE("suffixes name the formats of RDF and XML", "[exchange][rdf]") {
    CHECK(export_format_for("a.loq.xml") == "loq");
    CHECK(export_format_for("a.LOQ.ttl") == "loq-ttl");
    CHECK(export_format_for("a.loq.jsonld") == "loq-jsonld");
    CHECK(export_format_for("a.skos.ttl") == "skos");
    CHECK(export_format_for("a.skos.jsonld") == "skos-jsonld");
    CHECK(export_format_for("a.alignment.rdf") == "alignment");
    CHECK(export_format_for("a.ctdl.jsonld") == "ctdl");
    CHECK(export_format_for("a.ttl").empty());
}
