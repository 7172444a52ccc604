#include "align/embedding/hear_vectors.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace kwalign::align {
namespace {

struct Mean {
    double sum = 0.0;
    std::size_t count = 0;
};
using ByUnits = std::map<std::pair<std::size_t, std::size_t>, Mean>;

/// Best cosines of one source statement by target unit.
using Best = std::map<std::size_t, double>;

void settle(ByUnits& means, std::size_t source_unit, Best& best) {
    for (const auto& [target_unit, cosine] : best) {
        Mean& mean = means[{source_unit, target_unit}];
        mean.sum += cosine;
        ++mean.count;
    }
    best.clear();
}

ByUnits unit_means(const StandardFeatures& source, const StandardFeatures& target, const SentenceVectors& vectors,
                   const std::vector<StatementPair>& pairs) {
    ByUnits means;
    Best best;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const StatementFeatures& s = source.statements[pairs[i].source];
        const StatementFeatures& t = target.statements[pairs[i].target];
        if (const auto cosine = vectors.cosine(s.statement->text, t.statement->text)) {
            const auto [it, fresh] = best.emplace(t.unit, *cosine);
            if (!fresh) it->second = std::max(it->second, *cosine);
        }
        const bool last = i + 1 == pairs.size() || pairs[i + 1].source != pairs[i].source;
        if (last) settle(means, s.unit, best);
    }
    return means;
}

}  // namespace

void hear_vectors(const StandardFeatures& source, const StandardFeatures& target, const SentenceVectors& vectors, PairScores& scores) {
    for (ScoredStatementPair& scored : scores.statements) {
        if (scored.same_text) continue;
        const auto cosine =
            vectors.cosine(source.statements[scored.pair.source].statement->text, target.statements[scored.pair.target].statement->text);
        if (cosine) scored.confidence = heard_with(scored.confidence, *cosine);
    }
    const ByUnits means = unit_means(source, target, vectors, scores.all_statements);
    for (ScoredUnitPair& scored : scores.units) {
        const auto mean = means.find({scored.pair.source, scored.pair.target});
        if (!scored.known && mean != means.end())
            scored.confidence = heard_with(scored.confidence, mean->second.sum / static_cast<double>(mean->second.count));
    }
}

}  // namespace kwalign::align
