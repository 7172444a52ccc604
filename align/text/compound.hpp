#pragma once

/// Splits compounds written as one word (Dutch, Estonian) into parts that the lexicon knows.

#include "align/text/morphology.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// A part of a compound: byte range within the word, and whether the vocabulary knew it.
struct CompoundPart {
    std::size_t first = 0;
    std::size_t last = 0;
    bool known = false;
};

/// True if the vocabulary has a word with one of these keys that `part`, as it is spelled, may be a form of.
using KnowsPart = std::function<bool(const std::vector<std::string>& keys, std::string_view part)>;

/// The best split of `word` (case-folded UTF-8) by dynamic programming over letter positions: as few unknown letters as
/// possible, then as few parts as possible. At most one part may be unknown, and then it needs four letters and a known
/// neighbour of at least seven. Empty where there is no such split. Words over 60 letters are not split.
[[nodiscard]] std::vector<CompoundPart> split_compound(std::string_view word, const Morphology& morphology, const KnowsPart& knows);

}  // namespace kwalign::align
