#pragma once

/// Support through third standards: A to B and B to C speak for A to C.

#include "align/table/pair_scores.hpp"

#include <vector>

namespace kwalign::align {

/// The scores of two of the compared standards, by index.
struct ScoredTablePair {
    std::size_t source = 0;
    std::size_t target = 0;
    PairScores scores;
};

/// Raises the confidence of doubtful unit pairs that a third standard supports, and notes the path. Does nothing for fewer than three
/// standards. Support is taken from the pairs' own confidences before any is raised, so the order of pairs does not matter.
void support_through_third(const std::vector<StandardFeatures>& standards, std::vector<ScoredTablePair>& pairs);

}  // namespace kwalign::align
