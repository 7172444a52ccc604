#pragma once

#include "ingest/page.hpp"
#include "model/limits.hpp"

#include <string_view>

namespace kwalign::ingest {

/// DOCX documents (ECMA-376-1, transitional and strict) to the text form that the layout reads, the same as of HTML: headings, list items
/// with the numbers that Word prints, tables by cell (a spanning cell keeps its column), text boxes behind their paragraph, notes at the
/// end, pages where the file says that one ends. Deleted and hidden text is left out; running heads are named in a finding.
/// Throws Error(damaged, needs_password, unsupported, no_text, empty_input, limit_exceeded).
[[nodiscard]] SourceDocument read_docx(std::string_view bytes, std::string_view name, const model::Limits& limits);

}  // namespace kwalign::ingest
