#include "ingest/outline/outline.hpp"
#include "ingest/outline/standard_builder.hpp"
#include "ingest/outline/validity.hpp"
#include "model/error.hpp"
#include "outline_findings.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using namespace kwalign;
using namespace kwalign::ingest;
using kwalign::ingest::tests::messages;
using kwalign::ingest::tests::read;

namespace {

bool has_place(const model::Standard& standard, const std::string& code) {
    const auto found = std::find_if(standard.findings.begin(), standard.findings.end(),
                                    [&](const model::Finding& finding) { return finding.code == code; });
    return found != standard.findings.end() && found->span.has_value();
}

model::Severity severity(const model::Standard& standard, const std::string& code) {
    const auto found = std::find_if(standard.findings.begin(), standard.findings.end(),
                                    [&](const model::Finding& finding) { return finding.code == code; });
    REQUIRE(found != standard.findings.end());
    return found->severity;
}

using Messages = std::vector<std::string>;
using model::Severity;

const std::string front = "=OCCUPATIONAL QUALIFICATION STANDARD\n=Baker, EstQF Level 4\n=Part A\n=DESCRIPTION OF WORK\n";
const std::string competences = "=Part B\n=REQUIREMENTS\n=B.3 Competences\n";

/// An Estonian standard with one competence whose indicators are these lines.
std::string with_indicators(const std::string& lines) {
    return front + competences + "=B.3.1 Baking bread EstQF Level 4\n=Performance indicators:\n" + lines;
}

std::string certified(const std::string& fields) {
    return front + competences + "=Part C\n=GENERAL INFORMATION\n=C.1 Information concerning compilation\n" + fields;
}

}  // namespace

TEST_CASE("Numbers that are missing or printed twice are found with what is missing", "[ingest][outline][lint]") {
    const model::Standard gap = read("ee-estqf", with_indicators("=1. Kneads the dough.\n=2. Shapes the loaves.\n=4. Bakes the loaves.\n"));
    CHECK(messages(gap, "numbering-gap") == Messages{"In B.3.1 number 4 follows number 2; 3 is missing."});
    CHECK(severity(gap, "numbering-gap") == Severity::warning);
    CHECK(has_place(gap, "numbering-gap"));
    const model::Standard twice =
        read("ee-estqf", with_indicators("=1. Kneads the dough.\n=2. Shapes the loaves.\n=2. Bakes the loaves.\n"));
    CHECK(messages(twice, "duplicate-number") == Messages{"The number 2 is printed twice in B.3.1."});
    const model::Standard units =
        read("ee-estqf",
             front + competences +
                 "=B.3.1 Baking bread\n=Performance indicators:\n=1. Bakes.\n=B.3.4 Selling\n=Performance indicators:\n=1. Sells.\n");
    CHECK(messages(units, "numbering-gap") == Messages{"B.3.4 follows B.3.1; B.3.2 to B.3.3 are missing."});
    const model::Standard clean =
        read("ee-estqf", with_indicators("=1. Kneads the dough.\n=2. Shapes the loaves.\n=3. Bakes the loaves.\n"));
    CHECK(messages(clean, "numbering-gap").empty());
    CHECK(messages(clean, "duplicate-number").empty());
}

TEST_CASE("A rule that names a unit which does not exist is found with its place", "[ingest][outline][lint]") {
    const auto document = [](const std::string& rule) {
        return front + "=Part B\n=REQUIREMENTS\n=B.1 Structure of occupation\n=" + rule +
               "\n=B.3 Competences\n=B.3.1 Baking bread\n=Performance indicators:\n=1. Bakes.\n";
    };
    const model::Standard odd = read("ee-estqf", document("The occupation consists of the mandatory competences B.3.1 and B.3.7."));
    CHECK(messages(odd, "dangling-reference") == Messages{"The rule names B.3.7, which is no unit of this document."});
    CHECK(severity(odd, "dangling-reference") == Severity::warning);
    CHECK(has_place(odd, "dangling-reference"));
    const model::Standard range = read("ee-estqf", document("The occupation consists of the mandatory competences B.3.1 to B.3.5."));
    CHECK(messages(range, "dangling-reference") == Messages{"The rule names B.3.5, which is no unit of this document."});
    CHECK(messages(read("ee-estqf", document("The occupation consists of the mandatory competence B.3.1.")), "dangling-reference").empty());
}

