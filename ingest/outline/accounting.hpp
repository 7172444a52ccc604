#pragma once

/// Where the characters of a document went: nothing may disappear silently.

#include "ingest/outline/outline.hpp"
#include "model/finding.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <string_view>

namespace kwalign::ingest {

/// Code points other than white space, by what became of them. The parts add up to `all`.
struct Accounting {
    std::size_t all = 0;
    std::size_t read = 0;         ///< statements, fields, titles and headings
    std::size_t furniture = 0;    ///< running heads, page numbers, repeated table heads
    std::size_t boilerplate = 0;  ///< lines that the template says to drop
    std::size_t left_over = 0;    ///< read by no rule

    /// 0..1: what is not left over; 1 for a document without text.
    [[nodiscard]] double accounted() const noexcept;
};

/// What kind of reading the rule of a line was. Rules are named as in Outline::line_rules.
enum class Reading { read, furniture, boilerplate, left_over };
[[nodiscard]] std::string_view to_string(Reading reading) noexcept;
[[nodiscard]] Reading reading_of(std::string_view rule) noexcept;

[[nodiscard]] Accounting account_for(const LayoutDocument& document, const Outline& outline);

/// Sets Source::text_accounted and adds a finding for each line that is left over.
void account_for_text(const LayoutDocument& document, const Outline& outline, model::Standard& standard, model::Findings& findings);

}  // namespace kwalign::ingest
