#include "align/scoring/combiner.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <utility>

namespace kwalign::align {
namespace {

constexpr std::array<std::string_view, witness_count> unit_input_names{
    "content", "containment", "title", "statements", "code", "lower_rank", "higher_rank", "mutual_rank", "title_in_text", "topic", "field"};

enum StatementInput {
    balance,
    lower_coverage,
    higher_coverage,
    unit_confidence,
    unit_log_confidence,
    title,
    lower_rank,
    higher_rank,
    mutual_rank,
    shared_content,
    field,
    statement_input_count
};
constexpr std::array<std::string_view, statement_input_count> statement_input_names{
    "balance", "lower_coverage", "higher_coverage", "unit_confidence", "unit_log_confidence",
    "title",   "lower_rank",     "higher_rank",     "mutual_rank",     "shared_content",
    "field"};

/// How statements rank among rivals: the overlap, with the units' likeness to break ties.
double rank_score(const StatementPair& pair, double unit_likeness) { return pair.overlap.balance() + 0.3 * unit_likeness; }

/// Confidences are bunched near 0 and 1; their logarithm tells the doubtful from the impossible. 0 for impossible, 1 for sure.
double log_scaled(double confidence) {
    constexpr double floor = 0.02;
    return (std::log(confidence + floor) - std::log(floor)) / (std::log(1.0 + floor) - std::log(floor));
}

/// How well each statement says what each unit of the other side is about: a row of balances for each statement.
std::vector<std::vector<double>> against_titles(const StandardFeatures& statements, const StandardFeatures& units,
                                                const FeatureSpace& space) {
    std::vector<std::vector<double>> out;
    if (statements.entries || units.entries) return out;  // an entry of a list is its own title
    for (const StatementFeatures& statement : statements.statements) {
        OverlapSource features(statement.features, space);
        std::vector<double>& row = out.emplace_back();
        for (const UnitFeatures& unit : units.units) row.push_back(features.with(unit.title).balance());
    }
    return out;
}

/// The better of both ways: whoever cuts work into other units says in a statement what another says in a title.
class TitleAgreement {
public:
    TitleAgreement(const StandardFeatures& source, const StandardFeatures& target, const FeatureSpace& space)
        : m_source(source),
          m_target(target),
          m_of_source(against_titles(source, target, space)),
          m_of_target(against_titles(target, source, space)) {}

    [[nodiscard]] double of(const StatementPair& pair) const {
        if (m_of_source.empty() || m_of_target.empty()) return pair.overlap.balance();
        return std::max(m_of_source[pair.source][m_target.statements[pair.target].unit],
                        m_of_target[pair.target][m_source.statements[pair.source].unit]);
    }

private:
    const StandardFeatures& m_source;
    const StandardFeatures& m_target;
    std::vector<std::vector<double>> m_of_source;
    std::vector<std::vector<double>> m_of_target;
};

}  // namespace

LogisticModel LogisticModel::load(const std::filesystem::path& file, std::span<const std::string_view> inputs) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw model::Error(model::ErrorCode::not_found, file.string(), "the scoring model cannot be read");
    std::map<std::string, double, std::less<>> weights;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (number == 1 || line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        double value = 0.0;
        const char* first = tab == std::string::npos ? line.data() : line.data() + tab + 1;
        const auto [end, error] = std::from_chars(first, line.data() + line.size(), value);
        if (tab == std::string::npos || error != std::errc{})
            throw model::Error(model::ErrorCode::bad_data, file.string() + ":" + std::to_string(number),
                               "expected an input's name, a tab and a number");
        weights[line.substr(0, tab)] = value;
    }
    std::vector<double> ordered;
    for (const std::string_view input : inputs) {
        const auto it = weights.find(input);
        if (it == weights.end())
            throw model::Error(model::ErrorCode::bad_data, file.string(), "no weight for \"" + std::string(input) + "\"");
        ordered.push_back(it->second);
    }
    return {std::move(ordered), weights["bias"]};
}

