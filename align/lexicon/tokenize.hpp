#pragma once

/// Text to words with what their surroundings say of them. Private to align/lexicon.

#include "align/lexicon/analyser.hpp"
#include "align/text/morphology.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// The words of `text`; `folded` is the same text case-folded, into which the offsets point. `function_words` as Analyser takes them.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text, const std::string& folded, const std::string& lang,
                                          const Morphology& morphology, const std::set<std::string>& function_words);

}  // namespace kwalign::align
