#include "corpus_files.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

namespace {

using namespace kwalign;
using nlohmann::json;

std::string level_of(const json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : std::to_string(value.get<int>());
}

std::string text_of(const json& value, const std::string& key) {
    const auto found = value.find(key);
    return found == value.end() || !found->is_string() ? std::string{} : found->get<std::string>();
}

void check_unit(const model::Standard& standard, const json& expected) {
    const std::string code = text_of(expected, "code");
    CAPTURE(code);
    const model::Unit* unit = standard.find_unit(code);
    REQUIRE(unit != nullptr);
    CHECK(unit->title == text_of(expected, "title"));
    CHECK(unit->parent == text_of(expected, "parent"));
    if (expected.contains("level")) CHECK((unit->level ? unit->level->value : std::string{}) == level_of(expected.at("level")));
    if (expected.contains("ecf")) CHECK(unit->ecf == expected.at("ecf").get<std::vector<std::string>>());
    if (expected.contains("lang")) CHECK(unit->lang == text_of(expected, "lang"));
    if (expected.contains("requirement")) CHECK(unit->requirement == text_of(expected, "requirement"));
    if (!expected.contains("statements")) return;
    std::size_t listed = 0;
    for (const model::Statement& statement : unit->statements) {
        const bool prose = statement.kind == model::StatementKind::description || statement.kind == model::StatementKind::result;
        if (prose) continue;
        ++listed;
        if (expected.contains("statements_lang")) CHECK(statement.lang == text_of(expected, "statements_lang"));
    }
    CHECK(listed == expected.at("statements").get<std::size_t>());
}

void check_qualifications(const model::Standard& standard, const json& expected) {
    for (const json& entry : expected) {
        const std::string title = text_of(entry, "title");
        CAPTURE(title);
        const auto found =
            std::find_if(standard.qualifications.begin(), standard.qualifications.end(), [&](const model::Qualification& qualification) {
                return qualification.kind == text_of(entry, "kind") && title.starts_with(qualification.title);
            });
        REQUIRE(found != standard.qualifications.end());
        // Facts of dossiers list the kerntaken only; the werkprocessen below them are required with them.
        for (const json& code : entry.at("required")) {
            const std::vector<std::string>& required = found->rule.required;
            CAPTURE(code.get<std::string>());
            CHECK(std::find(required.begin(), required.end(), code.get<std::string>()) != required.end());
        }
    }
}

std::vector<std::filesystem::path> sources(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> result;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string suffix = entry.path().extension().string();
        if (suffix == ".txt" || suffix == ".pdf" || suffix == ".md") result.push_back(entry.path());
    }
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace

TEST_CASE("Samples are read as their facts say", "[corpus][ingest]") {
    for (const std::filesystem::path& folder : tests::sample_folders()) {
        const json expected = tests::read_json(folder / "expected.json");
        for (const std::filesystem::path& file : sources(folder)) {
            CAPTURE(file.string());
            const model::Standard standard = tests::ingester().read(file);
            CHECK(standard.title == text_of(expected, "title"));
            CHECK(standard.languages == expected.at("languages").get<std::vector<std::string>>());
            CHECK(standard.version == text_of(expected, "version"));
            CHECK(standard.decided == text_of(expected, "decided"));
            CHECK(standard.valid_until == text_of(expected, "valid_until"));
            CHECK(standard.source.text_accounted >= 0.99);
            std::set<std::string> codes;
            for (const json& unit : expected.at("units")) {
                codes.insert(text_of(unit, "code"));
                check_unit(standard, unit);
            }
            for (const model::Unit& unit : standard.units) {
                CAPTURE(unit.code);
                CHECK(codes.contains(unit.code));
            }
            check_qualifications(standard, expected.at("qualifications"));
        }
    }
}
