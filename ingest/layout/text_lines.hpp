#pragma once

#include "ingest/layout/line.hpp"
#include "ingest/page.hpp"

#include <vector>

namespace kwalign::ingest {

/// Lines of a text source: wrapped lines (pdftotext, OCR), or one paragraph a line (Markdown), with tab-separated and HTML cells.
[[nodiscard]] std::vector<Line> lines_of_text(const SourceDocument& document);

}  // namespace kwalign::ingest
