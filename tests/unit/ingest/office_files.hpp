#pragma once

/// Office documents made by hand, as small as they can be.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::tests {

/// A zip archive with stored entries.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries);

/// DOCX with this content of w:body, and further parts of the folder word/ ("styles.xml", "header1.xml") that the document refers to.
std::string docx_of(std::string_view body, const std::vector<std::pair<std::string, std::string>>& parts = {});

/// A paragraph of DOCX: its properties (may be empty) and its text.
std::string docx_paragraph(std::string_view properties, std::string_view text);

/// ODT with this content of office:text and of the automatic styles.
std::string odt_of(std::string_view text, std::string_view styles = {});

struct XlsxSheet {
    std::string name;
    std::string rows;  ///< content of sheetData
    std::string state = "visible";
};
/// XLSX with these sheets and shared strings.
std::string xlsx_of(const std::vector<XlsxSheet>& sheets, const std::vector<std::string>& shared = {});

/// A row of cells with text in them.
std::string xlsx_row(int number, const std::vector<std::string>& cells);

}  // namespace kwalign::tests
