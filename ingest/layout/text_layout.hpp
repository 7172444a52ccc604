#pragma once

#include "ingest/layout/line.hpp"
#include "ingest/page.hpp"

namespace kwalign::ingest {

/// Lines of a text source: one per printed line, or one per paragraph, list item and cell paragraph where the text is marked up.
/// Tabs and pipes make tables. Furniture is marked by a later step.
[[nodiscard]] LayoutDocument layout_text(const SourceDocument& document);

}  // namespace kwalign::ingest
