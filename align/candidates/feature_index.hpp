#pragma once

/// Which statements or units of another standard are worth scoring: an inverted index over features.

#include "align/features/feature_space.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kwalign::align {

/// An indexed item and how much of both contents is shared.
struct Candidate {
    std::size_t item = 0;  ///< its place in the vector the index was made of
    double score = 0.0;    ///< 0..1, Overlap::balance() of query and item to single precision
};

/// Finds by what scoring goes by: the weighted coverage of query and item, both ways, with neighbours standing in by their degree. All items that
/// share anything are summed up feature by feature, so nothing is lost but what lies beyond the limit. A search costs the number of times that
/// the query's features and their neighbours occur among the items.
/// Immutable after construction; search() may be called from several threads with a Scratch each.
class FeatureIndex {
public:
    /// Reusable memory of one thread's searches: 12 bytes for each item.
    struct Scratch {
        struct Sums {
            float of_query = 0.0F;      ///< weight of the query's features that the item has something for
            float of_item = 0.0F;       ///< weight of the item's features that the query has something for
            std::uint32_t feature = 0;  ///< the last feature of the query that was counted, from 1
        };
        std::vector<Sums> sums;
        std::vector<std::uint32_t> touched;
        std::vector<Neighbour> best;  ///< of the query: which of its features stands for an item's feature best
        std::vector<Candidate> found;
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
    void add_up(const FeatureVector& query, Scratch& scratch) const;
    void count(std::uint32_t number, float weight, FeatureId id, double degree, double item_degree, Scratch& scratch) const;

    const FeatureSpace& m_space;
    std::vector<std::uint32_t> m_first;  ///< by feature: where its postings begin; one more for the end
    std::vector<Posting> m_postings;
    std::vector<float> m_totals;  ///< by item: weight of all its features
};

}  // namespace kwalign::align
