/// One case for each kind of loss of each format: what a plain table does not lose, it loses when the one thing is added that the format has
/// no place for.

#include "model/error.hpp"
#include "model/exchange/publisher_facts.hpp"
#include "model/identity.hpp"
#include "tests/unit/exchange/round_trip.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;
using namespace kwalign::model;
using kwalign::tests::export_all;

namespace {

/// Two statements in one unit, and nothing that is not needed.
Standard plain_standard(const std::string& code) {
    Standard standard;
    standard.framework = "ee-estqf";
    standard.kind = "occupational_qualification_standard";
    standard.title = "Baker " + code;
    standard.identifiers = {{"register_id", code}};
    standard.issuer = "Kutsekoda";
    standard.decided = "2024-01-31";
    standard.languages = {"en"};
    standard.classifications = {{"ISCED-F", "0721", ""}};
    standard.level = Level{"EstQF", "4", 4, 4};
    standard.eqf_low = standard.eqf_high = 4;
    Unit unit;
    unit.code = "B.1";
    unit.title = "Baking";
    unit.kind = "competence";
    unit.lang = "en";
    for (const char* text : {"Kneads dough", "Bakes bread"}) {
        Statement statement;
        statement.kind = StatementKind::performance_indicator;
        statement.lang = "en";
        statement.text = statement.raw = text;
        unit.statements.push_back(statement);
    }
    standard.units = {unit};
    return standard;
}

Qualification whole() {
    Qualification qualification;
    qualification.kind = "whole";
    qualification.title = "Baker";
    qualification.level = Level{"EstQF", "4", 4, 4};
    qualification.rule.required = {"B.1"};
    return qualification;
}

struct Sample {
    EquivalenceTable table;
    ExportOptions options;
    PublisherFacts facts;

