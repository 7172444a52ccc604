#include "model/exchange/import_text.hpp"

#include "model/error.hpp"
#include "model/limits.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>

namespace kwalign::model {

namespace {

bool starts_with_bytes(std::string_view bytes, unsigned char first, unsigned char second) noexcept {
    return bytes.size() >= 2 && static_cast<unsigned char>(bytes[0]) == first && static_cast<unsigned char>(bytes[1]) == second;
}

/// The number of the first line that is not UTF-8.
std::size_t bad_line(std::string_view text) {
    std::size_t line = 1;
    for (std::size_t start = 0; start < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        if (!is_valid_utf8(text.substr(start, end - start))) return line;
        start = end + 1;
    }
    return line;
}

}  // namespace

std::string_view import_text(std::string_view bytes, std::string_view place) {
    if (bytes.size() > Limits{}.max_file_bytes)
        throw Error(ErrorCode::limit_exceeded, std::string(place), "the file is larger than 256 MiB");
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0'; };
    if (std::all_of(bytes.begin(), bytes.end(), blank))
        throw Error(ErrorCode::empty_input, std::string(place), "there is nothing in the file");
    if (starts_with_bytes(bytes, 0xff, 0xfe) || starts_with_bytes(bytes, 0xfe, 0xff) || bytes.find('\0') != std::string_view::npos)
        throw Error(ErrorCode::bad_data, std::string(place), "the file is not UTF-8; it looks like UTF-16 or is no text",
                    "save it as UTF-8");
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    if (!is_valid_utf8(bytes))
        throw Error(ErrorCode::bad_data, line_place(place, bad_line(bytes)), "this is not UTF-8", "save the file as UTF-8");
    return bytes;
}

std::string line_place(std::string_view place, std::size_t line) { return std::string(place) + ":" + std::to_string(line); }

}  // namespace kwalign::model
