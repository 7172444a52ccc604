#pragma once

/// Recognised words put into the page model, as if the page had a text layer.

#include "ingest/ocr/picture.hpp"
#include "ingest/ocr/text_recogniser.hpp"
#include "ingest/page.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kwalign::ingest {

/// A page that was read from its picture.
struct PictureText {
    std::vector<TextRun> runs;  ///< boxes in points of the upright, straightened page
    double width_pt = 0.0;
    double height_pt = 0.0;
    double confidence = 0.0;            ///< 0..1, mean over letters
    std::size_t letters = 0;            ///< letters and digits
    std::vector<std::string> doubtful;  ///< words recognised with less than `doubtful_confidence`, in order
    bool complete = true;               ///< false where time ran out
};
inline constexpr double doubtful_confidence = 0.6;

/// Words to runs: sizes from the lines' small letters, evened out over the page; boxes as tall as the font; signs that lines of
/// table frames were taken for are dropped; a sign that opens several lines is a bullet ("•").
[[nodiscard]] PictureText to_runs(const RecognisedPage& page, const Picture& picture);

}  // namespace kwalign::ingest
