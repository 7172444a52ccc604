#include "corpus_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

namespace {

using namespace kwalign;
using nlohmann::json;
using tests::PlainStatement;

std::string text_of(const json& value, const std::string& key) {
    const auto found = value.find(key);
    return found == value.end() || !found->is_string() ? std::string{} : found->get<std::string>();
}

std::string level_of(const json& unit) {
    const auto found = unit.find("level");
    if (found == unit.end() || found->is_null()) return {};
    return found->is_string() ? found->get<std::string>() : std::to_string(found->get<int>());
}

void check_units(const model::Standard& standard, const json& truth) {
    std::set<std::string> codes;
    for (const json& expected : truth.at("units")) {
        const std::string code = text_of(expected, "code");
        CAPTURE(code);
        codes.insert(code);
        const model::Unit* unit = standard.find_unit(code);
        REQUIRE(unit != nullptr);
        CHECK(unit->title == text_of(expected, "title"));
        CHECK(unit->kind == text_of(expected, "kind"));
        CHECK(unit->parent == text_of(expected, "parent"));
        CHECK((unit->level ? unit->level->value : std::string{}) == level_of(expected));
        if (expected.contains("ecf")) CHECK(unit->ecf == expected.at("ecf").get<std::vector<std::string>>());
        if (expected.contains("lang")) CHECK(unit->lang == text_of(expected, "lang"));
        if (expected.contains("requirement")) CHECK(unit->requirement == text_of(expected, "requirement"));
        if (expected.contains("qualification_unit")) CHECK(unit->derived_from == text_of(expected, "qualification_unit"));
    }
    for (const model::Unit& unit : standard.units) {
        CAPTURE(unit.code);
        CHECK(codes.contains(unit.code));
    }
}

/// Exact in code, kind, language and text, and none invented.
void check_statements(const model::Standard& standard, const json& truth) {
    std::vector<PlainStatement> expected = tests::true_statements(truth);
    std::vector<std::string> kinds;
    for (const PlainStatement& statement : expected) {
        if (std::find(kinds.begin(), kinds.end(), statement.kind) == kinds.end()) kinds.push_back(statement.kind);
    }
    std::vector<PlainStatement> found = tests::plain_statements(standard, kinds);
    std::size_t right = 0;
    for (const PlainStatement& statement : expected) {
        const bool exact = std::find(found.begin(), found.end(), statement) != found.end();
        if (exact)
            ++right;
        else
            WARN("not exact: " << to_string(statement));
    }
    CHECK(found.size() == expected.size());
    CHECK(static_cast<double>(right) >= 0.97 * static_cast<double>(expected.size()));
}

/// Pages on which a statement begins and ends, where the source has pages of its own.
void check_pages(const model::Standard& standard, const json& truth, const std::string& form) {
    const std::vector<PlainStatement> expected = tests::true_statements(truth);
    std::size_t right = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const json& pages = truth.at("statements")[i].at("pages").at(form);
        for (const model::Unit& unit : standard.units) {
            for (const model::Statement& statement : unit.statements) {
                if (statement.code != expected[i].code || statement.spans.empty()) continue;
                if (statement.spans.front().page == pages[0].get<int>() && statement.spans.back().page == pages[1].get<int>()) ++right;
            }
        }
    }
    CHECK(static_cast<double>(right) >= 0.97 * static_cast<double>(expected.size()));
}

std::optional<std::filesystem::path> source_of(const std::string& document, const std::string& form) {
    return form == "text" ? tests::shared_file_beginning("seeds", document + "_")
                          : tests::shared_file("pdf/" + form + "/" + document + ".pdf");
}

}  // namespace

TEST_CASE("Units and statements of a document are those that people found in it", "[corpus][ingest]") {
    const std::string document = GENERATE("000", "001", "003");
    const std::string form = GENERATE("text", "digital", "twocolumn");
    CAPTURE(document, form);
    const auto file = source_of(document, form);
    const auto truth_file = tests::shared_file("truth/" + document + ".json");
    if (!file || !truth_file) {
        WARN("skipped: " << document << " " << form << " is not in KWALIGN_SHARED");
        return;
    }
    const json truth = tests::read_json(*truth_file);
    const model::Standard standard = tests::ingester().read(*file);
    check_units(standard, truth);
    check_statements(standard, truth);
    if (form != "text") check_pages(standard, truth, form);
    CHECK(standard.title == text_of(truth.at("meta"), "title"));
    CHECK(standard.languages == truth.at("meta").at("languages").get<std::vector<std::string>>());
    CHECK(standard.source.text_accounted >= 0.99);
}

