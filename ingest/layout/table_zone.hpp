#pragma once

/// Stretches of rows that white space parts into cells side by side.

#include "ingest/layout/columns.hpp"
#include "ingest/layout/line_spacing.hpp"
#include "ingest/layout/rows.hpp"

#include <cstddef>
#include <vector>

namespace kwalign::ingest {

/// Rows first..last (half-open) leave every gutter free.
struct TableZone {
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<Gutter> gutters;  ///< from left to right
};

/// Tables in the rows of one column of text, from top to bottom. A gap in a row opens one where it is much wider than the gaps
/// between words and other rows keep to it, with text on its right that starts at the same place. Justified text, list
/// items and tabbed numbers are none.
[[nodiscard]] std::vector<TableZone> find_tables(const std::vector<Row>& rows, const LineSpacing& spacing);

}  // namespace kwalign::ingest
