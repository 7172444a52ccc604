#pragma once

#include <string>
#include <string_view>

namespace kwalign::ingest {

/// Decoded text and the encoding it was in.
struct DecodedText {
    std::string text;      ///< UTF-8, line ends "\n", no byte-order mark
    std::string encoding;  ///< "UTF-8", "UTF-16LE", "windows-1257", ...
};

/// Byte-order marks first, then well-formed UTF-8, then UTF-16 by its zero bytes, then the 8-bit encoding (windows-1257, windows-1252,
/// ISO-8859-15) whose reading has the most letters of Estonian and Dutch and the fewest odd signs.
[[nodiscard]] DecodedText decode_text(std::string_view bytes);

}  // namespace kwalign::ingest
