#pragma once

/// From text as extracted to text as compared: NFC, ligatures resolved, every white space one blank, invisible characters gone.

#include <cstddef>
#include <string>
#include <string_view>

namespace kwalign::ingest {

/// Soft hyphens stay only at the very end, where they tell of a divided word. Never throws for malformed input.
[[nodiscard]] std::string clean_text(std::string_view raw);

/// The text ends with U+002D, U+2010 or U+00AD directly after a letter or digit.
[[nodiscard]] bool has_final_hyphen(std::string_view text);

/// A list bullet at the start of a line. `length` counts its bytes and the blanks behind it.
struct LeadingBullet {
    std::string bullet;
    std::size_t length = 0;
};

/// How sure the surroundings make a list: a lone "o" or "-" counts only where something else speaks for a list.
enum class BulletContext { open_text, list };

/// The bullet that `text` (no leading blanks) begins with, followed by a blank and more text; `length` 0 where it has none.
/// Signs that are always bullets (•, ●, ▪, →, private-use glyphs ...) may be glued to the text.
[[nodiscard]] LeadingBullet leading_bullet(std::string_view text, BulletContext context);

/// True for text that is a bullet sign and nothing else.
[[nodiscard]] bool is_bullet_sign(std::string_view text, BulletContext context);

/// "Page 3", "3 / 7", "Pagina 2 van 16", "lk 3", "- 3 -", "2 van 5": a page number and nothing else. A bare number is none.
[[nodiscard]] bool is_page_number(std::string_view text);

/// The text begins with a code as headings have: letters or digits joined by dots or hyphens with a digit among them
/// ("B.3.5", "C1-K 1-W1:", "A.2"), then a blank or colon and a title of at most `max_heading_characters` characters.
[[nodiscard]] bool has_heading_code(std::string_view text);
inline constexpr std::size_t max_heading_characters = 160;

}  // namespace kwalign::ingest
