#pragma once

/// Printed codes, levels, dates and code lists in their normal form.

#include "ingest/outline/template.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// The template's rewrites applied in order: "C1-K 1-W1" -> "C1-K1-W1", "B.3.1." -> "B.3.1".
[[nodiscard]] std::string normal_code(const Template& form, std::string_view printed);

/// The code of a heading by its format: {group} and {parent} replaced, then normalised.
[[nodiscard]] std::string heading_code(const Template& form, const HeadingRule& rule, const PatternMatch& match,
                                       std::string_view parent_code);

/// The level that the whole text is ("EstQF Level 4"), or nothing.
[[nodiscard]] std::optional<model::Level> whole_level(const Template& form, std::string_view text);
/// The first level anywhere in the text.
[[nodiscard]] std::optional<model::Level> find_level(const Template& form, std::string_view text);
/// Cuts a level (with the comma or bracket around it) off the end of a title.
[[nodiscard]] std::optional<model::Level> cut_level(const Template& form, std::string& title);

/// Cuts the bracketed code list out of a title and returns its codes as printed order; separators do not matter.
[[nodiscard]] std::vector<std::string> cut_code_list(const Template& form, std::string& title);

/// "23.09.2024", "01-08-2022", "2024-09-23", "1 August 2022", "1 augustus 2022", "23. september 2024" as ISO 8601; nothing for
/// what is no date or no real day.
[[nodiscard]] std::optional<std::string> iso_date(std::string_view text);

/// The language in which the standard's title is printed; "und" where there is none.
[[nodiscard]] std::string title_language(const model::Standard& standard);

}  // namespace kwalign::ingest
