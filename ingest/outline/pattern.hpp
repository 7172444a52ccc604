#pragma once

/// Regular expressions of template descriptions. RE2 is seen by pattern.cpp only: linear time on any input, so a template cannot
/// be made to hang by a hostile document. Syntax: https://github.com/google/re2/wiki/Syntax, UTF-8.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::ingest {

/// One match. The views point into the text that was searched: keep it alive.
struct PatternMatch {
    std::size_t first = 0;  ///< byte range of the whole match
    std::size_t last = 0;
    std::vector<std::pair<std::string, std::string_view>> groups;  ///< named groups that took part, in the pattern's order

    /// The text of a named group; empty where it is absent or took no part.
    [[nodiscard]] std::string_view group(std::string_view name) const noexcept;
    [[nodiscard]] bool has(std::string_view name) const noexcept;
};

/// A compiled expression. Immutable, cheap to copy (shared), safe to share between threads.
class Pattern {
public:
    /// Throws Error(bad_template) naming `place` when the expression is wrong.
    Pattern(std::string_view expression, std::string_view place);

    /// The first match at or after byte `from`.
    [[nodiscard]] std::optional<PatternMatch> find(std::string_view text, std::size_t from = 0) const;
    [[nodiscard]] bool matches(std::string_view text) const;
    /// `text` with every match replaced; "\1" in `replacement` is the first group.
    [[nodiscard]] std::string replace_all(std::string_view text, std::string_view replacement) const;
    [[nodiscard]] const std::string& expression() const noexcept;

private:
    struct Impl;
    std::shared_ptr<const Impl> m_impl;
};

/// Many expressions tried at once in one pass over the text. Add all, then match from any thread.
class PatternSet {
public:
    PatternSet();
    ~PatternSet();
    PatternSet(PatternSet&&) noexcept;
    PatternSet& operator=(PatternSet&&) noexcept;

    /// Returns the expression's index, counted from 0.
    std::size_t add(const Pattern& pattern);
    /// Indices of the expressions that match somewhere in `text`, ascending. Compiles at the first call; throws
    /// Error(bad_template) when the set is too large for that.
    [[nodiscard]] std::vector<std::size_t> match(std::string_view text) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::ingest
