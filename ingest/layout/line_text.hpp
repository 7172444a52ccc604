#pragma once

/// The text of one line: cleaning, bullets, flags. Private to ingest/layout.

#include "ingest/layout/line.hpp"

#include <string>
#include <string_view>

namespace kwalign::ingest {

/// Sets text, raw, bullet and ends_with_hyphen from what was extracted: NFC, ligatures undone, spaces collapsed, a leading bullet taken off
/// (U+2022 and its kin, dashes and arrows followed by text; OCR's ".", "]" or a glued "-" only where `ocr_bullets`).
void set_line_text(Line& line, std::string_view extracted, bool ocr_bullets);

/// True for text that numbers or marks a list item: "1.", "12)", "a.", a bullet.
[[nodiscard]] bool is_item_mark(std::string_view word);

/// Digits masked and spaces removed, to recognise recurring heads.
[[nodiscard]] std::string masked(std::string_view text);

}  // namespace kwalign::ingest
