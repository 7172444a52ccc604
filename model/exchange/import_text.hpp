#pragma once

#include <string>
#include <string_view>

namespace kwalign::model {

/// The text of an import without its byte order mark. Throws Error: limit_exceeded above Limits::max_file_bytes, empty_input for nothing
/// but white space and zeros, bad_data with the line for what is not UTF-8.
[[nodiscard]] std::string_view import_text(std::string_view bytes, std::string_view place);

/// "place:12", the way all imports name a line.
[[nodiscard]] std::string line_place(std::string_view place, std::size_t line);

}  // namespace kwalign::model
