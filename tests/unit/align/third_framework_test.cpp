#include "align/graph/third_framework.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace kwalign;
using namespace kwalign::align;

namespace {

/// Three standards of one unit each: a, b and c.
struct Triangle {
    Triangle() {
        for (const char* name : {"a", "b", "c"}) {
            model::Standard standard;
            standard.id = std::string(name) + ":1";
            model::Unit unit;
            unit.code = std::string(name) + "1";
            unit.title = std::string("Unit of ") + name;
            standard.units.push_back(unit);
            standards.push_back(std::move(standard));
        }
        for (const model::Standard& standard : standards) {
            StandardFeatures f;
            f.standard = &standard;
            f.units.resize(1);
            f.units[0].unit = &standard.units[0];
            features.push_back(std::move(f));
        }
    }
    /// Scores the two units with this confidence; a mutual pair counts as interchangeable.
    void score(std::size_t source, std::size_t target, double confidence, bool mutual, bool known = false) {
        ScoredUnitPair u;
        u.confidence = confidence;
        u.known = known;
        if (mutual) {
            u.pair.witness[static_cast<std::size_t>(Witness::source_rank)] = 1.0;
            u.pair.witness[static_cast<std::size_t>(Witness::target_rank)] = 1.0;
        }
        ScoredTablePair p{source, target, {}};
        p.scores.units.push_back(u);
        pairs.push_back(std::move(p));
    }
    const ScoredUnitPair& at(std::size_t pair) const { return pairs[pair].scores.units[0]; }

    std::vector<model::Standard> standards;
    std::vector<StandardFeatures> features;
    std::vector<ScoredTablePair> pairs;
};

}  // namespace

TEST_CASE("a doubtful pair gains by a path over a third standard", "[align][third]") {
    Triangle t;
    t.score(0, 1, 0.9, false);
    t.score(1, 2, 0.8, false);
    t.score(0, 2, 0.3, false);
    support_through_third(t.features, t.pairs);
    CHECK(t.at(2).support == Approx(0.72));
    CHECK(t.at(2).confidence == Approx(0.3 + 0.7 * 0.3 * 0.72));
    CHECK(t.at(2).supported_by == "b1 \"Unit of b\" (b:1)");
    CHECK_FALSE(t.at(2).carried);
}

TEST_CASE("a derivation that the documents state carries more", "[align][third]") {
    Triangle t;
    t.score(0, 1, 0.99, false, true);
    t.score(1, 2, 0.8, false);
    t.score(0, 2, 0.3, false);
    support_through_third(t.features, t.pairs);
    CHECK(t.at(2).carried);
    CHECK(t.at(2).confidence == Approx(0.3 + 0.7 * 0.6 * 0.99 * 0.8));
    CHECK(t.at(0).confidence == Approx(0.99));  // what is known needs no support
}

TEST_CASE("two interchangeable pairs whose ends share nothing contradict each other", "[align][third]") {
    Triangle t;
    t.score(0, 1, 0.9, true);
    t.score(1, 2, 0.9, true);
    t.score(0, 2, 0.02, false);
    support_through_third(t.features, t.pairs);
    REQUIRE(t.at(0).contradictions.size() == 1);
    REQUIRE(t.at(1).contradictions.size() == 1);
    CHECK(t.at(0).contradictions[0].via == "b1 \"Unit of b\" (b:1)");
    CHECK(t.at(0).contradictions[0].one == "a1 \"Unit of a\" (a:1)");
    CHECK(t.at(0).contradictions[0].other == "c1 \"Unit of c\" (c:1)");
    CHECK(t.at(2).contradictions.empty());
    CHECK(t.at(2).confidence == Approx(0.02));  // without evidence of its own it stays out
}

TEST_CASE("overlaps over a third standard contradict nothing", "[align][third]") {
    Triangle t;
    t.score(0, 1, 0.9, false);
    t.score(1, 2, 0.9, false);
    t.score(0, 2, 0.02, false);
    support_through_third(t.features, t.pairs);
    CHECK(t.at(0).contradictions.empty());
}

TEST_CASE("two standards have no third", "[align][third]") {
    Triangle t;
    t.features.pop_back();
    t.score(0, 1, 0.4, true);
    support_through_third(t.features, t.pairs);
    CHECK(t.at(0).confidence == Approx(0.4));
}
