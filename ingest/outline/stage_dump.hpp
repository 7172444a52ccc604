#pragma once

/// Line-oriented text of blocks; pages and lines are dumped by the layout itself.

#include "ingest/layout/dump.hpp"
#include "ingest/layout/line.hpp"

#include <string>

namespace kwalign::ingest {

/// Paragraphs, tables and furniture: lines that surely belong together under one head.
[[nodiscard]] std::string dump_blocks(const LayoutDocument& document);

}  // namespace kwalign::ingest
