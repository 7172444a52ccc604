#pragma once

#include "ingest/layout/line.hpp"
#include "ingest/page.hpp"
#include "model/limits.hpp"

namespace kwalign::ingest {

/// Pages to lines in reading order: columns, tables, running heads and page numbers by recurrence and position.
[[nodiscard]] LayoutDocument layout(const SourceDocument& document, const model::Limits& limits);

}  // namespace kwalign::ingest