TEST_CASE("A title that contradicts the order and the wording of the code table is found", "[ingest][outline][lint]") {
    const auto profile = [](const std::string& second_title) {
        return "=EDUCATIONAL PROFILE\n=Stage technician EQF 4\n=Competences\n=C.1. User Support [e-2]\n=C.2. Change Support [e-2]\n=C.4. "
               "Problem Management [e-2]\n"
               "=Programme Learning Outcomes (PLO)\n=1. PLO User support [e-2]\n=Unit learning outcomes\n=Helps users on stage\n=2. PLO " +
               second_title +
               " [e-2]\n=Unit learning outcomes\n=Plans every change of the light plan\n=3. PLO Problem management [e-2]\n=Unit learning "
               "outcomes\n=Solves problems in the sound\n";
    };
    const model::Standard odd = read("eu-essa", profile("Rigging design"));
    CHECK(messages(odd, "title-contradicts-codes") == Messages{"PLO 2 is called 'Rigging design', but the table of competences has C.2 "
                                                               "'Change Support' in its place, and that is what its text is about."});
    CHECK(severity(odd, "title-contradicts-codes") == Severity::warning);
    CHECK(has_place(odd, "title-contradicts-codes"));
    CHECK(messages(read("eu-essa", profile("Change support")), "title-contradicts-codes").empty());
}

TEST_CASE("A partial qualification under two names is found", "[ingest][outline][lint]") {
    const auto document = [](const std::string& name) {
        return "=OCCUPATIONAL QUALIFICATION STANDARD\n=Baker, EstQF Level 4\n=Partial professional qualifications\n=Dough Helper, Level 3 "
               "3\n=Part A\n=DESCRIPTION OF WORK\n"
               "=A.1 Description of work\n=The occupation contains the partial qualification for " +
               name + ", Level 3.\n" + competences;
    };
    const model::Standard odd = read("ee-estqf", document("Kneading Assistant"));
    CHECK(messages(odd, "two-names") == Messages{"The partial qualification 'Dough Helper' is also called 'Kneading Assistant'."});
    CHECK(has_place(odd, "two-names"));
    CHECK(messages(read("ee-estqf", document("Dough Helper")), "two-names").empty());
}

TEST_CASE("A unit of another level than its standard is found", "[ingest][outline][lint]") {
    const auto document = [](const std::string& level) {
        return front + competences + "=B.3.1 Baking bread EstQF Level " + level + "\n=Performance indicators:\n=1. Bakes.\n";
    };
    const model::Standard odd = read("ee-estqf", document("3"));
    CHECK(messages(odd, "level-differs") == Messages{"B.3.1 Baking bread is of level 3, the standard of level 4."});
    CHECK(has_place(odd, "level-differs"));
    CHECK(messages(read("ee-estqf", document("4")), "level-differs").empty());
}

TEST_CASE("A level range and a level that the title contradicts are said", "[ingest][outline][lint]") {
    CHECK(messages(read("eu-essa", "=EDUCATIONAL PROFILE\n=Stage technician EQF 4/5\n"), "level-range") ==
          Messages{"The level is a range: EQF 4/5."});
    CHECK(messages(read("eu-essa", "=EDUCATIONAL PROFILE\n=Stage technician EQF 4\n"), "level-range").empty());
    const auto document = [](const std::string& level) {
        return certified("=C.2 Occupational title in foreign language\n=English: Baker, EstQF Level " + level + "\n");
    };
    CHECK(messages(read("ee-estqf", document("5")), "level-contradicts") ==
          Messages{"The title 'Baker, EstQF Level 5' says level 5, the document is of level 4."});
    CHECK(messages(read("ee-estqf", document("4")), "level-contradicts").empty());
    CHECK(messages(read("ee-estqf", certified("=9. Reference to European Qualifications Framework (EQF)\n=5\n")), "level-contradicts") ==
          Messages{"Level 4 is EQF level 4 in this family, the document says EQF level 5."});
}

TEST_CASE("Two languages in one section and a section in another language are said", "[ingest][outline][lint]") {
    const model::Standard mixed = read("ee-estqf", with_indicators("=1. Weighs the flour and the water by the recipe of the day.\n=2. "
                                                                   "Kontrollib taina temperatuuri ja laseb sellel piisavalt kerkida.\n"
                                                                   "=3. Shapes the loaves and puts them into the oven.\n"));
    CHECK(messages(mixed, "language-mixed") == Messages{"B.3.1 is in en, but one text is in another language, first 'Kontrollib taina "
                                                        "temperatuuri ja laseb sellel piisavalt kerkida.' (et)."});
    CHECK(has_place(mixed, "language-mixed"));
    const model::Standard switched = read(
        "ee-estqf",
        with_indicators(
            "=1. Kaalub jahu ja vee vastavalt päeva retseptile.\n=2. Kontrollib taina temperatuuri ja laseb sellel piisavalt kerkida.\n"
            "=B.3.2 Selling bread and other goods to the customers of the shop\n=Performance indicators:\n=1. Serves the customers and "
            "takes their money.\n"));
    CHECK(messages(switched, "language-switch") == Messages{"B.3.1 has a title in en and statements in et."});
    const model::Standard clean =
        read("ee-estqf",
             with_indicators(
                 "=1. Weighs the flour and the water by the recipe of the day.\n=2. Shapes the loaves and puts them into the oven.\n"));
    CHECK(messages(clean, "language-mixed").empty());
    CHECK(messages(clean, "language-switch").empty());
}