double LogisticModel::probability(std::span<const double> values) const {
    double sum = m_bias;
    for (std::size_t i = 0; i < m_weights.size(); ++i) sum += m_weights[i] * values[i];
    return 1.0 / (1.0 + std::exp(-sum));
}

std::span<const std::string_view> unit_inputs() noexcept { return unit_input_names; }
std::span<const std::string_view> statement_inputs() noexcept { return statement_input_names; }

std::vector<double> unit_values(const UnitPair& pair) {
    std::vector<double> out{pair.witness.begin(), pair.witness.end()};
    const double source = pair[Witness::source_rank];
    const double target = pair[Witness::target_rank];
    out[static_cast<std::size_t>(Witness::source_rank)] = std::min(source, target);
    out[static_cast<std::size_t>(Witness::target_rank)] = std::max(source, target);
    return out;
}

std::vector<std::vector<double>> statement_values(const StandardFeatures& source, const StandardFeatures& target,
                                                  const std::vector<StatementPair>& pairs, const std::vector<UnitPair>& units,
                                                  const std::vector<double>& unit_confidence, const FeatureSpace& space) {
    struct Context {
        double confidence = 0.0;
        double statements = 0.0;
    };
    std::map<std::pair<std::size_t, std::size_t>, Context> by_units;
    for (std::size_t i = 0; i < units.size(); ++i)
        by_units[{units[i].source, units[i].target}] = {unit_confidence[i], units[i][Witness::statements]};
    std::vector<std::vector<double>> out;
    out.reserve(pairs.size());
    std::vector<double> best_of_source(source.statements.size(), 0.0);
    std::vector<double> best_of_target(target.statements.size(), 0.0);
    std::vector<double> scores;
    const double same_field = field_affinity(source, target);
    const TitleAgreement titles(source, target, space);
    for (const StatementPair& p : pairs) {
        const auto it = by_units.find({source.statements[p.source].unit, target.statements[p.target].unit});
        const Context around = it == by_units.end() ? Context{} : it->second;
        const double score = rank_score(p, around.statements);
        const double shared = std::log1p(p.overlap.coverage_source * p.overlap.source_weight) / 4.0;  // about 0..1
        out.push_back({p.overlap.balance(), std::min(p.overlap.coverage_source, p.overlap.coverage_target),
                       std::max(p.overlap.coverage_source, p.overlap.coverage_target), around.confidence, log_scaled(around.confidence),
                       titles.of(p), 0.0, 0.0, 0.0, shared, same_field});
        scores.push_back(score);
        if (source.statements[p.source].prose || target.statements[p.target].prose) continue;
        best_of_source[p.source] = std::max(best_of_source[p.source], score);
        best_of_target[p.target] = std::max(best_of_target[p.target], score);
    }
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const double s = best_of_source[pairs[i].source];
        const double t = best_of_target[pairs[i].target];
        const double of_source = s > 0.0 ? std::min(1.0, scores[i] / s) : 0.0;
        const double of_target = t > 0.0 ? std::min(1.0, scores[i] / t) : 0.0;
        out[i][lower_rank] = std::min(of_source, of_target);
        out[i][higher_rank] = std::max(of_source, of_target);
        out[i][mutual_rank] = of_source * of_target;
    }
    return out;
}

std::vector<double> probabilities(const LogisticModel& model, std::vector<std::vector<double>> values,
                                  const std::vector<std::size_t>& muted) {
    for (const std::size_t input : muted) {
        double sum = 0.0;
        for (const std::vector<double>& v : values) sum += v[input];
        for (std::vector<double>& v : values) v[input] = sum / static_cast<double>(values.size());
    }
    std::vector<double> out;
    out.reserve(values.size());
    for (const std::vector<double>& v : values) out.push_back(model.probability(v));
    return out;
}

}  // namespace kwalign::align
