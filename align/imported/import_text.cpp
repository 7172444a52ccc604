#include "align/imported/import_text.hpp"

#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>

namespace kwalign::align {

std::string read_import(const std::filesystem::path& file) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) throw model::Error(model::ErrorCode::not_found, file.string(), "there is no such file");
    if (!std::filesystem::is_regular_file(status)) throw model::Error(model::ErrorCode::unreadable, file.string(), "is not a file");
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error) throw model::Error(model::ErrorCode::unreadable, file.string(), "cannot be read: " + error.message());
    if (size > max_import_bytes) throw model::Error(model::ErrorCode::limit_exceeded, file.string(), "is larger than 512 MiB");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::ifstream in(file, std::ios::binary);
    if (!in || (size > 0 && !in.read(bytes.data(), static_cast<std::streamsize>(size))))
        throw model::Error(model::ErrorCode::unreadable, file.string(), "cannot be read");
    return bytes;
}

std::string_view checked_text(std::string_view bytes, const std::string& place) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
        throw model::Error(model::ErrorCode::empty_input, place, "there is nothing in the file");
    if (bytes.find('\0') != std::string_view::npos)
        throw model::Error(model::ErrorCode::bad_data, place, "the file is no UTF-8 text; it looks like UTF-16", "save it as UTF-8");
    if (model::is_valid_utf8(bytes)) return bytes;
    std::size_t line = 1;
    for (std::size_t first = 0; first < bytes.size(); ++line) {
        const std::size_t last = std::min(bytes.find('\n', first), bytes.size());
        if (!model::is_valid_utf8(bytes.substr(first, last - first))) break;
        first = last + 1;
    }
    throw model::Error(model::ErrorCode::bad_data, at_line(place, line), "this is not UTF-8", "save the file as UTF-8");
}

std::string at_line(const std::string& place, std::size_t line) { return place + ":" + std::to_string(line); }

std::string primary_language(std::string_view tag) {
    std::string out;
    for (const char c : tag.substr(0, tag.find_first_of("-_"))) {
        const char lower = static_cast<char>(c | 0x20);
        if (lower < 'a' || lower > 'z') return {};
        out += lower;
    }
    return out.size() == 2 || out.size() == 3 ? out : std::string{};
}

}  // namespace kwalign::align