TEST_CASE("A register number that contradicts the date or the version is found", "[ingest][outline][lint]") {
    const auto document = [](const std::string& id) {
        return certified(
            "=1. ID of occupational qualification standard in register of occupational qualifications\n=" + id +
            "\n=5. Date of decision of Sectoral Council\n=30.05.2022\n=7. Occupational qualification standard version no.\n=5\n");
    };
    CHECK(messages(read("ee-estqf", document("10-30052022-1.1/5k")), "identity-mismatch").empty());
    CHECK(messages(read("ee-estqf", document("10-03052022-1.1/5k")), "identity-mismatch") ==
          Messages{"The register number 10-03052022-1.1/5k says 2022-05-03, the date of the decision is 2022-05-30."});
    const model::Standard odd = read("ee-estqf", document("10-30052022-1.1/4k"));
    CHECK(messages(odd, "identity-mismatch") ==
          Messages{"The register number 10-30052022-1.1/4k says version 4, the document says version 5."});
    CHECK(severity(odd, "identity-mismatch") == Severity::warning);
}

TEST_CASE("Dates in the wrong order and values that differ are found", "[ingest][outline][lint]") {
    const auto document = [](const std::string& until, const std::string& more) {
        return certified("=5. Date of decision of Sectoral Council\n=30.05.2022\n=6. Occupational qualification standard valid until\n=" +
                         until + "\n" + more);
    };
    CHECK(messages(read("ee-estqf", document("29.05.2021", "")), "dates-contradict") ==
          Messages{"The document is valid until 2021-05-29, but decided on 2022-05-30."});
    CHECK(messages(read("ee-estqf", document("29.05.2027", "")), "dates-contradict").empty());
    const std::string again = "=6. Occupational qualification standard valid until\n=29.05.2028\n";
    CHECK(messages(read("ee-estqf", document("29.05.2027", again)), "field-differs") ==
          Messages{"The document gives valid_until twice: 2027-05-29 and 2028-05-29; the first counts."});
    CHECK(messages(read("ee-estqf", document("when revoked", "")), "unreadable-date") ==
          Messages{"'when revoked' is not a date (valid_until)."});
    CHECK(read("ee-estqf", document("when revoked", "")).fields.at("valid_until_printed") == "when revoked");
}

TEST_CASE("A document without its front page is found", "[ingest][outline][lint]") {
    const model::Standard odd = read("nl-mbo-dossier", "=Basisdeel\n=B1-K1: Bakt\n=Complexiteit\n=Gewoon werk.\n");
    CHECK(messages(odd, "missing-front-page").size() == 1);
    CHECK(has_place(odd, "missing-front-page"));
    CHECK(messages(read("nl-mbo-dossier", "=Kwalificatiedossier mbo\n=Bakkerij\n=Basisdeel\n=B1-K1: Bakt\n=Complexiteit\n=Gewoon werk.\n"),
                   "missing-front-page")
              .empty());
}

TEST_CASE("Headings taken from the overview say from where", "[ingest][outline][lint]") {
    const auto document = [](const std::string& heading) {
        return "=Kwalificatiedossier mbo\n=Bakkerij\n=Overzicht van het kwalificatiedossier\n=B1-K1 Bakt brood B1-K1-W1 Kneedt "
               "deeg\n=Basisdeel\n=1. Beroepsspecifieke onderdelen\n"
               "=B1-K1: Bakt brood\n=Complexiteit\n=Gewoon werk.\n" +
               heading + "=Omschrijving\n=Hij kneedt.\n=Gedrag\n*kneedt lang.\n";
    };
    const model::Standard odd = read("nl-mbo-dossier", document(""));
    CHECK(messages(odd, "heading-recovered") ==
          Messages{"The heading B1-K1-W1 Kneedt deeg is missing before 'Omschrijving'; it was taken from the overview on page 1."});
    CHECK(severity(odd, "heading-recovered") == Severity::warning);
    CHECK(odd.find_unit("B1-K1-W1") != nullptr);
    CHECK(messages(read("nl-mbo-dossier", document("=B1-K1-W1: Kneedt deeg\n")), "heading-recovered").empty());
}

