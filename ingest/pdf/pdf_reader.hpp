#pragma once

/// PDF to positioned words; the only file pair that sees Poppler.

#include "ingest/page.hpp"
#include "model/limits.hpp"

#include <string_view>

namespace kwalign::ingest {

/// Fills `pages` and `findings`. Runs are words in Poppler's order; boxes are relative to the page as displayed.
/// `password` is tried as user, then as owner password. Poppler's own complaints become findings ("pdf-damage"), at most a few.
/// Pages that cannot be opened ("page-unreadable") or have no text ("page-without-text") become findings as long as one has text.
/// Poppler's error hook is process-wide; it is installed once and sorts messages by thread, so threads may read at the same time.
/// Throws Error(damaged, needs_password, no_text, limit_exceeded).
[[nodiscard]] SourceDocument read_pdf(std::string_view bytes, std::string_view name, std::string_view password, const model::Limits& limits);

}  // namespace kwalign::ingest
