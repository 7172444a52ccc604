#include "ingest/outline/numbering_checks.hpp"
#include "ingest/outline/outline.hpp"
#include "ingest/outline/standard_builder.hpp"
#include "outline_findings.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using namespace kwalign;
using namespace kwalign::ingest;
using kwalign::ingest::tests::messages;
using kwalign::ingest::tests::read;

namespace {

using Messages = std::vector<std::string>;

}  // namespace

TEST_CASE("Final numbers of codes are counted behind what stands before them", "[ingest][outline]") {
    CHECK(counted("B.3.10") == std::pair<std::string, int>{"B.3.", 10});
    CHECK(counted("P2-K1-W3") == std::pair<std::string, int>{"P2-K1-W", 3});
    CHECK(counted("A.4.") == std::pair<std::string, int>{"A.", 4});
    CHECK_FALSE(counted("A").has_value());
    CHECK_FALSE(counted("12").has_value());
}

TEST_CASE("A gap between numbered headings is found", "[ingest][outline]") {
    const model::Standard standard =
        read("ee-estqf", "=Part A\n=DESCRIPTION OF WORK\n=A.1 Description of work\n=Bakes.\n=A.3 Professional preparation\n=School.\n");
    CHECK(messages(standard, "numbering-gap") == Messages{"A.3 follows A.1; A.2 is missing."});
}

TEST_CASE("A task and a competence with the same codes and other titles are noted", "[ingest][outline]") {
    const model::Standard standard = read(
        "ee-estqf",
        "=Part A\n=DESCRIPTION OF WORK\n=A.2 Tasks\n=A.2.1 Baking bread (e-CF competence B.1)\n=Part B\n=REQUIREMENTS\n=B.3 Competences\n"
        "=B.3.1 Bakery (e-CF competence B.1)\n=Performance indicators:\n=1. Bakes.\n");
    CHECK(messages(standard, "title-mismatch") == Messages{"Task A.2.1 'Baking bread' and competence B.3.1 'Bakery' have the same codes."});
}

TEST_CASE("A derivation table that names a unit otherwise is noted", "[ingest][outline]") {
    const model::Standard standard = read("nl-mbo-certificate",
                                          "=2. Inhoud eisen mbo-certificaat\n=|0,0|Bakt , B1-K1\n=|0,1|Bakt , C1-K1\n=3. "
                                          "Uitwerking\n=C1-K1: Bakt brood en gebak\n=Complexiteit\n=Gewoon.\n");
    CHECK(messages(standard, "title-mismatch") ==
          Messages{"C1-K1 is 'Bakt' in the derivation table and 'Bakt brood en gebak' in the body."});
    REQUIRE(standard.find_unit("C1-K1") != nullptr);
    CHECK(standard.find_unit("C1-K1")->derived_from == "B1-K1");
}

TEST_CASE("Code tables and reference tables are held against the units", "[ingest][outline]") {
    const model::Standard standard =
        read("eu-essa",
             "=Competences\n=C.1. User Support [e-2]\n=C.2. Change Support [e-2]\n=Programme Learning Outcomes (PLO)\n=1. PLO User support "
             "[e-2]\n"
             "=Unit learning outcomes\n=Helps users\n=Listens to users\n=2. PLO Baking [e-2]\n=Unit learning outcomes\n=Bakes\n"
             "=Assessments\n=1.1\n=Exam\n=2.1\n=Exam\n=3.1\n=Exam\n");
    CHECK(standard.find_unit("PLO 1")->ecf == Messages{"C.1"});
    CHECK(standard.find_unit("PLO 1")->ecf_source == "title");
    CHECK(messages(standard, "code-without-unit") ==
          Messages{"The table names competence C.2 'Change Support', but no unit has its title."});
    CHECK(messages(standard, "unit-without-code") == Messages{"PLO 2 'Baking' has the title of no competence in the document's table."});
    CHECK(messages(standard, "dangling-reference") == Messages{"A table row speaks of 3.1, which the document does not have."});
    CHECK(messages(standard, "unreferenced-statement") == Messages{"The table has no row for 1.2."});
}

TEST_CASE("Statements that differ by one word are noted", "[ingest][outline]") {
    const model::Standard standard = read("nl-mbo-certificate",
                                          "=3. Uitwerking\n=C1-K1: Bakt\n=Vakkennis en vaardigheden\n*Heeft kennis van alle soorten "
                                          "meel\n*Heeft brede kennis van alle soorten meel\n*Heeft kennis van suiker\n*Kan bakken\n");
    CHECK(messages(standard, "near-duplicate-statement") == Messages{"In C1-K1 the texts of C1-K1.1 and C1-K1.2 differ by one word."});
    const std::vector<model::Statement>& statements = standard.find_unit("C1-K1")->statements;
    REQUIRE(statements.size() == 4);
    CHECK(statements[1].kind == model::StatementKind::knowledge);
    CHECK(statements[3].kind == model::StatementKind::skill);
}

TEST_CASE("Pages printed twice are read once", "[ingest][outline]") {
    const char* page = "=3. Uitwerking\n=C1-K1: Bakt\n=Complexiteit\n=Gewoon.\n=C1-K1-W1: Kneedt\n=Gedrag\n*kneedt lang.\n";
    const model::Standard standard = read("nl-mbo-certificate", std::string(page) + page);
    CHECK(standard.units.size() == 2);
    CHECK(standard.find_unit("C1-K1-W1")->statements.size() == 1);
    CHECK(messages(standard, "repeated-text") == Messages{"2 statements are printed once more and were left out."});
    CHECK(messages(standard, "left-over-text").empty());
}

TEST_CASE("Markers for two profiles name both", "[ingest][outline]") {
    const model::Standard standard = read("nl-mbo-dossier",
                                          "=Basisdeel\n=B1-K1: Bakt\n=Complexiteit\n=Gewoon.\n=Voor Kok en Bakker geldt "
                                          "aanvullend:\n=Lastig.\n=Profieldeel\n=P1 Kok\n=Mbo-niveau\n=3\n=P2 Bakker\n=Mbo-niveau\n=4\n");
    const std::vector<model::Statement>& statements = standard.find_unit("B1-K1")->statements;
    REQUIRE(statements.size() == 2);
    CHECK(statements[1].applies_to == Messages{"Kok", "Bakker"});
    REQUIRE(standard.qualifications.size() == 2);
    CHECK(standard.qualifications[1].level->low == 4);
    CHECK(standard.level->value == "3/4");
    CHECK(standard.eqf_high == 4);
}
