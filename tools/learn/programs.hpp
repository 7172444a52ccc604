#pragma once

/// Parallel text sorted by the program it belongs to, so that whole programs can be left out.

#include "align/translation/parallel_reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kwalign::tools {

struct ProgramText {
    std::string name;
    std::vector<align::ParallelSegment> segments;
};

/// Reads arguments of the form NAME=PATH; the same name may come several times. In order of first mention. Throws model::Error(bad_data).
[[nodiscard]] std::vector<ProgramText> read_programs(const std::vector<std::string>& arguments, std::string_view lang);

/// Everything but program `left_out`.
[[nodiscard]] std::vector<align::ParallelSegment> without_program(const std::vector<ProgramText>& programs, std::size_t left_out);

/// Segments of program `left_out` for testing: `min_words` or more words on the English side, no text twice, nothing of which either side occurs in
/// another program; in an order that depends on the texts only, not on the files.
[[nodiscard]] std::vector<align::ParallelSegment> test_segments(const std::vector<ProgramText>& programs, std::size_t left_out,
                                                                std::size_t min_words);

}  // namespace kwalign::tools
