#pragma once

/// The formats behind read_parallel. Private to align/translation. All take bytes in memory and give raw pairs, uncleaned, in file order.

#include "align/translation/parallel_reader.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// Throws model::Error(damaged) naming `place`.
[[nodiscard]] std::vector<ParallelSegment> read_mo(std::string_view bytes, const std::string& place);
[[nodiscard]] std::vector<ParallelSegment> read_po(std::string_view text);
[[nodiscard]] std::vector<ParallelSegment> read_two_columns(std::string_view text);
[[nodiscard]] std::vector<ParallelSegment> read_tmx(std::string_view text, std::string_view lang);

/// The paragraphs of two copies of one HTML page, paired by id; the n-th paragraph with an id goes with the n-th of the other side.
[[nodiscard]] std::vector<ParallelSegment> pair_pages(std::string_view english, std::string_view foreign);

}  // namespace kwalign::align
