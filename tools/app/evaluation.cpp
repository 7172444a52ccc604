#include "tools/app/evaluation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>

namespace kwalign::tools {
namespace {

std::optional<double> ratio(double numerator, std::size_t denominator) {
    if (denominator == 0) return std::nullopt;
    return numerator / static_cast<double>(denominator);
}

bool is_link(const Judgement& judgement) {
    return std::any_of(judgement.relations.begin(), judgement.relations.end(),
                       [](model::Relation r) { return r != model::Relation::none; });
}

bool is_sign(const Judgement& judgement) { return !judgement.weak && is_link(judgement); }

bool reads_as(const Judgement& judgement, model::Relation relation) {
    return std::find(judgement.relations.begin(), judgement.relations.end(), relation) != judgement.relations.end();
}

const Judgement* judgement_of(const PairInput& input, const CodePair& pair) {
    const auto found = input.gold.find(pair);
    return found == input.gold.end() ? nullptr : &found->second;
}

void count_prediction(const PairInput& input, const CodePair& pair, const Prediction& prediction, Scores& scores) {
    ++scores.predicted;
    const Judgement* judged = judgement_of(input, pair);
    if (judged != nullptr && judged->weak) {
        ++scores.weak_predicted;
        return;
    }
    const bool right = judged != nullptr && is_sign(*judged);
    ++(right ? scores.found : scores.wrong);
    const double clamped = std::clamp(prediction.confidence, 0.0, 1.0);
    CalibrationBin& bin = scores.calibration[std::min<std::size_t>(9, static_cast<std::size_t>(clamped * 10.0))];
    ++bin.count;
    bin.confidence_sum += clamped;
    if (right) ++bin.right;
    RelationCount& relation = scores.relations[prediction.relation];
    ++relation.predicted;
    if (right && reads_as(*judged, prediction.relation)) {
        ++relation.right;
        ++scores.relation_right;
    }
}

void count_gold(const PairInput& input, const CodePair& pair, const Judgement& judged, Scores& scores) {
    if (judged.weak) ++scores.weak;
    if (!is_sign(judged)) return;
    ++scores.sign;
    const bool found = input.predicted.contains(pair);
    if (!found) ++scores.missed;
    for (const model::Relation reading : judged.relations) {
        ++scores.relations[reading].gold;
        if (found) ++scores.relations[reading].found;
    }
}

void count_ranking(const PairInput& input, Scores& scores) {
    std::map<std::string, std::optional<std::size_t>> best;
    for (const auto& [pair, judged] : input.gold) {
        if (!is_sign(judged)) continue;
        auto& rank = best[pair.first];
        if (const auto own = rank_of(input, pair); own && (!rank || *own < *rank)) rank = own;
    }
    for (const std::size_t k : hit_ranks) scores.hits[k] += 0;
    for (const auto& [source, rank] : best) {
        ++scores.sources;
        if (!rank) continue;
        scores.reciprocal_ranks += 1.0 / static_cast<double>(*rank);
        for (const std::size_t k : hit_ranks) {
            if (*rank <= k) ++scores.hits[k];
        }
    }
}

/// found, wrong and missed of one source: what the bootstrap draws.
struct SourceCounts {
    double found = 0.0;
    double wrong = 0.0;
    double missed = 0.0;
};

std::vector<SourceCounts> counts_by_source(const std::vector<PairInput>& pairs) {
    std::vector<SourceCounts> all;
    for (const PairInput& input : pairs) {
        std::map<std::string, SourceCounts> sources;
        for (const auto& [pair, prediction] : input.predicted) {
            const Judgement* judged = judgement_of(input, pair);
            if (judged != nullptr && judged->weak) continue;
            ++(judged != nullptr && is_sign(*judged) ? sources[pair.first].found : sources[pair.first].wrong);
        }
        for (const auto& [pair, judged] : input.gold) {
            if (is_sign(judged) && !input.predicted.contains(pair)) ++sources[pair.first].missed;
        }
        for (const auto& [code, counts] : sources) all.push_back(counts);
    }
    return all;
}

}  // namespace

std::optional<double> Scores::precision() const { return ratio(static_cast<double>(found), found + wrong); }
std::optional<double> Scores::recall() const { return ratio(static_cast<double>(found), sign); }
std::optional<double> Scores::f1() const { return ratio(2.0 * static_cast<double>(found), 2 * found + wrong + missed); }
std::optional<double> Scores::mrr() const { return ratio(reciprocal_ranks, sources); }
std::optional<double> Scores::relation_accuracy() const { return ratio(static_cast<double>(relation_right), found); }

std::optional<double> Scores::hit_at(std::size_t k) const {
    const auto hit = hits.find(k);
    return hit == hits.end() ? std::nullopt : ratio(static_cast<double>(hit->second), sources);
}

std::optional<double> Scores::calibration_error() const {
    double distance = 0.0;
    std::size_t count = 0;
    for (const CalibrationBin& bin : calibration) {
        distance += std::abs(bin.confidence_sum - static_cast<double>(bin.right));
        count += bin.count;
    }
    return ratio(distance, count);
}

Scores& Scores::operator+=(const Scores& other) {
    sign += other.sign;
    weak += other.weak;
    predicted += other.predicted;
    found += other.found;
    wrong += other.wrong;
    missed += other.missed;
    weak_predicted += other.weak_predicted;
    relation_right += other.relation_right;
    sources += other.sources;
    reciprocal_ranks += other.reciprocal_ranks;
    for (const auto& [k, count] : other.hits) hits[k] += count;
    for (const auto& [relation, count] : other.relations) {
        RelationCount& mine = relations[relation];
        mine.gold += count.gold;
        mine.found += count.found;
        mine.predicted += count.predicted;
        mine.right += count.right;
    }
    for (std::size_t i = 0; i < calibration.size(); ++i) {
        calibration[i].count += other.calibration[i].count;
        calibration[i].right += other.calibration[i].right;
        calibration[i].confidence_sum += other.calibration[i].confidence_sum;
    }
    return *this;
}

Scores score(const PairInput& input) {
    Scores scores;
    for (const auto& [pair, prediction] : input.predicted) count_prediction(input, pair, prediction, scores);
    for (const auto& [pair, judged] : input.gold) count_gold(input, pair, judged, scores);
    count_ranking(input, scores);
    return scores;
}

std::optional<std::size_t> rank_of(const PairInput& input, const CodePair& pair) {
    const auto own = input.ranked.find(pair);
    if (own == input.ranked.end()) return std::nullopt;
    std::size_t rank = 1;
    for (auto other = input.ranked.lower_bound({pair.first, ""}); other != input.ranked.end() && other->first.first == pair.first;
         ++other) {
        if (other->first == pair) continue;
        const Judgement* judged = judgement_of(input, other->first);
        if (judged != nullptr && judged->weak) continue;
        if (other->second > own->second || (other->second == own->second && other->first < pair)) ++rank;
    }
    return rank;
}

std::optional<std::pair<double, double>> f1_interval(const std::vector<PairInput>& pairs, std::size_t rounds) {
    const std::vector<SourceCounts> sources = counts_by_source(pairs);
    if (sources.size() < 2 || rounds == 0) return std::nullopt;
    // The engine's output is fixed by the standard, distributions are not: so the index is drawn by hand. The bias of the remainder
    // is below 1e-15 for any honest number of sources.
    std::mt19937_64 random(20'240'923);
    std::vector<double> values;
    values.reserve(rounds);
    for (std::size_t round = 0; round < rounds; ++round) {
        SourceCounts sum;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            const SourceCounts& drawn = sources[static_cast<std::size_t>(random() % static_cast<std::uint64_t>(sources.size()))];
            sum.found += drawn.found;
            sum.wrong += drawn.wrong;
            sum.missed += drawn.missed;
        }
        const double denominator = 2.0 * sum.found + sum.wrong + sum.missed;
        values.push_back(denominator > 0.0 ? 2.0 * sum.found / denominator : 0.0);
    }
    std::sort(values.begin(), values.end());
    const auto at = [&values](double quantile) {
        return values[static_cast<std::size_t>(quantile * static_cast<double>(values.size() - 1))];
    };
    return std::pair(at(0.025), at(0.975));
}

std::vector<SweepPoint> sweep(const std::vector<PairInput>& pairs) {
    constexpr int steps = 20;
    std::vector<SweepPoint> out;
    for (int step = 1; step < steps; ++step) {
        SweepPoint point;
        point.threshold = static_cast<double>(step) / steps;
        for (const PairInput& input : pairs) {
            for (const auto& [pair, confidence] : input.ranked) {
                const Judgement* judged = judgement_of(input, pair);
                if (confidence < point.threshold || (judged != nullptr && judged->weak)) continue;
                ++(judged != nullptr && is_sign(*judged) ? point.found : point.wrong);
            }
            point.missed += static_cast<std::size_t>(
                std::count_if(input.gold.begin(), input.gold.end(), [](const auto& g) { return is_sign(g.second); }));
        }
        point.missed -= point.found;
        point.f1 = ratio(2.0 * static_cast<double>(point.found), 2 * point.found + point.wrong + point.missed);
        out.push_back(point);
    }
    return out;
}

}  // namespace kwalign::tools
