#include "tools/app/outline_text.hpp"

#include "tools/app/standard_facts.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;

namespace {

model::Standard standard() {
    model::Standard standard;
    standard.id = "ee-estqf:1";
    standard.title = "Gardener";
    standard.level = model::Level{"EstQF", "4", 4, 4};
    standard.eqf_low = 4;
    standard.eqf_high = 5;
    standard.persons.push_back({"Mari Maasikas", "Garden Ltd", "compiler"});
    model::Unit part;
    part.code = "B";
    part.title = "Competences";
    model::Unit unit;
    unit.code = "B.1";
    unit.title = "Planting";
    unit.parent = "B";
    unit.ecf = {"A.1"};
    model::Statement statement;
    statement.code = "B.1.1";
    statement.text = "plants *trees*";
    statement.lang = "en";
    statement.kind = model::StatementKind::skill;
    statement.spans.push_back({3, {}, 0, 5});
    statement.spans.push_back({4, {}, 0, 5});
    unit.statements.push_back(statement);
    standard.units = {part, unit};
    standard.findings.push_back({"gap", model::Severity::warning, "number 2 is missing", model::SourceSpan{4, {}, 0, 0}});
    return standard;
}

}  // namespace

TEST_CASE("The outline shows units by depth with statements and pages", "[tools][show]") {
    const std::string text = tools::outline_text(standard(), model::Persons::keep);
    CHECK_THAT(text, Catch::StartsWith("Gardener\n"));
    CHECK_THAT(text, Catch::Contains("EstQF 4, EQF 4-5"));
    CHECK_THAT(text, Catch::Contains("\n  B  Competences\n    B.1  Planting  (e-CF A.1)\n"));
    CHECK_THAT(text, Catch::Contains("B.1.1  plants *trees* [skill, en, pages 3-4]\n"));
    CHECK_THAT(text, Catch::Contains("warning gap: page 4: number 2 is missing\n"));
    CHECK_THAT(text, Catch::Contains("Mari Maasikas"));
}

TEST_CASE("Persons are left out when asked", "[tools][show]") {
    CHECK_THAT(tools::outline_text(standard(), model::Persons::leave_out), !Catch::Contains("Maasikas"));
    CHECK_THAT(tools::outline_markdown(standard(), model::Persons::leave_out), !Catch::Contains("Maasikas"));
}

TEST_CASE("Markdown means what the document says", "[tools][show]") {
    const std::string text = tools::outline_markdown(standard(), model::Persons::keep);
    CHECK_THAT(text, Catch::StartsWith("# Gardener\n"));
    CHECK_THAT(text, Catch::Contains("### B.1 Planting"));
    CHECK_THAT(text, Catch::Contains("plants \\*trees\\*"));
}

TEST_CASE("A rule is told in words", "[tools][show]") {
    model::Qualification partial;
    partial.kind = "partial";
    partial.title = "Planter";
    partial.rule.required = {"B.1"};
    partial.rule.elective = {{1, {"B.2", "B.3"}}};
    CHECK(tools::describe(partial) == "partial: Planter; B.1 and at least 1 of B.2, B.3");
}
