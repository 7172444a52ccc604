#include "align/fit/logistic_fit.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace kwalign::align;

namespace {

/// Pairs that hold where the first value is large; the second is noise, the third speaks against.
std::vector<Example> made_up() {
    std::mt19937 random(5);
    std::vector<Example> out;
    for (std::size_t i = 0; i < 300; ++i) {
        const double a = static_cast<double>(random() % 1000) / 1000.0;
        const double b = static_cast<double>(random() % 1000) / 1000.0;
        out.push_back({{a, b, 1.0 - a}, a > 0.6, i % 3});
    }
    return out;
}

}  // namespace

TEST_CASE("the fit finds the input that matters and keeps none negative", "[align][fit]") {
    const LogisticModel model = fit_logistic(made_up(), 3);
    CHECK(model.weights()[0] > 5.0);
    for (const double w : model.weights()) CHECK(w >= 0.0);
    CHECK(model.weights()[2] == 0.0);
    CHECK(score_at(model, made_up(), 0.5).f1() > 0.95);
}

TEST_CASE("leaving one group out scores each group once", "[align][fit]") {
    const std::map<std::size_t, FitScore> scores = leave_one_group_out(made_up(), 3, 0.5);
    REQUIRE(scores.size() == 3);
    FitScore sum;
    for (const auto& [group, s] : scores) sum += s;
    CHECK(sum.f1() > 0.9);
    const std::vector<Example> all = made_up();
    CHECK(sum.right + sum.missed ==
          static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Example& e) { return e.holds; })));
}

TEST_CASE("a constant input and a single class do not break the fit", "[align][fit]") {
    const std::vector<Example> same{{{1.0}, true, 0}, {{1.0}, true, 0}};
    CHECK(fit_logistic(same, 1).probability(std::vector<double>{1.0}) > 0.5);
    const std::array<std::string_view, 1> names{"only"};
    CHECK(model_file_text(LogisticModel({1.5}, -0.25), names) == "input\tweight\nonly\t1.500\nbias\t-0.250\n");
}
