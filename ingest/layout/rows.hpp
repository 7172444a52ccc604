#pragma once

/// Words of a page and the printed rows they stand in.

#include "ingest/page.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kwalign::ingest {

/// A run with its place among the page's runs. The page outlives it.
struct Word {
    const TextRun* run = nullptr;
    std::size_t index = 0;

    [[nodiscard]] const model::Box& box() const noexcept { return run->box; }
    [[nodiscard]] double middle() const noexcept { return (run->box.y0 + run->box.y1) / 2.0; }
    /// Font size in points; from the box where the reader does not know it.
    [[nodiscard]] double size() const noexcept { return run->font_size_pt > 0.0 ? run->font_size_pt : run->box.height() * 0.8; }
};

/// Words of about the same height, from left to right.
struct Row {
    std::vector<Word> words;
    model::Box box;

    [[nodiscard]] double middle() const noexcept { return (box.y0 + box.y1) / 2.0; }
    /// The word that takes most room: it stands for the row's font and place.
    [[nodiscard]] const Word& main_word() const;
};

/// Rows from top to bottom. Words belong together whose middles differ by less than two fifths of the font size, so raised
/// and lowered signs stay with their row while lines of neighbouring columns with another line grid do not.
[[nodiscard]] std::vector<Row> to_rows(std::vector<Word> words);

/// The words as printed, blanks where the page shows a gap or the reader says so.
[[nodiscard]] std::string row_text(const std::vector<Word>& words);

/// A word that only opens a list item: a bullet sign, "3.", "a)", "(2)".
[[nodiscard]] bool is_item_lead(const Word& word);

/// Text set sideways.
[[nodiscard]] bool is_upright(const TextRun& run);

}  // namespace kwalign::ingest
