#pragma once

/// How much of one text's distinctive content another text shares, both ways.

#include "align/features/feature_space.hpp"

#include <cstdint>
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

/// One side of many overlaps: what stands for each of its features, and how far, is looked up once. The same results as overlap(), exactly.
/// Keeps references to both; not to be shared between threads.
class OverlapSource {
public:
    OverlapSource(const FeatureVector& source, const FeatureSpace& space);
    [[nodiscard]] Overlap with(const FeatureVector& target);

private:
    struct Way {
        FeatureId id = 0;           ///< of a target's feature
        std::uint32_t feature = 0;  ///< of the source, by its place, that it stands for
        double degree = 0.0;
    };
    const FeatureSpace& m_space;
    std::vector<Way> m_ways;        ///< sorted by id
    std::vector<double> m_weights;  ///< of the source's features
    std::vector<double> m_best;     ///< degree to which the target has each of them
    double m_all = 0.0;
};
/// The features behind overlap(), strongest first, at most `limit`.
[[nodiscard]] std::vector<SharedFeature> shared_features(const FeatureVector& source, const FeatureVector& target,
                                                         const FeatureSpace& space, std::size_t limit);

}  // namespace kwalign::align
