#pragma once

/// What a text file as a whole tells about its lines: whether they are wrapped, how wide, which signs serve as bullets.

#include "ingest/page.hpp"

#include <cstddef>
#include <string_view>

namespace kwalign::ingest {

struct TextShape {
    bool wrapped = false;            ///< lines end where the page ended, not where the paragraph does
    std::size_t width = 0;           ///< code points of a full line, where wrapped
    bool blank_starts_page = false;  ///< a single leading blank stands where a form feed was
    bool dot_bullets = false;        ///< ". Text": how OCR reads a bullet
    bool bracket_bullets = false;    ///< "] Text"
    bool glued_dashes = false;       ///< "-text"
    bool letter_bullets = false;     ///< "o Text"
};

[[nodiscard]] TextShape read_shape(const SourceDocument& document);

/// Ends with . ! ? : ; also before closing quotes and brackets.
[[nodiscard]] bool ends_clause(std::string_view text);

/// `text` breaks off inside a sentence that `next` can continue: no final punctuation, and the next begins in lower case.
[[nodiscard]] bool runs_on(std::string_view text, std::string_view next);

}  // namespace kwalign::ingest
