#pragma once

/// Fits the scoring models on links that people signed. Few parameters, none negative (a witness may be silent, but it never speaks against
/// what it is a witness for), ridge against overfitting.

#include "align/scoring/combiner.hpp"

#include <cstddef>
#include <map>
#include <vector>

namespace kwalign::align {

/// One judged pair. `group`: the document pair it comes from, for leaving one out.
struct Example {
    std::vector<double> values;
    bool holds = false;
    std::size_t group = 0;
};

struct FitOptions {
    double ridge = 0.5;           ///< on standardized weights
    std::size_t iterations = 60;  ///< of Newton's method
};

/// Maximum-likelihood logistic regression by Newton's method on standardized inputs (Hastie, Tibshirani, Friedman 2009, 4.4); inputs whose
/// weight would be negative are dropped one by one, the most negative first. Deterministic.
[[nodiscard]] LogisticModel fit_logistic(const std::vector<Example>& examples, std::size_t inputs, const FitOptions& options = {});

/// Precision, recall and F1 at a threshold.
struct FitScore {
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t missed = 0;
    [[nodiscard]] double f1() const noexcept;
    FitScore& operator+=(const FitScore& other) noexcept;
};
[[nodiscard]] FitScore score_at(const LogisticModel& model, const std::vector<Example>& examples, double threshold);

/// Each group by number: the score on it of a model fitted on all others, at a threshold 0..1.
[[nodiscard]] std::map<std::size_t, FitScore> leave_one_group_out(const std::vector<Example>& examples, std::size_t inputs,
                                                                  double threshold, const FitOptions& options = {});

/// The file that LogisticModel::load reads: header and one line per input, three decimals.
[[nodiscard]] std::string model_file_text(const LogisticModel& model, std::span<const std::string_view> inputs);

}  // namespace kwalign::align
