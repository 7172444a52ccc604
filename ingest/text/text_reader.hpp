#pragma once

#include "ingest/page.hpp"
#include "model/limits.hpp"

#include <string_view>

namespace kwalign::ingest {

/// Text files to pages: one run per line (empty lines too, their text empty), a form feed ends a page. Line ends are CR, LF or
/// both. Fills `pages`, `encoding` and `findings` only.
/// Throws Error(empty_input, limit_exceeded).
[[nodiscard]] SourceDocument read_text(std::string_view bytes, std::string_view name, const model::Limits& limits);

/// The same for text that is UTF-8 already. `document` receives the pages.
void split_pages(std::string_view text, std::string_view name, const model::Limits& limits, SourceDocument& document);

}  // namespace kwalign::ingest
