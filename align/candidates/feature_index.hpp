#pragma once

/// Which statements or units of another standard are worth scoring: an inverted index over features.

#include "align/features/feature_space.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kwalign::align {

/// An indexed item and how much weighted content the query shares with it, normalised by both lengths.
struct Candidate {
    std::size_t item = 0;  ///< its place in the vector the index was made of
    double score = 0.0;
};

/// Immutable after construction; search() may be called from several threads with a Scratch each.
class FeatureIndex {
public:
    /// Reusable memory of one thread's searches.
    struct Scratch {
        std::vector<double> sums;
        std::vector<std::uint32_t> touched;
    };

    /// Keeps a reference to `space` only.
    FeatureIndex(const std::vector<const FeatureVector*>& items, const FeatureSpace& space);

    /// The `limit` best candidates, best first, ties by item order. Every item that shares a feature, or a neighbour of one,
    /// is considered.
    [[nodiscard]] std::vector<Candidate> search(const FeatureVector& query, std::size_t limit, Scratch& scratch) const;

private:
    struct Posting {
        std::uint32_t item = 0;
        float weight = 0.0F;
    };
    void accumulate(FeatureId id, double weight, Scratch& scratch) const;

    const FeatureSpace& m_space;
    std::vector<std::vector<Posting>> m_postings;  ///< by feature
    std::vector<double> m_norms;                   ///< by item
};

}  // namespace kwalign::align
