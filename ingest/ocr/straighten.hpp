#pragma once

/// Turning pictures of pages. The only file pair that sees Leptonica.

#include "ingest/ocr/picture.hpp"

namespace kwalign::ingest {

/// By how many degrees (-7..7) the lines of text must be turned clockwise to lie level; 0 where the picture does not tell.
/// By the differential square sum of rows at trial angles (Bloomberg, Kopec and Dasari 1995), as Leptonica has it.
[[nodiscard]] double skew_of(const Picture& picture);

/// The picture turned clockwise about its middle, of the same size, white where nothing was.
[[nodiscard]] Picture turned(const Picture& picture, double degrees);

/// The picture turned clockwise by right angles (0..3).
[[nodiscard]] Picture quarter_turned(const Picture& picture, int quarters);

/// The share (0..1) of pixels that are ink; below about 0.0005 a page is empty.
[[nodiscard]] double ink_share(const Picture& picture);

/// The picture with white paper and without the long level and upright lines that frame tables: both mislead recognition. Text is
/// left as it is, even where it touches a line.
[[nodiscard]] Picture cleaned(const Picture& picture);

}  // namespace kwalign::ingest