TEST_CASE("Texts that stand twice are found inside a unit and across units", "[ingest][outline][lint]") {
    const model::Standard inside = read("ee-estqf", with_indicators("=1. Kneads the dough by hand.\n=2. Kneads the dough by hand.\n"));
    CHECK(messages(inside, "duplicate-statement") == Messages{"In B.3.1 the same text stands twice (B.3.1.1 and B.3.1.2)."});
    CHECK(severity(inside, "duplicate-statement") == Severity::warning);
    const model::Standard across =
        read("ee-estqf", with_indicators("=1. Keeps the work place clean and tidy.\n=B.3.2 Selling\n=Performance indicators:\n=1. Keeps "
                                         "the work place clean and tidy.\n"));
    CHECK(messages(across, "shared-statement") ==
          Messages{"The same text stands in several units (B.3.1.1, B.3.2.1): 'Keeps the work place clean and tidy.'."});
    CHECK(messages(across, "duplicate-statement").empty());
    const model::Standard clean = read("ee-estqf", with_indicators("=1. Kneads the dough by hand.\n=2. Shapes loaves of all kinds.\n"));
    CHECK(messages(clean, "duplicate-statement").empty());
    CHECK(messages(clean, "shared-statement").empty());
}

TEST_CASE("Placeholders and instructions of the form are found", "[ingest][outline][lint]") {
    const std::string placeholder =
        GENERATE(as<std::string>{}, "Lorem ipsum dolor sit amet.", "TBD", "[Insert text here]", "Click or tap here to enter text.",
                 "Sisesta siia tegevuse kirjeldus.", "Teave oskuste ja trendide kohta, mille tähtsus valdkonnas kasvab.",
                 "Klik of tik om tekst in te voeren.", "Nader te bepalen", "Error! Reference source not found.", "Sign: ________");
    CAPTURE(placeholder);
    const model::Standard odd = read("ee-estqf", front + "=A.6 Relevant skills for the future\n=" + placeholder + "\n");
    CHECK(messages(odd, "placeholder-text") ==
          Messages{"'" + placeholder + "' looks like an instruction or placeholder of the form, not like content."});
    CHECK(has_place(odd, "placeholder-text"));
}

TEST_CASE("Sentences that merely sound like instructions are no placeholders", "[ingest][outline][lint]") {
    const std::string text = GENERATE(as<std::string>{}, "Lisab taignasse soola ja pärmi.", "Täidab tööpäevikut.",
                                      "Enters orders into the system.", "Adds salt to the dough.", "Describes the properties of flour.",
                                      "Vult de voorraad aan.", "Informs about trends in baking.", "Noemt de soorten meel.");
    CAPTURE(text);
    CHECK(messages(read("ee-estqf", front + "=A.6 Relevant skills for the future\n=" + text + "\n"), "placeholder-text").empty());
}

TEST_CASE("A document that is out of date or not yet valid is found on the day given", "[ingest][outline][lint]") {
    model::Standard standard;
    standard.valid_from = "2024-08-01";
    standard.valid_until = "2027-07-31";
    const auto codes = [&](std::string_view day) {
        Messages result;
        for (const model::Finding& finding : check_validity(standard, day)) result.push_back(finding.code + ": " + finding.message);
        return result;
    };
    CHECK(codes("2025-01-01").empty());
    CHECK(codes("2024-08-01").empty());
    CHECK(codes("2024-07-31") == Messages{"not-yet-valid: The document is valid from 2024-08-01; on 2024-07-31 it is not yet."});
    CHECK(codes("2027-08-01") == Messages{"expired: The document was valid until 2027-07-31; on 2027-08-01 it has expired."});
    CHECK(codes("2027-07-31") == Messages{"expires-soon: The document is valid until 2027-07-31, less than half a year after 2027-07-31."});
    CHECK_THROWS_AS(check_validity(standard, "31.07.2027"), model::Error);
    CHECK(check_validity(model::Standard{}, "2027-07-31").empty());
}

TEST_CASE("Text before the first label of a list of fields is left over", "[ingest][outline][lint]") {
    const model::Standard odd =
        read("ee-estqf", certified("=Printed in Tallinn\n=7. Occupational qualification standard version no.\n=5\n"));
    CHECK(messages(odd, "left-over-text") == Messages{"No rule of the template reads 'Printed in Tallinn'."});
    CHECK(odd.source.text_accounted < 1.0);
    const model::Standard clean = read("ee-estqf", certified("=7. Occupational qualification standard version no.\n=5\n"));
    CHECK(messages(clean, "left-over-text").empty());
    CHECK(clean.source.text_accounted == 1.0);
}
