#pragma once

/// Reasons for a link that a person can check: statements side by side, shared concepts, titles, codes.

#include "align/table/pair_scores.hpp"
#include "align/table/phrases.hpp"
#include "model/link.hpp"

#include <string>
#include <vector>

namespace kwalign::align {

/// Both sides of one comparison and everything scored about them.
struct Comparison {
    const StandardFeatures& source;
    const StandardFeatures& target;
    const FeatureSpace& space;
    const PairScores& scores;
    Speaker speaker;  ///< the language of all sentences and concept labels
};

/// Evidence for a unit link, strongest first: derivation, best statement pairs (at most `statements`), shared concepts, titles, codes, and
/// conflicts between codes and text.
[[nodiscard]] std::vector<model::Evidence> unit_evidence(const Comparison& c, const ScoredUnitPair& pair, std::size_t statements = 4);
/// Evidence for a statement link: its shared concepts and words.
[[nodiscard]] std::vector<model::Evidence> statement_evidence(const Comparison& c, const ScoredStatementPair& pair);
/// Labels of what both vectors share, strongest first, "incident" or "service request ~ ticket" where a neighbour stands in.
[[nodiscard]] std::vector<std::string> shared_labels(const FeatureVector& source, const FeatureVector& target, const Comparison& c,
                                                     std::size_t limit);
/// Labels of the weightiest features of `of` that `other` has nothing for.
[[nodiscard]] std::vector<std::string> missing_labels(const FeatureVector& of, const FeatureVector& other, const Comparison& c,
                                                      std::size_t limit);

}  // namespace kwalign::align
