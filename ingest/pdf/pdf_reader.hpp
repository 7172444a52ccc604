#pragma once

/// PDF to positioned words; the only room that sees Poppler.

#include "ingest/page.hpp"
#include "model/limits.hpp"

#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// Pages of a PDF as displayed (rotation undone), words in Poppler's reading order. Poppler's complaints become findings ("pdf-syntax", at
/// most one per message); pages without words give the finding "page-without-text".
/// Throws Error(needs_password, damaged, no_text, limit_exceeded). Poppler's error hook is process-wide, so reading is serialised only while
/// documents are opened; the call is thread-safe.
[[nodiscard]] std::vector<Page> read_pdf(std::string_view bytes, std::string_view name, std::string_view password, const model::Limits& limits,
                                         std::vector<model::Finding>& findings);

}  // namespace kwalign::ingest
