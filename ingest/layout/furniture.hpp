#pragma once

#include "ingest/layout/line.hpp"

#include <vector>

namespace kwalign::ingest {

/// Marks coded headings ("C1-K1-W1: ...") that a page repeats in the middle of what they head, and table heads repeated after a page break.
/// Running heads and page numbers of positioned pages are marked earlier, where boxes are known.
void mark_repeated_headings(std::vector<Line>& lines);

/// Marks lines that are nothing but a page number ("3", "1 / 7", "2 van 5", "Page 4") and stand last on their page.
void mark_page_numbers(std::vector<Line>& lines);

/// True for "3", "1/7", "- 3 -", "2 van 5", "Page 4", "Pagina 2 van 16", "lk 3".
[[nodiscard]] bool is_page_number(std::string_view text);

}  // namespace kwalign::ingest
