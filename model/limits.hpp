#pragma once

#include <cstddef>

namespace kwalign::model {

/// Budgets against hostile input. Every input-driven loop stops at one of them and throws Error(limit_exceeded) or
/// records a finding, as its header says. The defaults hold for the largest honest documents with a wide margin.
struct Limits {
    std::size_t max_file_bytes = std::size_t{256} << 20;  ///< bytes of one input file
    std::size_t max_pages = 5'000;                        ///< pages of one document
    std::size_t max_runs_per_page = 200'000;              ///< positioned words on one page
    std::size_t max_text_bytes = std::size_t{64} << 20;   ///< decoded text of one document
    std::size_t max_line_bytes = std::size_t{1} << 20;    ///< one line of a text file
    std::size_t max_units = 20'000;                       ///< units of one document
    std::size_t max_statements = 200'000;                 ///< statements of one document
    std::size_t max_depth = 32;                           ///< nesting of units and of imported structures
    std::size_t max_findings = 1'000;                     ///< findings kept for one document
};

}  // namespace kwalign::model
