#pragma once

/// Line-oriented text of the stages before the outline, for goldens and bug reports.

#include "ingest/layout/line.hpp"
#include "ingest/page.hpp"

#include <string>

namespace kwalign::ingest {

/// "page N" lines, each followed by the page's text: words with single spaces where one follows, a line per text line.
[[nodiscard]] std::string dump_pages(const SourceDocument& document);
/// One line per Line: page, break, role, cell, bullet and text, separated by tabs.
[[nodiscard]] std::string dump_lines(const LayoutDocument& document);
/// Paragraphs, tables and furniture: lines that surely belong together under one head.
[[nodiscard]] std::string dump_blocks(const LayoutDocument& document);

}  // namespace kwalign::ingest
