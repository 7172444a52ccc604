#include "align/scoring/statement_pairs.hpp"

#include "align/candidates/feature_index.hpp"
#include "align/scoring/parallel.hpp"

#include <algorithm>

namespace kwalign::align {
namespace {

constexpr std::size_t worth_a_thread = 500;  // items

std::vector<const FeatureVector*> vectors_of(const StandardFeatures& standard) {
    std::vector<const FeatureVector*> out;
    out.reserve(standard.statements.size());
    for (const StatementFeatures& s : standard.statements) out.push_back(&s.features);
    return out;
}

}  // namespace

std::vector<std::vector<std::size_t>> find_candidates(const std::vector<const FeatureVector*>& sources,
                                                      const std::vector<const FeatureVector*>& targets, const FeatureSpace& space,
                                                      std::size_t limit, unsigned jobs) {
    const FeatureIndex index(targets, space);
    std::vector<std::vector<std::size_t>> out(sources.size());
    parallel_ranges(sources.size(), jobs, worth_a_thread, [&](std::size_t first, std::size_t last) {
        FeatureIndex::Scratch scratch;
        for (std::size_t s = first; s < last; ++s)
            for (const Candidate& c : index.search(*sources[s], limit, scratch)) out[s].push_back(c.item);
    });
    return out;
}

std::vector<StatementPair> score_statement_pairs(const StandardFeatures& source, const StandardFeatures& target, const FeatureSpace& space,
                                                 std::size_t limit, unsigned jobs) {
    std::vector<std::vector<std::size_t>> candidates = find_candidates(vectors_of(source), vectors_of(target), space, limit, jobs);
    std::vector<std::size_t> first_pair{0};
    for (std::vector<std::size_t>& list : candidates) {
        std::sort(list.begin(), list.end());
        first_pair.push_back(first_pair.back() + list.size());
    }
    std::vector<StatementPair> out(first_pair.back());
    parallel_ranges(candidates.size(), jobs, worth_a_thread, [&](std::size_t first, std::size_t last) {
        for (std::size_t s = first; s < last; ++s) {
            OverlapSource features(source.statements[s].features, space);
            for (std::size_t k = 0; k < candidates[s].size(); ++k) {
                const std::size_t t = candidates[s][k];
                out[first_pair[s] + k] = {s, t, features.with(target.statements[t].features)};
            }
        }
    });
    return out;
}

}  // namespace kwalign::align
