#pragma once

/// Tables in plain text whose columns are set apart by blanks, as "pdftotext -layout" and typewriters make them. A table is found
/// where a gutter of blanks runs down several lines at one place.

#include <cstddef>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// What one source line adds to a cell, by bytes of that line.
struct ColumnPiece {
    std::size_t line = 0;  ///< index into the page's lines
    std::size_t first = 0;
    std::size_t last = 0;
    bool after_blank = false;  ///< a blank line stands before it in the cell
};

using ColumnCell = std::vector<ColumnPiece>;
using ColumnRow = std::vector<ColumnCell>;

/// Lines [first, last) of a page are a table.
struct ColumnTable {
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<ColumnRow> rows;
};

/// The tables of a page, top down. Lines with tabs or bars are never part of one. Linear in the number of characters for each table.
[[nodiscard]] std::vector<ColumnTable> find_column_tables(const std::vector<std::string_view>& lines);

}  // namespace kwalign::ingest
