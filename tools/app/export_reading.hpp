#pragma once

/// JSON files of a batch: standards that kwalign wrote, or a CASE package.

#include "tools/app/file_reading.hpp"

#include <string>
#include <string_view>

namespace kwalign::tools {

/// All standards of a file in kwalign's JSON (one, an array, or JSON Lines) or a CASE package; what it holds beside them, or could not
/// be taken over, is said in the message. Throws what model::import_from throws, and Error(unsupported) for JSON of any other kind and
/// for files that hold no standard.
[[nodiscard]] FileReading read_export(std::string_view name, std::string_view bytes, const std::string& framework);

/// Through a pipe and back. The reading must have a standard.
[[nodiscard]] std::string export_to_bytes(const FileReading& reading);
/// Throws Error(internal) for other bytes.
[[nodiscard]] FileReading export_from_bytes(std::string_view bytes);

}  // namespace kwalign::tools
