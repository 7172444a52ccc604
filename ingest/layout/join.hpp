#pragma once

/// Joining wrapped lines: what becomes of a hyphen at a line end.

#include "ingest/layout/line.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::ingest {

/// Words of one document as it prints them inside lines: the only dictionary that knows its terms and names.
class WordEvidence {
public:
    WordEvidence() = default;
    explicit WordEvidence(const LayoutDocument& document);

    /// How often the word occurs, case aside; words at line ends that are cut by a hyphen don't count.
    [[nodiscard]] std::size_t count(std::string_view word) const;

private:
    std::map<std::string, std::size_t, std::less<>> m_counts;
};

struct JoinResult {
    std::string text;
    std::optional<model::Repair> repair;  ///< set where a hyphen was taken out: rule "hyphen-join"
};

/// `left` and `right` as one text. Without a final hyphen they are joined by a blank. A soft hyphen always goes. A hyphen goes
/// where `right` begins in lower case, unless the document writes the word with it elsewhere, or it hangs: behind a number, an
/// abbreviation ("IT-", "e-"), or before "en", "of", "ja", "või", "and", "or" ("Netwerk- en", where a blank follows it).
/// The confidence is 0.98 if the document has the joined word elsewhere, 0.9 if not.
[[nodiscard]] JoinResult join(std::string_view left, std::string_view right, const WordEvidence& evidence);

}  // namespace kwalign::ingest
