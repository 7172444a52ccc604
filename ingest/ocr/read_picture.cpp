#include "ingest/ocr/read_picture.hpp"

#include "ingest/ocr/straighten.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace kwalign::ingest {

namespace {

constexpr double least_ink = 0.0004;        // share of the page; dust and shadows stay below
constexpr double sure_confidence = 0.75;    // of a page that surely stands upright
constexpr std::size_t enough_letters = 20;  // to judge by
constexpr double block_worth = 1.1;         // of the other look's: then that one lost whole paragraphs
constexpr double added_confidence = 60.0;   // of a word that only one look saw
constexpr double clearly_surer = 8.0;       // of a word over the other look's
constexpr double line_reach = 0.3;          // of the small letters' height, below the baseline
constexpr double same_place = 0.3;
constexpr int other_lines = 100'000;  // keeps the lines of the two looks apart

bool is_sure(const PictureReading& reading) { return reading.text.letters >= enough_letters && reading.text.confidence >= sure_confidence; }

double worth(const RecognisedPage& page) {
    double sum = 0.0;
    for (const RecognisedWord& word : page.words) sum += word.confidence * static_cast<double>(word.text.size());
    return sum;
}

/// The share of the smaller box that both cover.
double overlap(const RecognisedWord& a, const RecognisedWord& b) {
    const double width = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
    const double height = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
    const double smaller = std::min((a.x1 - a.x0) * (a.y1 - a.y0), (b.x1 - b.x0) * (b.y1 - b.y0));
    return width > 0.0 && height > 0.0 && smaller > 0.0 ? width * height / smaller : 0.0;
}

/// Puts a word of the other look into the printed line beside it, or into one of its own.
void put(RecognisedWord word, std::vector<RecognisedWord>& words) {
    const auto distance = [&](const RecognisedWord& base) { return std::max(base.x0 - word.x1, word.x0 - base.x1); };
    const RecognisedWord* home = nullptr;
    for (const RecognisedWord& base : words) {
        const double middle = (word.y0 + word.y1) / 2.0;
        if (base.x_height <= 0.0 || middle > base.baseline + line_reach * base.x_height || middle < base.baseline - 2.0 * base.x_height)
            continue;
        if (home == nullptr || distance(base) < distance(*home)) home = &base;
    }
    if (home == nullptr) {
        word.line += other_lines;
        words.push_back(std::move(word));
        return;
    }
    word.line = home->line;
    word.baseline = home->baseline;
    word.x_height = home->x_height;
    auto at = std::find_if(words.begin(), words.end(), [&](const RecognisedWord& base) { return base.line == word.line; });
    while (at != words.end() && at->line == word.line && at->x0 < word.x0) ++at;
    words.insert(at, std::move(word));
}

/// Two looks at one page. The look at blocks mixes cells whose lines lie at different heights, so the other one is kept, with what only
/// the block look saw (numbers of lists), and with its words where it is clearly surer.
RecognisedPage both(const RecognisedPage& whole, const RecognisedPage& block) {
    const bool by_block = worth(block) > block_worth * worth(whole);
    RecognisedPage result = by_block ? block : whole;
    const RecognisedPage& other = by_block ? whole : block;
    result.complete = whole.complete && block.complete;
    std::vector<RecognisedWord> added;
    for (const RecognisedWord& word : other.words) {
        if (word.confidence < added_confidence || word.text.find_first_not_of(' ') == std::string::npos) continue;
        const auto is_hit = [&](const RecognisedWord& base) { return overlap(word, base) > same_place; };
        const auto is_taken = [&](const RecognisedWord& base) { return is_hit(base) && base.confidence + clearly_surer > word.confidence; };
        if (std::any_of(result.words.begin(), result.words.end(), is_taken)) continue;
        std::erase_if(result.words, is_hit);
        added.push_back(word);
    }
    for (const RecognisedWord& word : added) put(word, result.words);
    return result;
}

PictureReading read_upright(const Picture& upright, int quarters, TextRecogniser& recogniser, int milliseconds) {
    PictureReading reading;
    reading.quarters = quarters;
    reading.degrees = skew_of(upright);
    const Picture level = turned(upright, reading.degrees);
    // Frames tell the first look where cells end; for the second they are only in the way.
    const RecognisedPage whole = recogniser.recognise(level, PageLook::whole, milliseconds);
    reading.text = to_runs(whole, level);
    if (!is_sure(reading)) return reading;
    reading.text = to_runs(both(whole, recogniser.recognise(cleaned(level), PageLook::block, milliseconds)), level);
    return reading;
}

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
