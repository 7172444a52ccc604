#pragma once

/// Unicode text: the only room that sees ICU. All strings are UTF-8; malformed bytes become U+FFFD. Thread-safe.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// Normalization Form C (UAX #15).
[[nodiscard]] std::string to_nfc(std::string_view text);
/// Full case folding after NFKC (UAX #15, Unicode 5.18): for comparing, not for showing.
[[nodiscard]] std::string fold_case(std::string_view text);
/// Lower case by the root locale.
[[nodiscard]] std::string to_lower(std::string_view text);
/// Latin letters without their diacritics ("õ" -> "o"); other characters unchanged.
[[nodiscard]] std::string strip_marks(std::string_view text);
/// Runs of white space (including U+00A0, line ends) become one space; ends trimmed.
[[nodiscard]] std::string collapse_spaces(std::string_view text);
/// Code points in UTF-8 text.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;
/// True if every byte sequence is well-formed UTF-8.
[[nodiscard]] bool is_valid_utf8(std::string_view text) noexcept;

/// Decodes bytes in the named encoding (ICU converter names: "windows-1257", "ISO-8859-15", "UTF-16LE") to UTF-8.
/// Throws Error(unsupported) for an unknown name.
[[nodiscard]] std::string decode(std::string_view bytes, std::string_view encoding);

/// A word of running text, by UAX #29 word boundaries.
struct Word {
    std::size_t first = 0;  ///< byte offsets into the text, half-open
    std::size_t last = 0;
    bool number = false;  ///< digits only
};
/// The words (letters or digits) of `text` in order; punctuation and spaces are skipped. "e-CF" and "24/7" give two words each;
/// apostrophes inside words stay inside.
[[nodiscard]] std::vector<Word> words(std::string_view text);
/// Byte offsets at which sentences start, by UAX #29 with the given language's rules.
[[nodiscard]] std::vector<std::size_t> sentence_starts(std::string_view text, std::string_view lang);

/// A sort key for the given BCP 47 language (UCA with CLDR tailoring): compare keys as bytes.
[[nodiscard]] std::string collation_key(std::string_view text, std::string_view lang);

}  // namespace kwalign::model
