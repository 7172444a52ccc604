#pragma once

#include "ingest/page.hpp"
#include "model/limits.hpp"

#include <string_view>

namespace kwalign::ingest {

/// HTML documents to the text form that the layout reads: one block per line, headings marked with "#", list items with "- " or
/// their number, table rows with tabs between cells. Scripts, styles and the head are left out.
/// A tolerant scanner, not a parser: it never fails on wrong nesting. Throws Error(empty_input, limit_exceeded).
[[nodiscard]] SourceDocument read_html(std::string_view bytes, std::string_view name, const model::Limits& limits);

}  // namespace kwalign::ingest
