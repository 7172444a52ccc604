#include "tests/unit/model/sample_standard.hpp"

#include "model/identity.hpp"

#include <limits>
#include <utility>
#include <vector>

namespace kwalign::tests {

using namespace model;

namespace {

Statement full_statement() {
    Statement statement;
    statement.id = "nl-mbo:C0088#C1-K1.1";
    statement.code = "C1-K1.1";
    statement.number = "1";
    statement.kind = StatementKind::knowledge;
    statement.lang = "nl";
    statement.text = "Heeft kennis van \"netwerken\" \\ én beveiliging €";
    statement.raw = "Heeft kennis van \"net-\nwerken\" \\ én\tbeveiliging\r\n€\x01";
    statement.section = "Vakkennis en vaardigheden";
    statement.group = "Basis";
    statement.spans = {{3, {56.7, 100.25, 540.1, 112.0}, 0, 44},
                       {4, {0.1, 1e-7, 1e21, 0.30000000000000004}, 7, std::numeric_limits<std::uint32_t>::max()}};
    statement.repairs = {{"hyphen-join", "net-\nwerken", "netwerken", 0.97}, {"nfc", "e\xcc\x81", "é", 1.0}};
    statement.applies_to = {"Expert IT systems", "Allround"};
    return statement;
}

std::string random_text(std::mt19937& generator) {
    static const std::vector<std::string> pieces = {
        "a", "B", "õ", "é", "€", "\xf0\x9f\x92\xbe", " ", "\n", "\"", "\\", "/", "\t", "\x01", "\x7f", "7", "", "{}", "null"};
    std::string text;
    const std::size_t length = generator() % 12;
    for (std::size_t i = 0; i < length; ++i) text += pieces[generator() % pieces.size()];
    return text;
}

double random_number(std::mt19937& generator) { return std::uniform_real_distribution<double>(-1e3, 1e3)(generator); }

std::vector<std::string> random_texts(std::mt19937& generator) {
    std::vector<std::string> texts(generator() % 3);
    for (std::string& text : texts) text = random_text(generator);
    return texts;
}

std::optional<Level> random_level(std::mt19937& generator) {
    static const std::vector<std::string> values = {"4", "04", "4/5", "e-2", "", "12345678901", "-1"};
    if (generator() % 3 == 0) return std::nullopt;
    return Level{random_text(generator), values[generator() % values.size()], static_cast<int>(generator() % 9),
                 static_cast<int>(generator() % 9)};
}

SourceSpan random_span(std::mt19937& generator) {
    return {static_cast<int>(generator() % 50),
            {random_number(generator), random_number(generator), random_number(generator), random_number(generator)},
            generator() % 1000,
            generator()};
}

std::vector<SourceSpan> random_spans(std::mt19937& generator) {
    std::vector<SourceSpan> spans(generator() % 3);
    for (SourceSpan& span : spans) span = random_span(generator);
    return spans;
}

Statement random_statement(std::mt19937& generator) {
    Statement statement;
    for (std::string* text : {&statement.id, &statement.code, &statement.number, &statement.lang, &statement.text, &statement.raw,
                              &statement.section, &statement.group})
        *text = random_text(generator);
    statement.kind = static_cast<StatementKind>(generator() % 8);
    statement.spans = random_spans(generator);
    statement.repairs.resize(generator() % 2,
                             {random_text(generator), random_text(generator), random_text(generator), random_number(generator)});
    statement.applies_to = random_texts(generator);
    return statement;
}

Unit random_unit(std::mt19937& generator) {
    Unit unit;
    for (std::string* text : {&unit.id, &unit.code, &unit.code_printed, &unit.title, &unit.title_printed, &unit.kind, &unit.parent,
                              &unit.ecf_source, &unit.lang, &unit.requirement, &unit.derived_from})
        *text = random_text(generator);
    unit.role = static_cast<UnitRole>(generator() % 4);
    unit.level = random_level(generator);
    unit.ecf = random_texts(generator);
    unit.applies_to = random_texts(generator);
    unit.spans = random_spans(generator);
    for (std::size_t i = generator() % 4; i > 0; --i) unit.statements.push_back(random_statement(generator));
    return unit;
}

}  // namespace

Standard full_standard() {
    Standard standard;
    standard.id = "nl-mbo:C0088";
    standard.framework = "nl-mbo";
    standard.kind = "mbo_certificaat";
    standard.title = "Ondersteunen van gebruikers";
    standard.titles = {{"en", "Supporting users"}, {"nl", "Ondersteunen van gebruikers"}};
    standard.identifiers = {{"certificate_code", "C0088"}, {"register_id", "a/b"}};
    standard.version = "2";
    standard.issuer = "SBB";
    standard.decided = "2022-03-01";
    standard.decision_number = "29";
    standard.valid_from = "2022-08-01";
    standard.valid_until = "2029-09-22";
    standard.approved_by = "Raad";
    standard.level = Level{"mbo", "4", 4, 4};
    standard.eqf_low = 4;
    standard.eqf_high = 5;
    standard.classifications = {{"ISCO-08", "3511", "Operations technicians"}, {"ISCED-F", "0612", ""}};
    standard.languages = {"nl", "en"};
    standard.references = {"EN 16234-1:2019 (e-CF)"};
    standard.ecf = {"C.1", "B.4"};
    standard.fields = {{"study_load", "500"}, {"occupational_requirements", "Nee"}};
    standard.qualifications = {{"nl-mbo:C0088!expert",
                                "profile",
                                "25606",
                                "Expert",
                                {{"nl", "Expert"}},
                                {"Deskundige"},
                                Level{"EQF", "4/5", 4, 5},
                                {{"C1-K1"}, {{2, {"C1-K1-W1", "C1-K1-W2"}}}},
                                {{1, {}, 0, 6}}}};
    Unit unit;
    unit.id = "nl-mbo:C0088#C1-K1";
    unit.code = "C1-K1";
    unit.code_printed = "C1-K 1";
    unit.title = "Ondersteunt gebruikers";
    unit.title_printed = "C1-K 1: Ondersteunt gebruikers [e-2]";
    unit.kind = "kerntaak";
    unit.role = UnitRole::container;
    unit.parent = "C1";
    unit.level = Level{"e-CF", "e-2", 2, 2};
    unit.ecf = {"C.1"};
    unit.ecf_source = "title";
    unit.lang = "nl";
    unit.requirement = "mandatory";
    unit.derived_from = "B1-K1";
    unit.applies_to = {"Expert"};
    unit.spans = {{2, {1, 2, 3, 4}, 5, 6}};
    unit.statements = {full_statement()};
    standard.units = {unit, Unit{}};
    standard.sections = {{"context", "Context", {full_statement()}}};
    standard.persons = {{"Mari Maasikas", "Näidis OÜ", "compiler"}};
    standard.derivations = {{"from_qualification", "25606", "Expert", Level{"mbo", "4", 4, 4}},
                            {"from_dossier", "23244", "IT", std::nullopt}};
    standard.source = {"in/c0088.pdf", sha256_hex("c0088"), "application/pdf", 6, 123456, 0.9987, "nl-mbo-certificaat", 0.93};
    standard.findings = {{"duplicate-number", Severity::warning, "number 5 occurs twice", SourceSpan{4, {1, 2, 3, 4}, 9, 12}},
                         {"no-date", Severity::note, "no end date is printed", std::nullopt}};
    return standard;
}

Link full_link() {
    Link link;
    link.source = {"nl-mbo:C0088", "C1-K1", "C1-K1.1"};
    link.target = {"ee-estqf:08-1", "B.3.5", ""};
    link.relation = Relation::covered_by;
    link.confidence = 0.8125;
    link.coverage_source = 1.0 / 3.0;
    link.coverage_target = 0.1;
    link.level_difference = -1;
    link.method = "kwalign 1 concepts";
    link.evidence = {{"statements", 0.4, "C1-K1.1", "B.3.5.1", {"network", "security"}, "both ask for \"security\""},
                     {"code_conflict", -0.2, "", "", {}, "C.1 against B.4"}};
    link.decision = {LinkStatus::confirmed, "m.maasikas", "2025-01-31", "same tools"};
    return link;
}

Standard plain_standard(const std::string& certificate_code, std::size_t units, std::size_t statements) {
    Standard standard;
    standard.framework = "nl-mbo";
    standard.kind = "mbo_certificaat";
    standard.title = "Certificaat " + certificate_code;
    standard.identifiers = {{"certificate_code", certificate_code}};
    standard.languages = {"nl"};
    standard.source.path = certificate_code + ".pdf";
    standard.source.sha256 = sha256_hex(certificate_code);
    standard.source.media_type = "application/pdf";
    for (std::size_t u = 1; u <= units; ++u) {
        Unit unit;
        unit.code = "C1-K" + std::to_string(u);
        unit.title = "Kerntaak " + std::to_string(u);
        for (std::size_t s = 1; s <= statements; ++s) {
            Statement statement;
            statement.lang = "nl";
            statement.text = "Kan een netwerk beheren en legt aan gebruikers uit wat er veranderd is, stap " + std::to_string(s);
            statement.raw = statement.text;
            statement.spans = {{1, {56.7, 100.25, 540.1, 112.0}, s * 100, s * 100 + 80}};
            unit.statements.push_back(std::move(statement));
        }
        standard.units.push_back(std::move(unit));
    }
    assign_identities(standard);
    return standard;
}

Link plain_link(const std::string& source, const std::string& source_unit, const std::string& target, const std::string& target_unit) {
    Link link;
    link.source = {source, source_unit, ""};
    link.target = {target, target_unit, ""};
    link.relation = Relation::overlaps;
    link.confidence = 0.5;
    link.method = "test";
    return link;
}

Standard random_standard(std::mt19937& generator) {
    Standard standard;
    for (std::string* text :
         {&standard.id, &standard.framework, &standard.kind, &standard.title, &standard.version, &standard.issuer, &standard.decided,
          &standard.decision_number, &standard.valid_from, &standard.valid_until, &standard.approved_by, &standard.source.path,
          &standard.source.sha256, &standard.source.media_type, &standard.source.template_id})
        *text = random_text(generator);
    for (auto* map : {&standard.titles, &standard.identifiers, &standard.fields})
        for (std::size_t i = generator() % 3; i > 0; --i) (*map)[random_text(generator)] = random_text(generator);
    standard.level = random_level(generator);
    standard.eqf_low = static_cast<int>(generator() % 9);
    standard.eqf_high = static_cast<int>(generator() % 9);
    for (auto* list : {&standard.languages, &standard.references, &standard.ecf}) *list = random_texts(generator);
    standard.source.pages = generator();
    standard.source.bytes = generator();
    standard.source.text_accounted = random_number(generator);
    standard.source.template_confidence = random_number(generator);
    for (std::size_t i = generator() % 4; i > 0; --i) standard.units.push_back(random_unit(generator));
    for (std::size_t i = generator() % 2; i > 0; --i)
        standard.sections.push_back({random_text(generator), random_text(generator), {random_statement(generator)}});
    for (std::size_t i = generator() % 2; i > 0; --i)
        standard.persons.push_back({random_text(generator), random_text(generator), random_text(generator)});
    for (std::size_t i = generator() % 3; i > 0; --i)
        standard.findings.push_back(
            {random_text(generator), static_cast<Severity>(generator() % 3), random_text(generator), random_span(generator)});
    for (std::size_t i = generator() % 2; i > 0; --i)
        standard.derivations.push_back({random_text(generator), random_text(generator), random_text(generator), random_level(generator)});
    for (std::size_t i = generator() % 2; i > 0; --i)
        standard.qualifications.push_back({random_text(generator),
                                           random_text(generator),
                                           random_text(generator),
                                           random_text(generator),
                                           {{"et", random_text(generator)}},
                                           random_texts(generator),
                                           random_level(generator),
                                           {random_texts(generator), {{generator() % 5, random_texts(generator)}}},
                                           random_spans(generator)});
    return standard;
}

}  // namespace kwalign::tests