    [[nodiscard]] Standard& standard() { return table.standards[0]; }
    [[nodiscard]] Unit& unit() { return standard().units[0]; }
    [[nodiscard]] Statement& statement() { return unit().statements[0]; }
    [[nodiscard]] Link& link() { return table.pairs[0].links[0]; }
};

void fill(Sample& sample) {
    sample.table.standards = {plain_standard("07-1"), plain_standard("07-2")};
    for (Standard& standard : sample.table.standards) assign_identities(standard);
    Pair pair;
    pair.target = 1;
    Link link;
    link.source = {sample.table.standards[0].id, "B.1", {}};
    link.target = {sample.table.standards[1].id, "B.1", {}};
    link.relation = Relation::equal;
    link.confidence = 0.5;
    pair.links = {link};
    sample.table.pairs = {pair};
    sample.options.persons = Persons::keep;
    sample.options.links = LinkChoice::all;
    sample.options.facts = &sample.facts;
}

using Change = void (*)(Sample&);
struct Kind {
    const char* formats;  ///< with spaces around each
    const char* code;
    Change change;  ///< null: the format always loses it
};

/// What several formats lose alike.
const std::vector<Kind>& common_kinds() {
    static const std::vector<Kind> kinds{
        {" case skos ctdl loq ", "derivations",
         [](Sample& s) {
             s.standard().derivations = {{"supersedes", "07-0", "", std::nullopt}};
         }},
        {" case skos ctdl loq ", "persons",
         [](Sample& s) {
             s.standard().persons = {{"Mari Maasikas", "", "compiler"}};
         }},
        {" json jsonl ", "persons",
         [](Sample& s) {
             s.standard().persons = {{"Mari Maasikas", "", "compiler"}};
             s.options.persons = Persons::leave_out;
         }},
        {" case skos ctdl loq ", "source", [](Sample& s) { s.standard().source.sha256 = "ab"; }},
        {" case skos ctdl loq ", "findings",
         [](Sample& s) {
             s.standard().findings = {{"odd", Severity::note, "odd", std::nullopt}};
         }},
        {" skos ctdl loq ", "unit-level",
         [](Sample& s) {
             s.unit().level = Level{"EstQF", "3", 3, 3};
         }},
        {" skos ctdl loq ", "e-cf", [](Sample& s) { s.unit().ecf = {"B.2"}; }},
        {" case skos ctdl loq ", "requirement", [](Sample& s) { s.unit().requirement = "elective"; }},
        {" case skos ctdl loq ", "unit-origin", [](Sample& s) { s.unit().derived_from = "X"; }},
        {" case skos ctdl loq ", "spans",
         [](Sample& s) {
             s.statement().spans = {{1, {}, 0, 1}};
         }},
        {" case skos ctdl loq ", "headings", [](Sample& s) { s.statement().section = "Indicators"; }},
        {" case skos ctdl loq ", "raw-text", [](Sample& s) { s.statement().raw = "Kneads  dough"; }},
        {" skos ctdl ", "level", nullptr},
        {" skos ctdl ", "references", nullptr},
        {" case loq ", "references", [](Sample& s) { s.standard().references = {"EN 16234-1:2019"}; }},
        {" case skos ctdl loq ", "sections",
         [](Sample& s) {
             s.standard().sections = {{"context", "Context", {s.statement()}}};
         }},
        {" case skos ctdl loq ", "fields",
         [](Sample& s) {
             s.standard().fields = {{"study_load", "500"}};
         }},
        {" case skos ctdl ", "qualifications", [](Sample& s) { s.standard().qualifications = {whole()}; }},
        {" case skos ctdl ", "profiles", [](Sample& s) { s.statement().applies_to = {"Confectioner"}; }},
        {" skos ctdl loq ", "repeated-code", [](Sample& s) { s.unit().statements[1].id = s.statement().id; }},
    };
    return kinds;
}

const std::vector<Kind>& standard_kinds() {
    static const std::vector<Kind> kinds{
        {" case ", "titles",
         [](Sample& s) {
             s.standard().titles = {{"en", "Baker"}, {"et", "Pagar"}};
         }},
        {" case ", "identifiers", nullptr},
        {" ctdl ", "identifiers", [](Sample& s) { s.standard().identifiers.emplace("second", "B-7"); }},
        {" loq ", "decision", nullptr},
        {" case ", "decision", [](Sample& s) { s.standard().decision_number = "31"; }},
        {" case ", "languages",
         [](Sample& s) {
             s.standard().languages = {"en", "et"};
         }},
        {" case ", "dates", [](Sample& s) { s.standard().valid_until = "2029"; }},
        {" case ", "creator", [](Sample& s) { s.standard().issuer.clear(); }},
        {" case ", "change-time", [](Sample& s) { s.standard().decided.clear(); }},
        {" case ", "unit-role", [](Sample& s) { s.unit().role = UnitRole::bundle; }},
        {" case ", "printed-headings", [](Sample& s) { s.unit().title_printed = "B.1 Baking"; }},
        {" case ", "repairs",
         [](Sample& s) {
             s.statement().repairs = {{"nfc", "a", "b", 1.0}};
         }},
        {" skos ", "validity", [](Sample& s) { s.standard().valid_until = "2029-01-31"; }},
        {" skos ", "unit-kind", nullptr},
        {" skos ", "statement-kind", nullptr},
        {" alignment sssom ", "standards", nullptr},
        {" loq ", "version", [](Sample& s) { s.standard().version = "7"; }},
        {" loq ", "language",
         [](Sample& s) {
             s.standard().languages = {"en", "tlh"};
         }},
        {" loq ", "awarding-body", nullptr},
        {" loq ", "issuer", [](Sample& s) { s.standard().framework = "xx"; }},
        {" loq ", "validity",
         [](Sample& s) {
             s.standard().issuer.clear();
             s.standard().valid_until = "2029-01-31";
         }},
        {" loq ", "classification",
         [](Sample& s) {
             s.standard().classifications.push_back({"NACE", "10.71", ""});
         }},
        {" loq ", "isced-f-derived",
         [](Sample& s) {
             s.standard().classifications = {{"ISCO-08", "2512", ""}};
         }},
        {" loq ", "deliverables",
         [](Sample& s) {
             s.unit().statements.push_back(s.statement());
             s.unit().statements.back().kind = StatementKind::deliverable;
         }},
        {" loq ", "unknown-language", [](Sample& s) { s.statement().lang = "und"; }},
        {" loq ", "level-range",
         [](Sample& s) {
             s.standard().level = Level{"EQF", "4/5", 4, 5};
         }},
        {" loq ", "no-level", [](Sample& s) { s.standard().level.reset(); }},
        {" loq ", "no-national-level",
         [](Sample& s) {
             s.standard().level = Level{"EQF", "4", 4, 4};
         }},
        {" loq ", "elective-rule",
         [](Sample& s) {
             s.standard().qualifications = {whole()};
             s.standard().qualifications[0].rule = {{}, {{1, {"B.1"}}}};
         }},
        {" loq ", "no-outcomes",
         [](Sample& s) {
             s.standard().qualifications = {whole()};
             s.standard().qualifications[0].rule.required = {"B.9"};
         }},
        {" loq ", "units-without-outcomes", [](Sample& s) { s.standard().units.emplace_back().code = "B.2"; }},
        {" loq ", "identifiers",
         [](Sample& s) {
             s.standard().qualifications = {whole(), whole()};
             for (Qualification& qualification : s.standard().qualifications) qualification.kind = "profile";
             s.standard().qualifications[1].title = "Confectioner";
         }},
        {" loq ", "repeated-identifier", [](Sample& s) { s.table.standards[1].identifiers = s.standard().identifiers; }},
        {" loq ", "isced-f-stated",
         [](Sample& s) {
             s.standard().classifications.clear();
             s.facts.add("*", {"0613", {}, {}, "said so"}, "test");
         }},
        {" loq ", "isco-stated",
         [](Sample& s) {
             s.facts.add("*", {{}, {"2512"}, {}, {}}, "test");
         }},
        {" loq ", "awarding-body-stated",
         [](Sample& s) {
             s.facts.add("*", {{}, {}, "A school", {}}, "test");
         }},
    };
    return kinds;
}

const std::vector<Kind>& link_kinds() {
    static const std::vector<Kind> kinds{
        {" json loq ", "links", nullptr},
        {" alignment case ctdl skos sssom ", "relation-none", [](Sample& s) { s.link().relation = Relation::none; }},
        {" alignment case ctdl skos sssom ", "repeated-link", [](Sample& s) { s.table.pairs[0].links.push_back(s.link()); }},
        {" alignment ctdl skos ", "rejected-links", [](Sample& s) { s.link().decision.status = LinkStatus::rejected; }},
        {" case ", "rejected", [](Sample& s) { s.link().decision.status = LinkStatus::rejected; }},
        {" case ", "relation-equivalent", [](Sample& s) { s.link().relation = Relation::equivalent; }},
        {" case ", "relation-overlaps", [](Sample& s) { s.link().relation = Relation::overlaps; }},
        {" case ", "link-figures", nullptr},
        {" case ", "reviewers", [](Sample& s) { s.link().decision.by = "M. Maasikas"; }},
        {" sssom jsonl ", "reviewers",
         [](Sample& s) {
             s.link().decision.by = "M. Maasikas";
             s.options.persons = Persons::leave_out;
         }},
        {" case sssom ", "unknown-end", [](Sample& s) { s.link().target.unit = "B.9"; }},
        {" alignment ", "equal-or-equivalent", nullptr},
        {" ctdl ", "alignment-strength", [](Sample& s) { s.link().relation = Relation::overlaps; }},
        {" skos ctdl ", "confidence", nullptr},
        {" alignment skos ctdl ", "status", nullptr},
        {" alignment skos ctdl ", "coverage", [](Sample& s) { s.link().coverage_source = 0.5; }},
        {" sssom ", "coverage", nullptr},
        {" alignment skos ctdl ", "level-difference", [](Sample& s) { s.link().level_difference = 1; }},
        {" alignment skos ctdl sssom ", "evidence", [](Sample& s) { s.link().evidence.resize(1); }},
        {" alignment skos ctdl ", "method", [](Sample& s) { s.link().method = "test"; }},
        {" alignment skos ctdl ", "decision", [](Sample& s) { s.link().decision.why = "seen"; }},
        {" sssom ", "rounded", [](Sample& s) { s.link().confidence = 1.0 / 3.0; }},
        {" sssom ", "gaps", [](Sample& s) { s.link().decision.status = LinkStatus::rejected; }},
        {" case ", "change-time",
         [](Sample& s) {
             for (Standard& standard : s.table.standards) standard.decided.clear();
         }},
    };
    return kinds;
}

std::size_t count_losses(const std::string& format, const char* code, Change change) {
    Sample sample;
    fill(sample);
    if (change != nullptr) change(sample);
    return export_all(format, sample.table, sample.options).losses.count(code);
}

void check(const std::vector<Kind>& kinds) {
    for (const Kind& kind : kinds) {
        for (const char* format : {"alignment", "case", "ctdl", "json", "jsonl", "loq", "skos", "sssom"}) {
            if (std::string(kind.formats).find(" " + std::string(format) + " ") == std::string::npos) continue;
            INFO(format << " " << kind.code);
            if (kind.change != nullptr) CHECK(count_losses(format, kind.code, nullptr) == 0);
            CHECK(count_losses(format, kind.code, kind.change) > 0);
        }
    }
}

}  // namespace

