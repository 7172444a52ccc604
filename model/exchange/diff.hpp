#pragma once

/// What changed between two versions of a standard, or between two sets of standards and links: two stores, two exports, two releases.
/// Pure functions, thread-safe; output depends on the input alone.

#include "model/exchange/word_diff.hpp"
#include "model/link.hpp"
#include "model/standard.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

enum class ChangeKind {
    added,
    removed,
    reworded,  ///< title or text; with the word diff
    moved,     ///< under another parent, or among its siblings
    level_changed,
    code_changed,
    changed  ///< any other field, named in Change::field
};
/// "added", "removed", "reworded", "moved", "level-changed", "code-changed", "changed".
[[nodiscard]] std::string_view to_string(ChangeKind kind) noexcept;

/// One change of one part. A part that changed in several ways has several.
struct Change {
    ChangeKind kind = ChangeKind::changed;
    std::string part;         ///< "standard", "qualification", "unit", "statement"
    std::string field;        ///< of `changed`: "valid_until", "requirement", ...
    std::string before_code;  ///< code (of qualifications the title) in the old version; empty for what was added
    std::string after_code;
    std::string before;  ///< old text, level, code, parent or value
    std::string after;
    std::vector<WordRun> words;  ///< of `reworded`

    friend bool operator==(const Change&, const Change&) = default;
};

/// Two versions of one standard, or one that is new or gone (then one id is empty and there are no changes).
struct StandardDiff {
    std::string before_id;
    std::string after_id;
    std::string before_version;
    std::string after_version;
    std::string title;
    std::vector<Change> changes;  ///< the standard, qualifications, then units and statements in the new order; what was removed last
    std::map<std::string, std::string> units;       ///< old unit code to new one, of units that are in both
    std::map<std::string, std::string> statements;  ///< likewise

    friend bool operator==(const StandardDiff&, const StandardDiff&) = default;
};

/// Units are the same where their codes and some of their words are, or else their titles; statements where their texts are, or their
/// codes and some of their words. So an item that is put between others renumbers them, but rewords none.
[[nodiscard]] StandardDiff diff_standards(const Standard& before, const Standard& after);

/// A link that only one side has, or whose relation, status or confidence (by 0.01 at least) differs.
struct LinkChange {
    std::optional<Link> before;
    std::optional<Link> after;

    friend bool operator==(const LinkChange&, const LinkChange&) = default;
};

struct SetDiff {
    std::vector<StandardDiff> standards;  ///< sorted by id; unchanged ones are left out
    std::vector<LinkChange> links;        ///< sorted by their ends, the new ones where there are

    [[nodiscard]] bool empty() const noexcept { return standards.empty() && links.empty(); }
    friend bool operator==(const SetDiff&, const SetDiff&) = default;
};

/// Standards with the same id are versions of each other; "@version" in an id of a superseded edition is not looked at. Links follow
/// their ends through changes of code.
[[nodiscard]] SetDiff diff_sets(const std::vector<Standard>& before, const std::vector<Link>& links_before,
                                const std::vector<Standard>& after, const std::vector<Link>& links_after);
/// The links alone, with the standards' diffs that tell which codes changed.
[[nodiscard]] std::vector<LinkChange> diff_links(const std::vector<Link>& before, const std::vector<Link>& after,
                                                 const std::vector<StandardDiff>& standards);

/// For people: a heading per standard, a line per change, the count at the end. Nothing for no change.
[[nodiscard]] std::string diff_text(const SetDiff& diff);
/// {"standards":[{before, after, title, changes:[...]}],"links":[{"kind":"gained|lost|changed","before":link,"after":link}]}, indented by two.
[[nodiscard]] std::string diff_json(const SetDiff& diff);
/// One row per change: standard, part, kind, field, before_code, after_code, before, after (RFC 4180, "\r\n" ends no line: "\n" does).
[[nodiscard]] std::string diff_csv(const SetDiff& diff);

}  // namespace kwalign::model
