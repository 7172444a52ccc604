#pragma once

/// What the break between two printed lines is worth.

#include "ingest/layout/line.hpp"
#include "ingest/layout/line_spacing.hpp"
#include "ingest/layout/page_blocks.hpp"

namespace kwalign::ingest {

/// The break before `below`, the next line of the same column or cell: distance, bullets, type face, indents, and whether the first
/// word of `below` would have fitted behind `above`.
[[nodiscard]] Break break_between(const PlacedLine& above, const PlacedLine& below, const LineSpacing& spacing);

/// The break before the first line of a page or column. `above` is the last body line before it.
[[nodiscard]] Break break_at_page(const PlacedLine& above, const PlacedLine& below);

}  // namespace kwalign::ingest
