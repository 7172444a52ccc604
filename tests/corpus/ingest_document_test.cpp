#include "corpus_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace {

using namespace kwalign;

std::size_t count_findings(const model::Standard& standard, const std::string& code) {
    return static_cast<std::size_t>(std::count_if(standard.findings.begin(), standard.findings.end(),
                                                  [&](const model::Finding& finding) { return finding.code == code; }));
}

std::size_t count_statements(const model::Standard& standard, const std::string& unit, model::StatementKind kind) {
    const model::Unit* found = standard.find_unit(unit);
    if (found == nullptr) return 0;
    return static_cast<std::size_t>(
        std::count_if(found->statements.begin(), found->statements.end(), [&](const model::Statement& s) { return s.kind == kind; }));
}

std::optional<std::filesystem::path> source_of(const std::string& document, const std::string& form) {
    return form == "text" ? tests::shared_file_beginning("seeds", document + "_")
                          : tests::shared_file("pdf/" + form + "/" + document + ".pdf");
}

}  // namespace

TEST_CASE("A standard with elective competences says how many are needed", "[corpus][ingest]") {
    const std::string form = GENERATE("text", "digital");
    CAPTURE(form);
    const auto file = source_of("002", form);
    if (!file) {
        WARN("skipped: 002 " << form << " is not in KWALIGN_SHARED");
        return;
    }
    const model::Standard standard = tests::ingester().read(*file);
    CHECK(standard.units.size() == 23);
    CHECK(standard.title == "Career Specialist, EstQF Level 7");
    REQUIRE(standard.qualifications.size() == 1);
    const model::QualificationRule& rule = standard.qualifications.front().rule;
    CHECK(rule.required == std::vector<std::string>{"B.2", "B.3.1", "B.3.2", "B.3.3", "B.3.4", "B.3.5"});
    REQUIRE(rule.elective.size() == 1);
    CHECK(rule.elective.front().minimum == 1);
    CHECK(rule.elective.front().units == std::vector<std::string>{"B.3.6", "B.3.7", "B.3.8", "B.3.9"});
    CHECK(count_findings(standard, "level-differs") == 4);
    const std::vector<std::pair<std::string, std::size_t>> indicators = {{"B.2", 14},  {"B.3.1", 2}, {"B.3.2", 2},  {"B.3.3", 7},
                                                                         {"B.3.4", 5}, {"B.3.5", 5}, {"B.3.6", 10}, {"B.3.7", 5},
                                                                         {"B.3.8", 4}, {"B.3.9", 5}};
    for (const auto& [unit, count] : indicators) {
        CAPTURE(unit);
        CHECK(count_statements(standard, unit, model::StatementKind::performance_indicator) == count);
    }
    REQUIRE(standard.find_unit("B.3.6") != nullptr);
    CHECK(standard.find_unit("B.3.6")->requirement == "elective");
    CHECK(standard.find_unit("B.3.6")->level->value == "6");
    CHECK(standard.find_unit("A.2.6")->requirement == "elective");
    CHECK(standard.persons.size() == 8);
    CHECK(standard.identifiers.at("register_id") == "21-06042023-3.2/6k");
    CHECK(standard.valid_until == "2028-04-05");
    CHECK(standard.eqf_low == 7);
}

TEST_CASE("A dossier has its units and profiles even where headings are lost", "[corpus][ingest]") {
    const std::string form = GENERATE("text", "digital");
    CAPTURE(form);
    const auto file = source_of("004", form);
    if (!file) {
        WARN("skipped: 004 " << form << " is not in KWALIGN_SHARED");
        return;
    }
    const model::Standard standard = tests::ingester().read(*file);
    CHECK(standard.title == "IT systems and devices");
    for (const char* code : {"B1-K1", "B1-K1-W1", "B1-K1-W2", "B1-K1-W3", "B1-K2", "B1-K2-W1", "B1-K2-W2", "B1-K3", "B1-K3-W1", "B1-K3-W2",
                             "P2-K1", "P2-K1-W1", "P2-K1-W2", "P2-K1-W3", "P2-K2", "P2-K2-W1", "P2-K2-W2"}) {
        CAPTURE(code);
        CHECK(standard.find_unit(code) != nullptr);
    }
    REQUIRE(standard.qualifications.size() == 2);
    const model::Qualification& expert = standard.qualifications[1];
    CHECK(expert.kind == "profile");
    CHECK(expert.title == "Expert IT systems and devices");
    REQUIRE(expert.level.has_value());
    CHECK(expert.level->low == 4);
    CHECK(expert.rule.required.size() == 17);
    CHECK(standard.qualifications[0].rule.required.size() == 10);
    CHECK(standard.eqf_low == 3);
    CHECK(standard.eqf_high == 4);
    CHECK(count_statements(standard, "B1-K1", model::StatementKind::knowledge) == 7);
    CHECK(count_statements(standard, "B1-K1", model::StatementKind::skill) == 12);
    CHECK(count_statements(standard, "B1-K2-W1", model::StatementKind::behaviour) == 6);
    CHECK(count_statements(standard, "P2-K2-W2", model::StatementKind::behaviour) == 5);
    std::size_t for_expert = 0;
    for (const model::Statement& statement : standard.find_unit("B1-K1")->statements) for_expert += statement.applies_to.empty() ? 0U : 1U;
    CHECK(for_expert == 6);
    CHECK(standard.find_unit("P2-K1")->applies_to == std::vector<std::string>{"Expert IT systems and devices"});
    if (form == "text") CHECK(count_findings(standard, "heading-recovered") == 9);
    if (form == "digital") CHECK(count_findings(standard, "heading-recovered") == 0);
}