TEST_CASE("Metadata of an Estonian standard are complete", "[corpus][ingest]") {
    const std::string form = GENERATE("text", "digital");
    CAPTURE(form);
    const auto file = source_of("000", form);
    const auto truth_file = tests::shared_file("truth/000.json");
    if (!file || !truth_file) {
        WARN("skipped: 000 " << form << " is not in KWALIGN_SHARED");
        return;
    }
    const json meta = tests::read_json(*truth_file).at("meta");
    const model::Standard standard = tests::ingester().read(*file);
    REQUIRE(standard.level.has_value());
    CHECK(standard.level->low == meta.at("level").get<int>());
    CHECK(standard.eqf_low == meta.at("eqf_level").get<int>());
    CHECK(standard.identifiers.at("register_id") == text_of(meta, "register_id"));
    CHECK(standard.approved_by == text_of(meta, "approved_by_sectoral_council"));
    CHECK(standard.decision_number == text_of(meta, "decision_no"));
    CHECK(standard.decided == text_of(meta, "decision_date"));
    CHECK(standard.valid_until == text_of(meta, "valid_until"));
    CHECK(standard.version == text_of(meta, "version"));
    REQUIRE(standard.classifications.size() == 1);
    CHECK(standard.classifications.front().code == text_of(meta.at("isco"), "code"));
    CHECK(standard.classifications.front().title == text_of(meta.at("isco"), "title"));
    REQUIRE(standard.persons.size() == meta.at("compilers").size());
    for (std::size_t i = 0; i < standard.persons.size(); ++i) {
        CHECK(standard.persons[i].name == text_of(meta.at("compilers")[i], "name"));
        CHECK(standard.persons[i].organisation == text_of(meta.at("compilers")[i], "organisation"));
    }
    for (const json& partial : meta.at("partial_qualifications")) {
        const std::string title = text_of(partial, "title");
        CAPTURE(title);
        const auto found = std::find_if(standard.qualifications.begin(), standard.qualifications.end(),
                                        [&](const model::Qualification& q) { return q.kind == "partial" && q.title == title; });
        REQUIRE(found != standard.qualifications.end());
        CHECK(found->rule.required == partial.at("units").get<std::vector<std::string>>());
        CHECK(found->titles.at("et") == text_of(partial, "title_et"));
        if (partial.contains("other_name_in_A1"))
            CHECK(found->also_known_as == std::vector<std::string>{text_of(partial, "other_name_in_A1")});
    }
}

TEST_CASE("Metadata of a certificate name what it was taken from", "[corpus][ingest]") {
    const std::string form = GENERATE("text", "digital", "twocolumn");
    CAPTURE(form);
    const auto file = source_of("003", form);
    const auto truth_file = tests::shared_file("truth/003.json");
    if (!file || !truth_file) {
        WARN("skipped: 003 " << form << " is not in KWALIGN_SHARED");
        return;
    }
    const json meta = tests::read_json(*truth_file).at("meta");
    const model::Standard standard = tests::ingester().read(*file);
    CHECK(standard.identifiers.at("certificate_code") == text_of(meta, "code"));
    CHECK(standard.valid_from == text_of(meta, "valid_from"));
    CHECK(standard.fields.at("study_load") == text_of(meta, "studielast_as_printed"));
    CHECK(standard.fields.at("occupational_requirements") == text_of(meta, "beroepsvereisten"));
    REQUIRE(standard.derivations.size() == 2);
    CHECK(standard.derivations[0].code == text_of(meta.at("qualification"), "crebonr"));
    CHECK(standard.derivations[0].title == text_of(meta.at("qualification"), "title"));
    REQUIRE(standard.derivations[0].level.has_value());
    CHECK(standard.derivations[0].level->low == meta.at("qualification").at("niveau").get<int>());
    CHECK(standard.derivations[1].code == text_of(meta.at("dossier"), "crebonr"));
    CHECK(standard.derivations[1].title == text_of(meta.at("dossier"), "title"));
}

TEST_CASE("Metadata of an educational profile keep its level range and its code table", "[corpus][ingest]") {
    const std::string form = GENERATE("text", "digital", "twocolumn");
    CAPTURE(form);
    const auto file = source_of("001", form);
    const auto truth_file = tests::shared_file("truth/001.json");
    if (!file || !truth_file) {
        WARN("skipped: 001 " << form << " is not in KWALIGN_SHARED");
        return;
    }
    const json truth = tests::read_json(*truth_file);
    const model::Standard standard = tests::ingester().read(*file);
    REQUIRE(standard.level.has_value());
    CHECK(standard.level->low == truth.at("meta").at("levels")[0].get<int>());
    CHECK(standard.level->high == truth.at("meta").at("levels")[1].get<int>());
    CHECK(standard.references == truth.at("meta").at("references").get<std::vector<std::string>>());
    std::vector<std::string> codes;
    for (const json& row : truth.at("extra").at("ecf_competences")) codes.push_back(text_of(row, "code"));
    CHECK(standard.ecf == codes);
    const auto section =
        std::find_if(standard.sections.begin(), standard.sections.end(), [](const model::Section& s) { return s.name == "deliverables"; });
    REQUIRE(section != standard.sections.end());
    std::vector<std::string> deliverables;
    for (const model::Statement& statement : section->statements) deliverables.push_back(statement.text);
    CHECK(deliverables == truth.at("extra").at("deliverables").get<std::vector<std::string>>());
    std::set<std::string> findings;
    for (const model::Finding& finding : standard.findings) findings.insert(finding.code);
    CHECK(findings.contains("dangling-reference"));
    CHECK(findings.contains("level-range"));
}
