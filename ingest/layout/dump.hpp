#pragma once

/// Line-oriented text of pages and lines, for goldens and bug reports. Stable: same input, same bytes.

#include "ingest/layout/line.hpp"
#include "ingest/page.hpp"

#include <string>

namespace kwalign::ingest {

/// "page N" with the page's size in points where known, then the page's text as spans count it (see page_text.hpp).
[[nodiscard]] std::string dump_pages(const SourceDocument& document);

/// One line per Line, fields separated by tabs: page; box "x0,y0,x1,y1" in points or "-"; role ("body" or the kind of furniture);
/// break before; cell "t0r1c2" or "-"; flags ("b" bold, "i" italic, "h" hyphen at the end, "1".."6" heading level) or "-";
/// characters "first-last" of the page's text; bullet or "-"; text.
[[nodiscard]] std::string dump_lines(const LayoutDocument& document);

}  // namespace kwalign::ingest
