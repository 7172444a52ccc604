#pragma once

/// Competence lists as registers publish them, made from the lexicon: for benchmarks and tests of large lists.

#include "align/lexicon/lexicon.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kwalign::tests {

struct ListOptions {
    std::size_t entries = 1000;  ///< of each list
    double shared = 0.6;         ///< 0..1: share of entries that say the same in both lists
    std::uint64_t seed = 1;
};

/// Two lists in two languages. Entry i of `source`, where partner[i] is not `nobody`, says the same as entry partner[i] of `target`: the same
/// concepts by other terms, one of them left out or another added here and there. Verbs and nouns come from the lexicon, domain by domain, with
/// the frequencies of running text (the k-th concept of a domain is said 1/k as often as the first); a third of the entries carry a made-up name
/// or number as well.
struct GeneratedLists {
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);
    model::Standard source;  ///< Dutch
    model::Standard target;  ///< English
    std::vector<std::size_t> partner;
};

/// The same for the same options and lexicon, on every machine.
[[nodiscard]] GeneratedLists generate_lists(const align::Lexicon& lexicon, const ListOptions& options);

}  // namespace kwalign::tests
