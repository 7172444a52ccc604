#pragma once

#include "ingest/page.hpp"
#include "ingest/pdf/pdf_reader.hpp"
#include "model/limits.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace kwalign::ingest {

/// The whole file. Throws Error(not_found, unreadable, empty_input, limit_exceeded).
[[nodiscard]] std::string read_file(const std::filesystem::path& file, const model::Limits& limits);

/// Media type by content, not by name: "application/pdf", "text/csv", "text/tab-separated-values", "text/html", "text/markdown",
/// "text/plain", "application/json", "application/xml", "application/rtf", "application/x-ole-storage", "image/...", "application/octet-stream",
/// those of DOCX, XLSX and OpenDocument files (see office/office_package.hpp) and "application/zip" for other archives. `name` only breaks
/// ties between text forms.
[[nodiscard]] std::string sniff_media_type(std::string_view bytes, std::string_view name);

/// Pages of a PDF, HTML, DOCX, ODT or text document, or of the first sheet of an XLSX workbook as CSV. Throws Error(damaged, needs_password, unsupported, no_text, empty_input, limit_exceeded).
/// With Textless::accept a PDF without text gives pages without runs.
[[nodiscard]] SourceDocument read_source(std::string_view bytes, std::string_view name, std::string_view password,
                                         const model::Limits& limits, Textless textless = Textless::refuse);

}  // namespace kwalign::ingest
