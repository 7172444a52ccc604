#pragma once

/// Predicted links against judged ones: pure arithmetic on plain values, no standards, no files.

#include "model/link.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kwalign::tools {

/// Source code and target code.
using CodePair = std::pair<std::string, std::string>;

struct Judgement {
    std::vector<model::Relation> relations;  ///< every reading
    bool weak = false;                       ///< counts neither for nor against
    friend bool operator==(const Judgement&, const Judgement&) = default;
};

struct Prediction {
    model::Relation relation = model::Relation::none;
    double confidence = 0.0;  ///< 0..1
    std::string reason;       ///< for people, carried through
    friend bool operator==(const Prediction&, const Prediction&) = default;
};

/// Everything about one pair of documents, read from the source's side. A judged pair whose only relation is `none` is a stated
/// non-link: it makes a prediction there wrong like any unlisted one.
struct PairInput {
    std::map<CodePair, Judgement> gold;
    std::map<CodePair, Prediction> predicted;  ///< suggested links
    std::map<CodePair, double> ranked;         ///< confidence of every candidate, suggested or not
};

struct RelationCount {
    std::size_t gold = 0;       ///< sign links that have this relation among their readings
    std::size_t found = 0;      ///< of those, predicted with whatever relation
    std::size_t predicted = 0;  ///< right or wrong predictions with this relation (weak ones left out)
    std::size_t right = 0;      ///< of those, on sign links that have it among their readings
    friend bool operator==(const RelationCount&, const RelationCount&) = default;
};

/// Predictions whose confidence is in [bin/10, (bin+1)/10); 1.0 is in the last.
struct CalibrationBin {
    std::size_t count = 0;
    std::size_t right = 0;
    double confidence_sum = 0.0;
    friend bool operator==(const CalibrationBin&, const CalibrationBin&) = default;
};

struct Scores {
    std::size_t sign = 0;  ///< gold links that must be found
    std::size_t weak = 0;
    std::size_t predicted = 0;  ///< all, weak ones included
    std::size_t found = 0;      ///< true positives
    std::size_t wrong = 0;      ///< false positives
    std::size_t missed = 0;     ///< false negatives
    std::size_t weak_predicted = 0;
    std::size_t relation_right = 0;           ///< of `found`, predicted with one of the gold's readings
    std::size_t sources = 0;                  ///< sources with at least one sign link
    double reciprocal_ranks = 0.0;            ///< sum over `sources`
    std::map<std::size_t, std::size_t> hits;  ///< by k: sources whose first sign link ranks k or better
    std::map<model::Relation, RelationCount> relations;
    std::array<CalibrationBin, 10> calibration{};

    [[nodiscard]] std::optional<double> precision() const;  ///< nothing where nothing was predicted
    [[nodiscard]] std::optional<double> recall() const;
    [[nodiscard]] std::optional<double> f1() const;
    [[nodiscard]] std::optional<double> mrr() const;
    [[nodiscard]] std::optional<double> hit_at(std::size_t k) const;
    [[nodiscard]] std::optional<double> relation_accuracy() const;
    /// Mean over predictions of |confidence of their bin - share right in it| (expected calibration error, Naeini et al. 2015).
    [[nodiscard]] std::optional<double> calibration_error() const;

    Scores& operator+=(const Scores& other);
};

/// The ks of hit@k.
inline constexpr std::array<std::size_t, 4> hit_ranks{1, 3, 5, 10};

/// Counts one pair. Ranking: candidates of a source by confidence downwards, ties by code; weak ones are taken out, so that they
/// help nobody and hurt nobody; a sign link that is no candidate has rank infinity.
[[nodiscard]] Scores score(const PairInput& input);

/// Rank from 1 of `pair` among its source's candidates (weak ones taken out); nothing where it is no candidate.
[[nodiscard]] std::optional<std::size_t> rank_of(const PairInput& input, const CodePair& pair);

/// 95% percentile interval of the micro F1 by resampling sources with replacement (`rounds` times, fixed seed: the same input gives the
/// same interval). Nothing with fewer than two sources.
[[nodiscard]] std::optional<std::pair<double, double>> f1_interval(const std::vector<PairInput>& pairs, std::size_t rounds = 1000);

/// All pairs together, every candidate at or above a threshold taken for a link.
struct SweepPoint {
    double threshold = 0.0;
    std::size_t found = 0;
    std::size_t wrong = 0;
    std::size_t missed = 0;
    std::optional<double> f1;
};

/// Thresholds 0.05, 0.10, ... 0.95.
[[nodiscard]] std::vector<SweepPoint> sweep(const std::vector<PairInput>& pairs);

}  // namespace kwalign::tools
