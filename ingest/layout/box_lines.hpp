#pragma once

#include "ingest/layout/line.hpp"
#include "ingest/page.hpp"

#include <vector>

namespace kwalign::ingest {

/// Lines of positioned pages in reading order, by recursive cuts along white space (XY-cut: Nagy, Seth and Viswanathan 1992): full-height
/// gaps part columns, gaps inside a band part the cells of a table row, list marks stay with their text. Running heads and page numbers
/// come as furniture before the body of their page.
[[nodiscard]] std::vector<Line> lines_of_boxes(const SourceDocument& document);

}  // namespace kwalign::ingest
