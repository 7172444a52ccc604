#pragma once

/// Walking UTF-8 by code points, where ICU would be too much. Malformed bytes read as U+FFFD, one by one.

#include <cstddef>
#include <string>
#include <string_view>

namespace kwalign::ingest {

inline constexpr char32_t replacement_character = 0xFFFD;

/// The code point at byte `at`, which moves behind it. `at` must be inside the text.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;
/// The last code point of `text`; 0 for an empty one.
[[nodiscard]] char32_t last_code_point(std::string_view text) noexcept;
/// The first code point of `text`; 0 for an empty one.
[[nodiscard]] char32_t first_code_point(std::string_view text) noexcept;
void append_code_point(std::string& text, char32_t c);
/// Well-formed UTF-8 with U+FFFD for each malformed byte.
[[nodiscard]] std::string repaired_utf8(std::string_view text);

/// Letters of Latin script, cased; enough for the languages read here.
[[nodiscard]] bool is_lower_letter(char32_t c) noexcept;
[[nodiscard]] bool is_upper_letter(char32_t c) noexcept;
[[nodiscard]] inline bool is_letter(char32_t c) noexcept { return is_lower_letter(c) || is_upper_letter(c); }
[[nodiscard]] inline bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
/// White space of any width, tabs and line ends included.
[[nodiscard]] bool is_space(char32_t c) noexcept;

}  // namespace kwalign::ingest
