#pragma once

/// Word by word comparison of two texts. Pure functions, thread-safe.

#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// A run of words that both texts have, or only one of them.
struct WordRun {
    enum class Side { both, before, after };
    Side side = Side::both;
    std::string text;  ///< words joined by single spaces

    friend bool operator==(const WordRun&, const WordRun&) = default;
};

/// The longest common subsequence of words (words are what white space separates), removed before added where both stand between the
/// same words. Texts too long for that (over four million pairs of words beyond their common beginning and end) give one removed and one
/// added run in the middle.
[[nodiscard]] std::vector<WordRun> word_diff(std::string_view before, std::string_view after);

/// "keeps [-old-] {+new+} words".
[[nodiscard]] std::string marked_text(const std::vector<WordRun>& runs);

/// Share 0..1 of words (folded, by UAX #29) that two texts have in common: Dice coefficient of their multisets; 1 for two empty texts.
[[nodiscard]] double word_similarity(std::string_view a, std::string_view b);

}  // namespace kwalign::model
