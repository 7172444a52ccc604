#pragma once

/// The words of one positioned page with their place in the page's text. Private to ingest/layout.

#include "ingest/page.hpp"
#include "model/source_span.hpp"

#include <cstddef>
#include <vector>

namespace kwalign::ingest {

struct PageWord {
    const TextRun* run = nullptr;  ///< owned by the page
    std::size_t first_char = 0;    ///< code points into the page text
    std::size_t last_char = 0;

    [[nodiscard]] const model::Box& box() const noexcept { return run->box; }
    [[nodiscard]] double height() const noexcept { return run->box.height(); }
};

/// Words in source order; those without visible text are left out.
[[nodiscard]] std::vector<PageWord> words_of(const Page& page);

/// A printed line: words of one baseline, left to right.
struct WordLine {
    std::vector<PageWord> words;
    model::Box box;
};

/// Clusters words by baseline: top to bottom, each left to right. Superscripts and small size changes stay with their line.
[[nodiscard]] std::vector<WordLine> cluster_lines(std::vector<PageWord> words);

/// Text of a line with spaces where the page has them.
[[nodiscard]] std::string text_of(const WordLine& line);

/// Median of values, 0 for none.
[[nodiscard]] double median(std::vector<double> values);

}  // namespace kwalign::ingest
