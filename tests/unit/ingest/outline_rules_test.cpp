#include "ingest/outline/qualification_rule.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

const Template& form() {
    static const std::vector<Template> forms = read_templates(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "templates");
    for (const Template& candidate : forms) {
        if (candidate.id == "ee-estqf") return candidate;
    }
    throw std::runtime_error("no such template");
}

std::vector<model::Unit> units() {
    std::vector<model::Unit> result;
    const auto add = [&](const char* code, const char* parent, model::UnitRole role) {
        model::Unit unit;
        unit.code = code;
        unit.parent = parent;
        unit.role = role;
        result.push_back(unit);
    };
    add("B", "", model::UnitRole::container);
    add("B.2", "B", model::UnitRole::bundle);
    add("B.3", "B", model::UnitRole::container);
    for (const char* code : {"B.3.1", "B.3.2", "B.3.3", "B.3.4", "B.3.5"}) add(code, "B.3", model::UnitRole::competence);
    return result;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("Ranges are spelled out and dots behind codes do not matter", "[ingest][outline]") {
    model::Findings findings;
    const auto rule = read_rule("Kutse koosneb üldoskusest B.2. ja kompetentsidest B.3.1.-B.3.3.", form(), units(), findings);
    CHECK(rule.required == Codes{"B.2", "B.3.1", "B.3.2", "B.3.3"});
    CHECK(rule.elective.empty());
    CHECK(findings.empty());
}

TEST_CASE("A choice ends where something is mandatory again", "[ingest][outline]") {
    model::Findings findings;
    const auto rule = read_rule("General skills, at least two of B.3.1 to B.3.3, and the mandatory competences B.3.4 and B.3.5.", form(),
                                units(), findings);
    CHECK(rule.required == Codes{"B.2", "B.3.4", "B.3.5"});
    REQUIRE(rule.elective.size() == 1);
    CHECK(rule.elective.front().minimum == 2);
    CHECK(rule.elective.front().units == Codes{"B.3.1", "B.3.2", "B.3.3"});
}

TEST_CASE("Choices are counted in Estonian words", "[ingest][outline]") {
    model::Findings findings;
    const auto rule =
        read_rule("Tõendada tuleb kohustuslikud kompetentsid B.3.1 ja B.3.2 ning vähemalt üks valitav kompetents B.3.3-B.3.5.", form(),
                  units(), findings);
    CHECK(rule.required == Codes{"B.3.1", "B.3.2"});
    REQUIRE(rule.elective.size() == 1);
    CHECK(rule.elective.front().units == Codes{"B.3.3", "B.3.4", "B.3.5"});
}

TEST_CASE("A container means all it holds", "[ingest][outline]") {
    model::Findings findings;
    CHECK(read_rule("all of B.3", form(), units(), findings).required.size() == 5);
}

TEST_CASE("A code that is no unit is noted", "[ingest][outline]") {
    model::Findings findings;
    CHECK(read_rule("B.3.1 and B.3.9", form(), units(), findings).required == Codes{"B.3.1"});
    REQUIRE(findings.count() == 1);
    CHECK(findings.list().front().code == "dangling-reference");
}
