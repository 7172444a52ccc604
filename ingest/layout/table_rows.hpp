#pragma once

/// The rows of a table whose columns are known.

#include "ingest/layout/line_spacing.hpp"
#include "ingest/layout/rows.hpp"
#include "ingest/layout/table_zone.hpp"

#include <optional>
#include <vector>

namespace kwalign::ingest {

/// Lines of one cell from top to bottom.
struct TableCell {
    std::vector<Row> lines;
};

/// Cells by row and column; every row has a cell per column, possibly without lines.
struct TableGrid {
    std::vector<std::vector<TableCell>> rows;
    std::vector<std::optional<model::Box>> extents;  ///< of each column's text; none for a column without
};

/// Rows end where white space runs through all columns and at least one column shows a paragraph gap there. A label in the first
/// column may run past such ends: it belongs to the row it starts in, and rows below it have no label.
[[nodiscard]] TableGrid read_table(const std::vector<Row>& rows, const TableZone& zone, const LineSpacing& spacing);

}  // namespace kwalign::ingest
