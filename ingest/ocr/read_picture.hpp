#pragma once

/// One page's picture to text: turned upright, straightened, recognised.

#include "ingest/ocr/page_text.hpp"
#include "ingest/ocr/picture.hpp"
#include "ingest/ocr/text_recogniser.hpp"

namespace kwalign::ingest {

struct PictureReading {
    PictureText text;
    int quarters = 0;      ///< right angles (0..3) by which the page was turned clockwise to stand upright
    double degrees = 0.0;  ///< by which it was turned further, clockwise, to lie level
};

/// Reads a page. Where what comes out is doubtful or next to nothing though there is ink, the other three ways up are tried and
/// the best is kept. `milliseconds` bounds each try. A page without ink gives no runs.
[[nodiscard]] PictureReading read_picture(const Picture& picture, TextRecogniser& recogniser, int milliseconds);

}  // namespace kwalign::ingest
