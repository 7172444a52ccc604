#pragma once

#include "ingest/layout/line.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// Puts wrapped lines together by what the whole document shows: its words, and whether its lines are hyphenated at all.
class LineJoiner {
public:
    LineJoiner() = default;
    explicit LineJoiner(const LayoutDocument& document);

    /// `left` and `right` as one text; what was changed is added to `repairs` where given. A soft hyphen always goes. Another one
    /// goes before a lower-case letter, unless the document prints the word with it elsewhere, or it hangs: behind a number or an
    /// abbreviation ("IT-", "e-"), or before a conjunction ("netwerk- en", where a blank follows). In a document that doesn't divide
    /// words at line ends a final hyphen is part of its word, unless the word occurs without it.
    [[nodiscard]] std::string join(std::string_view left, std::string_view right, std::vector<model::Repair>* repairs = nullptr) const;

    /// How often the document prints the word (or two words with a slash) inside its lines, case aside.
    [[nodiscard]] std::size_t count(std::string_view word) const;

private:
    void count_pairs(std::string_view text);

    std::map<std::string, std::size_t, std::less<>> m_words;
    bool m_hyphenated = true;
};

}  // namespace kwalign::ingest
