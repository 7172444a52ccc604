#pragma once

/// Which encoding a text file is in, and its text in UTF-8.

#include "model/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// "UTF-8", "UTF-16LE", "UTF-16BE" by byte order mark or pattern; else "windows-1257", "windows-1252" or "ISO-8859-15":
/// the one in which the bytes above 0x7F make the most letters of Estonian, Dutch and English and the fewest others.
[[nodiscard]] std::string detect_encoding(std::string_view bytes);

/// True if the bytes are UTF-8 except for a few damaged places (at most one in ten sequences beyond ASCII).
[[nodiscard]] bool is_mostly_utf8(std::string_view bytes) noexcept;

/// UTF-8 without byte order mark; what cannot be decoded becomes U+FFFD.
[[nodiscard]] std::string decode_text(std::string_view bytes, std::string_view encoding);

/// A text file as text, and what was odd about its bytes.
struct DecodedText {
    std::string text;  ///< well-formed UTF-8, without byte order mark
    std::string encoding;
    std::vector<model::Finding> findings;  ///< invalid-utf8, encoding-guessed, mojibake-repaired, mojibake
};
/// Detects, decodes and mends (see mojibake.hpp).
[[nodiscard]] DecodedText read_encoded(std::string_view bytes);

}  // namespace kwalign::ingest
