#pragma once

/// What was mended, doubted or noticed in a source document. Findings travel with the Standard; they never stop the work.

#include "model/source_span.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

enum class Severity { note, warning, error };

[[nodiscard]] std::string_view to_string(Severity severity) noexcept;
/// Inverse of to_string; nothing for an unknown name.
[[nodiscard]] std::optional<Severity> parse_severity(std::string_view name) noexcept;

/// `code` is stable kebab-case for programs ("duplicate-number"); `message` is a sentence for people.
struct Finding {
    std::string code;
    Severity severity = Severity::warning;
    std::string message;
    std::optional<SourceSpan> span;

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// A bounded collection: hostile input can produce findings without end, so after `limit` of them only the count grows
/// and the last entry says that more were dropped.
class Findings {
public:
    explicit Findings(std::size_t limit = 1000) : m_limit(limit) {}

    void add(std::string code, Severity severity, std::string message, std::optional<SourceSpan> span = std::nullopt);
    void add(Finding finding);

    [[nodiscard]] const std::vector<Finding>& list() const noexcept { return m_list; }
    /// All that were added, kept or not.
    [[nodiscard]] std::size_t count() const noexcept { return m_count; }
    [[nodiscard]] bool empty() const noexcept { return m_list.empty(); }

private:
    std::size_t m_limit;
    std::size_t m_count = 0;
    std::vector<Finding> m_list;
};

}  // namespace kwalign::model
