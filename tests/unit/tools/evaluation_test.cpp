#include "tools/app/evaluation.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;
using model::Relation;
using tools::PairInput;

namespace {

// Two sources. a: x must be found and is, y must be found and is not, z is weak and predicted. b: x is predicted and wrong, y was
// judged to be no link, z must be found, is a candidate only.
PairInput example() {
    PairInput input;
    input.gold[{"a", "x"}] = {{Relation::equal}, false};
    input.gold[{"a", "y"}] = {{Relation::covers, Relation::overlaps}, false};
    input.gold[{"a", "z"}] = {{Relation::overlaps}, true};
    input.gold[{"b", "y"}] = {{Relation::none}, false};
    input.gold[{"b", "z"}] = {{Relation::overlaps}, false};
    input.predicted[{"a", "x"}] = {Relation::equivalent, 0.9, ""};
    input.predicted[{"a", "z"}] = {Relation::overlaps, 0.95, ""};
    input.predicted[{"b", "x"}] = {Relation::overlaps, 0.6, ""};
    input.ranked = {{{"a", "z"}, 0.95}, {{"a", "x"}, 0.9}, {{"a", "y"}, 0.1}, {{"b", "x"}, 0.6}, {{"b", "z"}, 0.4}};
    return input;
}

}  // namespace

TEST_CASE("Signed links count and weak ones do not", "[tools][evaluation]") {
    const auto scores = tools::score(example());
    CHECK(scores.sign == 3);
    CHECK(scores.weak == 1);
    CHECK(scores.predicted == 3);
    CHECK(scores.found == 1);
    CHECK(scores.wrong == 1);
    CHECK(scores.missed == 2);
    CHECK(scores.weak_predicted == 1);
    CHECK(*scores.precision() == Approx(1.0 / 2.0));
    CHECK(*scores.recall() == Approx(1.0 / 3.0));
    CHECK(*scores.f1() == Approx(2.0 / 5.0));
}

TEST_CASE("A judged non link makes a prediction wrong", "[tools][evaluation]") {
    auto input = example();
    input.predicted[{"b", "y"}] = {Relation::overlaps, 0.7, ""};
    CHECK(tools::score(input).wrong == 2);
}

TEST_CASE("Ranks leave weak candidates out", "[tools][evaluation]") {
    const auto input = example();
    CHECK(tools::rank_of(input, {"a", "x"}) == 1U);
    CHECK(tools::rank_of(input, {"a", "y"}) == 2U);
    CHECK(tools::rank_of(input, {"b", "z"}) == 2U);
    CHECK_FALSE(tools::rank_of(input, {"b", "q"}).has_value());
    const auto scores = tools::score(input);
    CHECK(scores.sources == 2);
    CHECK(*scores.mrr() == Approx((1.0 + 0.5) / 2.0));
    CHECK(*scores.hit_at(1) == Approx(0.5));
    CHECK(*scores.hit_at(3) == Approx(1.0));
}

TEST_CASE("Relations are right when they are one of the readings", "[tools][evaluation]") {
    auto input = example();
    CHECK(tools::score(input).relation_right == 0);
    input.predicted[{"a", "y"}] = {Relation::overlaps, 0.6, ""};
    const auto scores = tools::score(input);
    CHECK(scores.relation_right == 1);
    CHECK(*scores.relation_accuracy() == Approx(0.5));
    const tools::RelationCount overlaps{2, 1, 2, 1};  // gold a-y and b-z; found a-y; predicted a-y and b-x; right a-y
    CHECK(scores.relations.at(Relation::overlaps) == overlaps);
}

TEST_CASE("Calibration compares confidence with the share that is right", "[tools][evaluation]") {
    const auto scores = tools::score(example());
    CHECK(scores.calibration[9] == tools::CalibrationBin{1, 1, 0.9});
    CHECK(scores.calibration[6] == tools::CalibrationBin{1, 0, 0.6});
    CHECK(*scores.calibration_error() == Approx((0.1 + 0.6) / 2.0));
}

TEST_CASE("Nothing predicted has no precision and nothing judged has no recall", "[tools][evaluation]") {
    PairInput input;
    CHECK_FALSE(tools::score(input).precision().has_value());
    CHECK_FALSE(tools::score(input).recall().has_value());
    CHECK_FALSE(tools::score(input).f1().has_value());
    CHECK_FALSE(tools::score(input).mrr().has_value());
    input.gold[{"a", "x"}] = {{Relation::equal}, false};
    CHECK(*tools::score(input).f1() == 0.0);
}

TEST_CASE("Sums of scores are the scores of all pairs together", "[tools][evaluation]") {
    auto sum = tools::score(example());
    sum += tools::score(example());
    CHECK(sum.sign == 6);
    CHECK(*sum.f1() == Approx(0.4));
    CHECK(*sum.mrr() == Approx(0.75));
    CHECK(sum.relations.at(Relation::overlaps).gold == 4);
}

TEST_CASE("The interval of F1 is the same at every call and holds the figure", "[tools][evaluation]") {
    const std::vector<PairInput> pairs{example(), example(), example()};
    const auto interval = tools::f1_interval(pairs);
    REQUIRE(interval.has_value());
    CHECK(interval == tools::f1_interval(pairs));
    CHECK(interval->first <= 0.4);
    CHECK(interval->second >= 0.4);
    CHECK(interval->first < interval->second);
    CHECK_FALSE(tools::f1_interval({}).has_value());
}

TEST_CASE("A sweep takes every candidate at or above the threshold for a link", "[tools][evaluation]") {
    PairInput input;
    input.gold[{"a", "x"}] = {{Relation::equal}, false};
    input.gold[{"b", "y"}] = {{Relation::equal}, false};
    input.gold[{"b", "z"}] = {{Relation::overlaps}, true};
    input.ranked = {{{"a", "x"}, 0.62}, {{"a", "y"}, 0.4}, {{"b", "y"}, 0.3}, {{"b", "z"}, 0.9}};
    const auto points = tools::sweep({input});
    REQUIRE(points.size() == 19);
    const auto at = [&](std::size_t step) {
        return std::vector<std::size_t>{points[step - 1].found, points[step - 1].wrong, points[step - 1].missed};
    };
    CHECK(at(6) == std::vector<std::size_t>{2, 1, 0});   // from 0.30; the weak one counts nowhere
    CHECK(at(8) == std::vector<std::size_t>{1, 1, 1});   // from 0.40
    CHECK(at(12) == std::vector<std::size_t>{1, 0, 1});  // from 0.60
    CHECK(at(19) == std::vector<std::size_t>{0, 0, 2});
    CHECK(*points[11].f1 == Approx(2.0 / 3.0));
}
