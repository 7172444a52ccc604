#pragma once

/// How many of a standard's content words the language data knows: where it is blind.

#include "align/lexicon/analyser.hpp"
#include "align/translation/table_set.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace kwalign::align {

/// Running words with content: no function words, numbers or words of fewer than three letters.
struct WordCoverage {
    std::size_t words = 0;
    std::size_t concepts = 0;                                  ///< inside a term of the lexicon, or compounds all of whose parts are terms
    std::size_t parts = 0;                                     ///< compounds of which a part is a term
    std::size_t tables = 0;                                    ///< no term, but a translation table knows the word
    std::vector<std::pair<std::string, std::size_t>> unknown;  ///< the rest as written and how often, most frequent first

    [[nodiscard]] std::size_t known() const noexcept { return concepts + parts + tables; }
    /// 0..1; 1 where there are no words.
    [[nodiscard]] double share() const noexcept { return words == 0 ? 1.0 : static_cast<double>(known()) / static_cast<double>(words); }
};

/// By language tag of the texts: titles of units and their statements.
[[nodiscard]] std::map<std::string, WordCoverage> measure_words(const model::Standard& standard, const Analyser& analyser,
                                                                const TranslationTables& tables);

}  // namespace kwalign::align
