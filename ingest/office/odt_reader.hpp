#pragma once

#include "ingest/page.hpp"
#include "model/limits.hpp"

#include <string_view>

namespace kwalign::ingest {

/// OpenDocument texts (ODT, 1.0 to 1.3) to the text form that the layout reads, as read_docx() does for DOCX. Tracked deletions,
/// comments and hidden text are left out; running heads are named in a finding.
/// Throws Error(damaged, needs_password, unsupported, no_text, empty_input, limit_exceeded).
[[nodiscard]] SourceDocument read_odt(std::string_view bytes, std::string_view name, const model::Limits& limits);

}  // namespace kwalign::ingest
