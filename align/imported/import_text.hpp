#pragma once

/// Bytes of an import to text. Private to align/imported.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace kwalign::align {

constexpr std::size_t max_import_bytes = std::size_t{512} << 20;

/// The bytes of a regular file. Throws model::Error: not_found, unreadable, limit_exceeded beyond max_import_bytes.
[[nodiscard]] std::string read_import(const std::filesystem::path& file);
/// `bytes` without a byte order mark. Throws model::Error: empty_input, bad_data naming the line that is not UTF-8.
[[nodiscard]] std::string_view checked_text(std::string_view bytes, const std::string& place);
/// "place:line".
[[nodiscard]] std::string at_line(const std::string& place, std::size_t line);
/// "en-GB", "EN_us" -> "en"; empty where `tag` does not begin as a language tag does.
[[nodiscard]] std::string primary_language(std::string_view tag);

}  // namespace kwalign::align
