#pragma once

/// Pictures to words. The only file pair that sees Tesseract.

#include "ingest/ocr/picture.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// A word as recognised; places in pixels of the picture from its top left.
struct RecognisedWord {
    std::string text;  ///< UTF-8
    double x0 = 0.0;
    double y0 = 0.0;
    double x1 = 0.0;
    double y1 = 0.0;
    double confidence = 0.0;  ///< 0..100, as Tesseract says
    int line = 0;             ///< words of one printed line have the same number
    double baseline = 0.0;    ///< y under the word on which its letters stand
    double x_height = 0.0;    ///< of the line's small letters; 0 unknown
};

struct RecognisedPage {
    std::vector<RecognisedWord> words;  ///< in Tesseract's order
    bool complete = true;               ///< false where time ran out
};

/// How Tesseract looks for text on a page.
enum class PageLook {
    whole,  ///< columns, tables, paragraphs
    block   ///< printed lines from edge to edge: keeps list numbers that "whole" takes for a column of pictures
};

/// Languages (BCP 47 tags of those it knows by name: "et", "nl", "en") for which Tesseract's data is installed, sorted.
[[nodiscard]] std::vector<std::string> installed_recognition_languages();

/// Holds the loaded data of some languages. Not for several threads at once; several objects are. It runs on the calling thread
/// alone, whatever OMP_THREAD_LIMIT says: documents are what goes in parallel.
class TextRecogniser {
public:
    /// For text in any of `languages`, the most frequent first. Nothing where the data of one is missing or does not load.
    [[nodiscard]] static std::optional<TextRecogniser> open(const std::vector<std::string>& languages);
    ~TextRecogniser();
    TextRecogniser(TextRecogniser&&) noexcept;
    TextRecogniser& operator=(TextRecogniser&&) noexcept;

    /// The words of a picture that stands upright, within `milliseconds` (at least 1).
    [[nodiscard]] RecognisedPage recognise(const Picture& picture, PageLook look, int milliseconds);

private:
    struct Impl;
    explicit TextRecogniser(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::ingest
