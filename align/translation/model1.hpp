#pragma once

/// IBM Model 1 in both directions, made to agree.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kwalign::align {

/// A segment pair as numbers of keys.
struct NumberedPair {
    std::vector<std::uint32_t> foreign;
    std::vector<std::uint32_t> english;
};

/// Two keys that translate each other.
struct KeyPair {
    std::uint32_t foreign = 0;
    std::uint32_t english = 0;
    double evidence = 0.0;     ///< expected number of segments' words that both directions align with each other
    double probability = 0.0;  ///< 0..1: geometric mean of p(english|foreign) and p(foreign|english)
};

struct Model1Options {
    std::size_t iterations = 6;  ///< of expectation maximisation per direction
    double min_evidence = 1.5;   ///< pairs with less are left out
    double smoothing = 0.5;      ///< added to a key's count: what was seen once proves little
    double min_probability = 0.02;
    std::size_t max_cells = 60'000'000;  ///< different pairs of keys that occur together; above: model::Error(limit_exceeded)
};

/// Method: P. F. Brown et al., The mathematics of statistical machine translation, Computational Linguistics 19(2), 1993 (Model 1, with the empty
/// word); the directions' posteriors are multiplied as in P. Liang, B. Taskar, D. Klein, Alignment by agreement, NAACL 2006. `foreign_keys` and
/// `english_keys` are the numbers of different keys; all numbers in `pairs` are below them. Deterministic. The result is sorted by foreign, then
/// english key.
[[nodiscard]] std::vector<KeyPair> align_keys(const std::vector<NumberedPair>& pairs, std::size_t foreign_keys, std::size_t english_keys,
                                              const Model1Options& options);

}  // namespace kwalign::align
