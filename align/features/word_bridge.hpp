#pragma once

/// Connects words of different languages that no concept covers, through translation tables: breadth beyond the lexicon.
/// Tables learned from parallel text carry the breadth, concepts the meaning; so only words without a concept are projected, and a
/// translation stands for its word to the degree of its probability, never fully.

#include "align/features/feature_space.hpp"
#include "align/lexicon/term_index.hpp"
#include "align/translation/table_set.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace kwalign::align {

/// Two features, the second standing for the first and the reverse.
struct Bridge {
    FeatureId a = 0;
    FeatureId b = 0;
    double degree = 0.0;  ///< 0..1
};

/// Translation tables by language. Immutable after construction; share between threads freely.
class WordBridge {
public:
    /// `english`: the lexicon's English terms, which must outlive it.
    WordBridge(const TermIndex& english, TranslationTables tables) : m_tables(std::move(tables)), m_english(english) {}

    [[nodiscard]] const TranslationTables& tables() const noexcept { return m_tables; }

    /// Connections among word features: `words[i]` is the feature `concepts + i`; ids below `concepts` are the lexicon's. A word meets the
    /// English words and one-word English terms it translates to, and words of third languages that translate to the same. Pairs sorted.
    [[nodiscard]] std::vector<Bridge> connect(const std::vector<SeenWord>& words, std::size_t concepts) const;

private:
    TranslationTables m_tables;
    const TermIndex& m_english;
};

}  // namespace kwalign::align
