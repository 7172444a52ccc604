#pragma once

/// Newspaper columns: running text side by side, read one column after the other.

#include "ingest/layout/line_spacing.hpp"
#include "ingest/layout/rows.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace kwalign::ingest {

/// White space between x0 and x1.
struct Gutter {
    double x0 = 0.0;
    double x1 = 0.0;
    [[nodiscard]] double width() const noexcept { return x1 - x0; }
    [[nodiscard]] double middle() const noexcept { return (x0 + x1) / 2.0; }
};

/// Rows first..last (half-open) stand in two columns.
struct ColumnZone {
    std::size_t first = 0;
    std::size_t last = 0;
    Gutter gutter;
};

/// The tallest stretch of rows with a gutter down its middle and text on both sides that looks like running text: lines fill their
/// column, and paragraphs of the two sides start independently of each other (in a table they start together).
[[nodiscard]] std::optional<ColumnZone> find_columns(const std::vector<Row>& rows, double page_height_pt, const LineSpacing& spacing);

/// The same for a gutter that other pages of the document have: white space there is enough, unless all paragraphs start together.
[[nodiscard]] std::optional<ColumnZone> find_known_columns(const std::vector<Row>& rows, const Gutter& gutter, const LineSpacing& spacing);

}  // namespace kwalign::ingest
