#include "ingest/outline/outline.hpp"
#include "ingest/outline/recognition.hpp"
#include "ingest/outline/standard_builder.hpp"
#include "outline_lines.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

/// Recognised and read as the whole house would.
model::Standard read(std::string_view text) {
    const std::filesystem::path corpora = std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora";
    static const std::vector<Template> forms = read_templates(corpora / "templates");
    static const Recogniser recogniser(forms);
    static const LanguageModel languages(corpora / "language");
    const LayoutDocument document = tests::plain(text);
    const Template& form = forms[recogniser.recognise(document).form];
    model::Standard standard = build_standard(document, build_outline(document, form, {}), form, languages, {});
    standard.source.template_id = form.id;
    return standard;
}

std::vector<std::string> unit_codes(const model::Standard& standard) {
    std::vector<std::string> codes;
    for (const model::Unit& unit : standard.units) codes.push_back(unit.code);
    return codes;
}

std::vector<std::string> statement_codes(const model::Standard& standard, const std::string& unit) {
    std::vector<std::string> codes;
    for (const model::Statement& statement : standard.find_unit(unit)->statements) codes.push_back(statement.code);
    return codes;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("An older Estonian standard has knowledge and assessment beside its indicators", "[ingest][outline]") {
    const model::Standard standard = read(
        "KUTSESTANDARD\n\nPagar, tase 4\n\nKutsenimetus\nEesti kvalifikatsiooniraamistiku (EKR) tase\nPagar, tase 4\n4\n\nA-osa\nTÖÖ "
        "KIRJELDUS\n\n"
        "A.1 Töö kirjeldus\nPagar küpsetab.\n\nA.2 Tööosad\nA.2.1 Ettevalmistus\nA.2.2 Küpsetamine\n\nA.8 Regulatsioonid kutsealal "
        "tegutsemiseks\nToiduseadus.\n\n"
        "B-osa\nKOMPETENTSUSNÕUDED\n\nB.1 Kutse struktuur\nPagar, tase 4 kutse moodustub kohustuslikest kompetentsidest B.2.1 - B.2.2. "
        "Kutse taotlemisel on vajalik tõendada lisaks vähemalt üks spetsialiseerumisega seotud kompetents B.2.3.\n\nB.2 "
        "Kompetentsid\n\nKOHUSTUSLIKUD KOMPETENTSID\n\n"
        "B.2.1 Ettevalmistus\nEKR tase 4\nTegevusnäitajad:\n1. Kontrollib tooraineid.\n2. Kaalub jahu.\nTeadmised:\n1) toorainete "
        "omadused;\n2) säilitamine.\n"
        "Hindamismeetod(id): praktiline töö.\n\nB.2.2 Küpsetamine EKR tase 4\nTegevusnäitajad:\n1. Küpsetab leiba.\n\nVALITAVAD "
        "KOMPETENTSID\n\nB.2.3 Saiad EKR tase 4\nTegevusnäitajad:\n1. Vormib saiad.\n\n"
        "C-osa\nÜLDTEAVE JA LISAD\n\nC.1 Teave kutsestandardi koostamise ja kinnitamise kohta\n1. Kutsestandardi tähis "
        "kutseregistris\n12-14052015-03/4k\n2. Kutsestandardi koostasid:\n"
        "Anu Kask, Leivatehas OÜ\nJaan Mets, Pagarite Liit\n3. Kutsestandardi kinnitas:\nToiduainetööstuse Kutsenõukogu\n6. Kutsestandard "
        "kehtib kuni\n13.05.2020\n"
        "C.2 Kutsenimetus võõrkeeles\nInglise keeles: Baker, EstQF Level 4\n");
    CHECK(standard.source.template_id == "ee-estqf");
    CHECK(standard.title == "Pagar, tase 4");
    CHECK(standard.titles.at("et") == "Pagar, tase 4");
    CHECK(standard.titles.at("en") == "Baker, EstQF Level 4");
    CHECK(unit_codes(standard) == Codes{"A", "A.2", "A.2.1", "A.2.2", "B", "B.2", "B.2.1", "B.2.2", "B.2.3"});
    CHECK(statement_codes(standard, "B.2.1") == Codes{"B.2.1.1", "B.2.1.2", "B.2.1.T1", "B.2.1.T2", "B.2.1.H1"});
    CHECK(standard.find_unit("B.2.1")->level->low == 4);
    CHECK(standard.find_unit("B.2.3")->requirement == "elective");
    CHECK(standard.eqf_low == 4);
    CHECK(standard.valid_until == "2020-05-13");
    CHECK(standard.approved_by == "Toiduainetööstuse Kutsenõukogu");
    CHECK(standard.persons.size() == 2);
    REQUIRE(standard.qualifications.size() == 1);
    CHECK(standard.qualifications.front().rule.required == Codes{"B.2.1", "B.2.2"});
    REQUIRE(standard.qualifications.front().rule.elective.size() == 1);
    CHECK(standard.qualifications.front().rule.elective.front().units == Codes{"B.2.3"});
}

TEST_CASE("Indicators without numbers are one an entry and tasks may lack their letter", "[ingest][outline]") {
    const model::Standard standard = read(
        "PROFESSIONAL STANDARD\nBaker, level 4\n\nPart A\nDESCRIPTION OF WORK\nA.2 Tasks\n2.1 Preparing\n2.2 Baking\nPart B\nCOMPETENCE "
        "REQUIREMENTS\nB.1 Structure of profession\n"
        "The profession consists of competences B.2.1-B.2.2. To obtain the partial qualification Bakery Assistant, level 3, the competence "
        "B.2.1 has to be proven.\n"
        "B.2 Competences\nMANDATORY COMPETENCES\nB.2.1 Preparing    Level 3\nPerformance indicators\nchecks the quality;\nweighs "
        "ingredients.\nB.2.2 Baking    Level 4\nPerformance indicators\n- bakes bread;\n- cools bread.\n");
    CHECK(unit_codes(standard) == Codes{"A", "A.2", "A.2.1", "A.2.2", "B", "B.2", "B.2.1", "B.2.2"});
    CHECK(statement_codes(standard, "B.2.1") == Codes{"B.2.1.1", "B.2.1.2"});
    CHECK(statement_codes(standard, "B.2.2") == Codes{"B.2.2.1", "B.2.2.2"});
    REQUIRE(standard.qualifications.size() == 2);
    CHECK(standard.qualifications[0].rule.required == Codes{"B.2.1", "B.2.2"});
    CHECK(standard.qualifications[1].title == "Bakery Assistant");
    CHECK(standard.qualifications[1].rule.required == Codes{"B.2.1"});
    CHECK(standard.qualifications[1].level->low == 3);
}

TEST_CASE("A keuzedeel has its parts", "[ingest][outline]") {
    const model::Standard standard = read(
        "Keuzedeel mbo\n\nDuurzaam bakken\n\nCode\n\nK0999\n\n1. Algemene informatie\n\nD1: Duurzaam bakken\n\nGekoppeld aan "
        "kwalificaties\n\nBakker\n\nStudielast\n\n240\n\n2. Uitwerking\n\n"
        "D1-K1: Bakt duurzaam brood\n\nComplexiteit\n\nGewoon.\n\nVakkennis en vaardigheden\n\nDe beginnend beroepsbeoefenaar:\n\n§ heeft "
        "kennis van granen\n§ kan een zuinige oven bedienen\n\n"
        "D1-K1-W1: Kiest grondstoffen\n\nOmschrijving\n\nDe beginnend beroepsbeoefenaar kiest.\n\nResultaat\n\nGoed "
        "gekozen.\n\nGedrag\n\nDe beginnend beroepsbeoefenaar:\n\n- kiest weloverwogen.\n- let op verpakkingen.\n");
    CHECK(standard.source.template_id == "nl-mbo-keuzedeel");
    CHECK(standard.title == "Duurzaam bakken");
    CHECK(standard.identifiers.at("certificate_code") == "K0999");
    CHECK(standard.fields.at("study_load") == "240");
    CHECK(unit_codes(standard) == Codes{"D1", "D1-K1", "D1-K1-W1"});
    CHECK(statement_codes(standard, "D1-K1") == Codes{"D1-K1.C1", "D1-K1.1", "D1-K1.2"});
    CHECK(standard.find_unit("D1-K1")->statements[2].kind == model::StatementKind::skill);
    CHECK(statement_codes(standard, "D1-K1-W1") == Codes{"D1-K1-W1.O1", "D1-K1-W1.R1", "D1-K1-W1.1", "D1-K1-W1.2"});
}

TEST_CASE("Register numbers of profiles may stand behind their titles on the front page", "[ingest][outline]") {
    const model::Standard standard = read(
        "Kwalificatiedossier mbo\nBrood en banket\n\nGeldig vanaf: 01-08-2020\nOp: 12-05-2019\nKwalificaties:\n» Broodbakker (Crebonr: "
        "25123)\n» Banketbakker (Crebonr: 25124)\n\nBasisdeel\n\n"
        "1. Beroepsspecifieke onderdelen\n\nB1-K1: Bakt\n\nComplexiteit\n\nGewoon.\n\nProfieldeel\n\nP1 "
        "Broodbakker\n\nMbo-niveau\n\n2\n\nP2 Banketbakker\n\nMbo-niveau\n\n3\n");
    REQUIRE(standard.qualifications.size() == 2);
    CHECK(standard.qualifications[0].code == "25123");
    CHECK(standard.qualifications[1].code == "25124");
    CHECK(standard.qualifications[1].level->low == 3);
    CHECK(standard.qualifications[1].rule.required == Codes{"B1-K1"});
    CHECK(standard.valid_from == "2020-08-01");
}

TEST_CASE("A document of no family is kept whole as an outline", "[ingest][outline]") {
    const model::Standard standard = read(
        "Handbook\n\nSome opening words.\n\n1. Bread\n\nBread is made of flour.\n\n1.1 Rye bread\n\nRye is dark.\n\n2. Cake\n\nCake is "
        "sweet.\n");
    CHECK(standard.source.template_id == "generic");
    CHECK(unit_codes(standard) == Codes{"1", "1.1", "2"});
    CHECK(standard.find_unit("1.1")->parent == "1");
    CHECK(standard.source.text_accounted == 1.0);
}
