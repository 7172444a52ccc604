#pragma once

#include "model/limits.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// One sheet of a workbook as text.
struct SheetText {
    std::string csv;                  ///< RFC 4180, one line per row from row 1 on, rows without cells empty
    std::string sheet;                ///< its name
    std::vector<std::string> sheets;  ///< names of all, in the workbook's order
};

/// Reads one sheet of an XLSX workbook (ECMA-376-1, 18): the one called `sheet`, or the first that is not hidden. Cells are taken as
/// stored, without number formats: text, numbers in their shortest form, TRUE and FALSE, errors such as #N/A as empty cells; formulas count
/// by their stored results. Throws Error: not_found (no such sheet; the remedy names those there are), limit_exceeded, damaged,
/// needs_password, unsupported.
[[nodiscard]] SheetText read_xlsx(std::string_view bytes, std::string_view name, std::string_view sheet, const model::Limits& limits);

}  // namespace kwalign::ingest
