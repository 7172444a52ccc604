#pragma once

/// Lets sentence vectors speak beside the other witnesses.

#include "align/embedding/sentence_vectors.hpp"
#include "align/table/pair_scores.hpp"

namespace kwalign::align {

/// Hears the cosine of every statement pair whose texts both have a vector (sentence_vectors.hpp, heard_with); of a unit pair, the mean over the
/// source's statements of their best cosine there. What the documents say themselves (derivation, same text) stays as it is.
void hear_vectors(const StandardFeatures& source, const StandardFeatures& target, const SentenceVectors& vectors, PairScores& scores);

}  // namespace kwalign::align
