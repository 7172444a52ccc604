#include "ingest/ocr/read_picture.hpp"

#include "ingest/ocr/straighten.hpp"

namespace kwalign::ingest {

namespace {

constexpr double least_ink = 0.0004;        // share of the page; dust and shadows stay below
constexpr double sure_confidence = 0.75;    // of a page that surely stands upright
constexpr std::size_t enough_letters = 20;  // to judge by

PictureReading read_upright(const Picture& upright, int quarters, TextRecogniser& recogniser, int milliseconds) {
    PictureReading reading;
    reading.quarters = quarters;
    reading.degrees = skew_of(upright);
    const Picture level = turned(upright, reading.degrees);
    reading.text = to_runs(recogniser.recognise(level, PageLook::whole, milliseconds), level);
    return reading;
}

bool is_sure(const PictureReading& reading) { return reading.text.letters >= enough_letters && reading.text.confidence >= sure_confidence; }

/// What a wrong way up gives is little text of little confidence.
double worth(const PictureReading& reading) {
    return reading.text.confidence * reading.text.confidence * static_cast<double>(reading.text.letters);
}

}  // namespace

PictureReading read_picture(const Picture& picture, TextRecogniser& recogniser, int milliseconds) {
    if (picture.empty() || ink_share(picture) < least_ink) return {};
    PictureReading best = read_upright(picture, 0, recogniser, milliseconds);
    for (const int quarters : {1, 3, 2}) {
        if (is_sure(best)) break;
        PictureReading other = read_upright(quarter_turned(picture, quarters), quarters, recogniser, milliseconds);
        if (worth(other) > worth(best)) best = std::move(other);
    }
    return best;
}

}  // namespace kwalign::ingest
