#include "model/unit_level.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace kwalign::model;

namespace {

Level mbo(int low, int high) {
    return {"mbo", low == high ? std::to_string(low) : std::to_string(low) + "/" + std::to_string(high), low, high};
}

Qualification profile(int level, std::vector<std::string> required) {
    Qualification q;
    q.level = mbo(level, level);
    q.rule.required = std::move(required);
    return q;
}

Unit unit(const std::string& code) {
    Unit out;
    out.code = code;
    return out;
}

/// A dossier of three profiles; B1 belongs to all, P2 and P3 to one each.
Standard dossier() {
    Standard s;
    s.level = mbo(2, 4);
    s.eqf_low = 2;
    s.eqf_high = 4;
    s.qualifications = {profile(2, {"B1"}), profile(3, {"B1", "P2"}), profile(4, {"B1", "P3"})};
    return s;
}

}  // namespace

TEST_CASE("a unit of one profile has the level of that profile", "[model][level]") {
    const Standard s = dossier();
    CHECK(unit_level(s, unit("P3"))->value == "4");
    CHECK(unit_level(s, unit("B1"))->value == "2/4");
    CHECK(unit_level(s, unit("nobody asks"))->value == "2/4");
    CHECK(eqf_of_unit(s, unit("P2")) == EqfRange{3, 3});
    Unit own = unit("P2");
    own.level = Level{"EQF", "5", 5, 5};
    CHECK(eqf_of_unit(s, own) == EqfRange{5, 5});
}

TEST_CASE("a scheme that does not count like the European one leaves the level to the standard", "[model][level]") {
    Standard s = dossier();
    Unit coded = unit("B1");
    coded.level = Level{"e-CF", "e-2", 2, 2};
    CHECK(eqf_of_unit(s, coded) == EqfRange{2, 4});
    s.qualifications.clear();
    s.eqf_low = 0;
    CHECK_FALSE(eqf_of_unit(s, coded).has_value());
}

TEST_CASE("levels differ only where their ranges have none in common", "[model][level]") {
    CHECK(level_gap({2, 4}, {4, 4}) == 0);
    CHECK(level_gap({4, 4}, {2, 3}) == -1);
    CHECK(level_gap({2, 2}, {4, 5}) == 2);
}
