#pragma once

/// The statement pairs of two standards that were worth scoring, with their overlaps.

#include "align/features/standard_features.hpp"
#include "align/scoring/overlap.hpp"

#include <cstddef>
#include <vector>

namespace kwalign::align {

struct StatementPair {
    std::size_t source = 0;  ///< indexes into the two StandardFeatures::statements
    std::size_t target = 0;
    Overlap overlap;
};

/// Candidates of every source vector among the targets, best first; on `jobs` threads (0: one per core).
[[nodiscard]] std::vector<std::vector<std::size_t>> find_candidates(const std::vector<const FeatureVector*>& sources,
                                                                    const std::vector<const FeatureVector*>& targets,
                                                                    const FeatureSpace& space, std::size_t limit, unsigned jobs);

/// Scores every source statement with its `limit` best candidates, on `jobs` threads (0: one per core). Sorted by source, then target;
/// the same for any number of threads.
[[nodiscard]] std::vector<StatementPair> score_statement_pairs(const StandardFeatures& source, const StandardFeatures& target,
                                                               const FeatureSpace& space, std::size_t limit, unsigned jobs);

}  // namespace kwalign::align
