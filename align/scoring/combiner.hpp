#pragma once

/// Witnesses to a calibrated probability: logistic regression with few parameters, fitted by `kwalign fit` on gold links
/// (corpora/align/README.md) and read from reviewable files.

#include "align/features/standard_features.hpp"
#include "align/scoring/statement_pairs.hpp"
#include "align/scoring/witnesses.hpp"

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// weight per named input and a bias ("bias"). Immutable.
class LogisticModel {
public:
    /// TSV with header "input<TAB>weight". Throws model::Error(bad_data) with file and line.
    [[nodiscard]] static LogisticModel load(const std::filesystem::path& file, std::span<const std::string_view> inputs);
    LogisticModel(std::vector<double> weights, double bias) : m_weights(std::move(weights)), m_bias(bias) {}

    /// 0..1. `values` in the order of the inputs it was loaded with.
    [[nodiscard]] double probability(std::span<const double> values) const;
    [[nodiscard]] const std::vector<double>& weights() const noexcept { return m_weights; }
    [[nodiscard]] double bias() const noexcept { return m_bias; }

private:
    std::vector<double> m_weights;
    double m_bias;
};

/// Names of the unit model's inputs: the witnesses, with the ranks of both sides as the lower and the higher one, so that it does not matter
/// which standard is the source.
[[nodiscard]] std::span<const std::string_view> unit_inputs() noexcept;
[[nodiscard]] std::vector<double> unit_values(const UnitPair& pair);

/// Names of the statement model's inputs, and their values for each pair, in the order of `pairs`. The confidence of the units around a
/// pair is one of them: `unit_confidence` has one value for each of `units`.
[[nodiscard]] std::span<const std::string_view> statement_inputs() noexcept;
[[nodiscard]] std::vector<std::vector<double>> statement_values(const StandardFeatures& source, const StandardFeatures& target,
                                                                const std::vector<StatementPair>& pairs, const std::vector<UnitPair>& units,
                                                                const std::vector<double>& unit_confidence, const FeatureSpace& space);

/// Probabilities of many pairs, in their order. Inputs whose index is in `muted` say the same of every pair, their mean: what the
/// others tell without them (ablation).
[[nodiscard]] std::vector<double> probabilities(const LogisticModel& model, std::vector<std::vector<double>> values,
                                                const std::vector<std::size_t>& muted);

}  // namespace kwalign::align
