#pragma once

#include "ingest/layout/line.hpp"
#include "ingest/page.hpp"

namespace kwalign::ingest {

/// Lines of pages whose runs have boxes: columns, tables and furniture by geometry alone.
[[nodiscard]] LayoutDocument layout_pages(const SourceDocument& document);

}  // namespace kwalign::ingest
