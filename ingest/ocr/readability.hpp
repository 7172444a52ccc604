#pragma once

/// Whether a text is in any language at all: broken character maps of PDF files give letters, but no words.

#include "ingest/outline/language.hpp"
#include "ingest/page.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

struct Readability {
    double likeness =
        0.0;  ///< mean log probability of the letter sequences in the likeliest language; about -7 for text, below -10 for noise
    std::size_t sequences = 0;   ///< how many there were to judge by
    double foreign_share = 0.0;  ///< 0..1: of the signs, those that stand for no character (U+FFFD, private use, controls)
};

[[nodiscard]] Readability readability_of(std::string_view text, const LanguageModel& languages);

/// Too unlike any language, or made of signs without meaning; never so for less text than some dozen words.
[[nodiscard]] bool is_unreadable(const Readability& readability);

/// The words of a page, a blank between them.
[[nodiscard]] std::string text_of(const std::vector<TextRun>& runs);

/// Languages in which the text is, by stretches of a dozen words: those with at least a twentieth of it, the most frequent first.
[[nodiscard]] std::vector<std::string> languages_of(std::string_view text, const LanguageModel& languages);

}  // namespace kwalign::ingest