TEST_CASE("what no other format holds of a standard is reported by each", "[exchange][loss]") { check(common_kinds()); }

TEST_CASE("each format reports what it loses of a standard", "[exchange][loss]") { check(standard_kinds()); }

TEST_CASE("each format reports what it loses of a link", "[exchange][loss]") { check(link_kinds()); }

TEST_CASE("a CASE file of one pair says that its standards are apart", "[exchange][loss][case]") {
    Sample sample;
    fill(sample);
    StringSink sink;
    SingleOutput output(sink);
    CHECK(export_to("case", TableSource(sample.table), output, sample.options).count("standards-apart") == 2);
}

TEST_CASE("facts of the closest scope count", "[exchange][loq][facts]") {
    PublisherFacts facts;
    facts.add_table(
        "# remark\nstandard\tisced_f\tisco\tawarding_body\trule\n"
        "*\t0610\t\tA school\tall\nee-estqf\t0611\t\t\tframework\n07*\t0612\t2512 3512\t\tbeginning\n07-2\t0613\t\t\tregister\n",
        "facts.tsv");
    Standard standard = plain_standard("07-1");
    assign_identities(standard);
    CHECK(facts.of(standard) == StatedFacts{"0612", {"2512", "3512"}, "A school", "beginning"});
    standard = plain_standard("07-2");
    assign_identities(standard);
    CHECK(facts.of(standard).isced_f == "0613");
    standard = plain_standard("08-1");
    assign_identities(standard);
    CHECK(facts.of(standard) == StatedFacts{"0611", {}, "A school", "framework"});
    standard.framework = "nl-mbo";
    CHECK(facts.of(standard).rule == "all");
    CHECK(PublisherFacts().of(standard).empty());
}

TEST_CASE("bad facts are refused with their line", "[exchange][loq][facts]") {
    const auto refusal = [](const std::string& table) {
        try {
            PublisherFacts().add_table(table, "facts.tsv");
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK_THAT(refusal("standard\tisced_f\n\n*\t1234\n"), Catch::StartsWith("facts.tsv:3: ISCED-F 2013 has no field \"1234\""));
    CHECK_THAT(refusal("standard\tisco\n*\tabc\n"), Catch::StartsWith("facts.tsv:2: \"abc\" is no ISCO-08 code"));
    CHECK_THAT(refusal("standard\tcolour\n"), Catch::StartsWith("facts.tsv:1: unknown column \"colour\""));
    CHECK_THAT(refusal("isced_f\n"), Catch::StartsWith("facts.tsv:1: the column \"standard\" is missing"));
    CHECK_THAT(refusal("standard\n*\t0610\n"), Catch::StartsWith("facts.tsv:2: there are more cells than columns"));
    CHECK_THAT(refusal("standard\tisced_f\n\t0610\n"), Catch::StartsWith("facts.tsv:2: facts about no standard"));
}
