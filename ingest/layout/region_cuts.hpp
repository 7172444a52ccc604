#pragma once

/// Where white space parts a region of words. Private to ingest/layout.

#include "ingest/layout/page_words.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace kwalign::ingest {

/// White space from top to bottom of a region: no word touches x0..x1.
struct VerticalCut {
    double x0 = 0.0;
    double x1 = 0.0;
    [[nodiscard]] double middle() const noexcept { return (x0 + x1) / 2.0; }
};

/// The leftmost gap of the region wide enough to part cells or columns; gaps behind list marks do not count.
[[nodiscard]] std::optional<VerticalCut> find_vertical_cut(const std::vector<PageWord>& words);

/// True if both sides are running text side by side: tall, and with lines that fill their width.
[[nodiscard]] bool is_column_cut(const std::vector<PageWord>& words, const VerticalCut& cut, double page_height);

/// The y at which the largest gap between lines parts the region, if it is larger than the usual leading.
[[nodiscard]] std::optional<double> find_horizontal_cut(const std::vector<PageWord>& words, double leading);

/// Usual distance between the boxes of consecutive lines, in points; may be negative.
[[nodiscard]] double typical_gap(const std::vector<PageWord>& words);

[[nodiscard]] std::pair<std::vector<PageWord>, std::vector<PageWord>> parted(std::vector<PageWord> words, const VerticalCut& cut);
[[nodiscard]] std::pair<std::vector<PageWord>, std::vector<PageWord>> parted_at(std::vector<PageWord> words, double y);

}  // namespace kwalign::ingest
