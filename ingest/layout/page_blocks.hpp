#pragma once

/// What stands on the pages, in reading order: single lines and tables, column by column.

#include "ingest/layout/line_spacing.hpp"
#include "ingest/layout/page_furniture.hpp"
#include "ingest/layout/rows.hpp"
#include "ingest/layout/table_rows.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kwalign::ingest {

/// A printed line outside tables with the edges of the column it stands in.
struct PlacedLine {
    Row row;
    double left = 0.0;
    double right = 0.0;
};

/// One cell's line, which may come from a later page than the row it belongs to.
struct PlacedCellLine {
    PlacedLine line;
    std::size_t page = 0;
    bool after_page_break = false;
};

struct PlacedCell {
    std::vector<PlacedCellLine> lines;
};

/// A line or a table or a piece of furniture.
struct Block {
    enum class Kind { line, table, furniture };
    Kind kind = Kind::line;
    std::size_t page = 0;        ///< index into the pages
    bool starts_column = false;  ///< first of its page or column
    PlacedLine line;             ///< for lines and furniture
    std::string furniture_kind;
    std::vector<std::vector<PlacedCell>> rows;  ///< for tables
    std::vector<std::optional<double>> lefts;   ///< left edges of the table's columns, none for columns without text
    int table = -1;                             ///< set by number_tables
    int first_row = 0;                          ///< set by number_tables
};

/// Blocks of all pages.
[[nodiscard]] std::vector<Block> find_blocks(const std::vector<Page>& pages, const LineSpacing& spacing);

/// Numbers the tables. One that begins a page or column with the columns of the table that ended the one before goes on with
/// it: it keeps its number, and a row broken in mid-sentence is put together cell by cell, so that a label broken with it does not
/// stand inside the text.
void number_tables(std::vector<Block>& blocks);

}  // namespace kwalign::ingest
