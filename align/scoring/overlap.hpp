#pragma once

/// How much of one text's distinctive content another text shares, both ways.

#include "align/features/feature_space.hpp"

#include <vector>

namespace kwalign::align {

/// One feature that counts for an overlap.
struct SharedFeature {
    FeatureId source = 0;
    FeatureId target = 0;  ///< the same or the neighbour that stands for it
    double weight = 0.0;   ///< contribution to the numerator of both coverages, averaged
};

/// Weighted soft overlap. coverage = shared weight / all weight, 0..1; a feature whose neighbour alone is present counts by the
/// neighbour's degree (soft TF-IDF after Cohen, Ravikumar and Fienberg 2003, with the lexicon's hierarchy as the inner similarity).
struct Overlap {
    double coverage_source = 0.0;
    double coverage_target = 0.0;
    double source_weight = 0.0;  ///< denominators
    double target_weight = 0.0;

    /// Harmonic mean of both coverages.
    [[nodiscard]] double balance() const noexcept;
};

[[nodiscard]] Overlap overlap(const FeatureVector& source, const FeatureVector& target, const FeatureSpace& space);
/// The features behind overlap(), strongest first, at most `limit`.
[[nodiscard]] std::vector<SharedFeature> shared_features(const FeatureVector& source, const FeatureVector& target,
                                                         const FeatureSpace& space, std::size_t limit);

}  // namespace kwalign::align
