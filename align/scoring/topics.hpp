#pragma once

/// Which fields a text speaks of, by the lexicon's domains: two texts may share no concept and still both be about security.

#include "align/features/feature_space.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace kwalign::align {

/// Domain and weight, sorted by domain; of length 1, or empty where no concept of a specific domain is named.
using TopicVector = std::vector<std::pair<std::size_t, double>>;

/// Weight of a domain: square root of the rarity-weighted mentions of its concepts, times how rare the domain is among statements. Domains
/// that speak of work as such have no part.
[[nodiscard]] TopicVector topics_of(const FeatureVector& features, const FeatureSpace& space);

/// Cosine, 0..1.
[[nodiscard]] double topic_agreement(const TopicVector& a, const TopicVector& b);

}  // namespace kwalign::align
