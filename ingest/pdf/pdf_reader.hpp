#pragma once

/// PDF to positioned words.

#include "ingest/page.hpp"
#include "model/limits.hpp"

#include <string_view>

namespace kwalign::ingest {

/// What becomes of a PDF without any text: an error, or pages without runs, each with a finding, for others to fill.
enum class Textless { refuse, accept };

/// Fills `pages` and `findings`. Runs are words in Poppler's order; boxes are relative to the page as displayed.
/// `password` is tried as user, then as owner password. Poppler's own complaints become findings ("pdf-damage"), at most a few.
/// Pages that cannot be opened ("page-unreadable") or have no text ("page-without-text") become findings as long as one has text.
/// A damaged file is read as far as its objects can still be found; the finding "pdf-salvaged" says so.
/// Poppler's error hook is process-wide; it is installed once and sorts messages by thread, so threads may read at the same time.
/// Throws Error(damaged, needs_password, limit_exceeded), and Error(no_text) unless `textless` accepts that.
[[nodiscard]] SourceDocument read_pdf(std::string_view bytes, std::string_view name, std::string_view password, const model::Limits& limits,
                                      Textless textless = Textless::refuse);

}  // namespace kwalign::ingest
