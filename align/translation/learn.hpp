#pragma once

/// Learns translation tables from parallel text.

#include "align/translation/model1.hpp"
#include "align/translation/parallel_reader.hpp"
#include "align/translation/table.hpp"

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

struct LearnOptions {
    std::string lang;                      ///< "nl", "et": the language that is not English
    std::set<std::string> function_words;  ///< "lang<TAB>word": they help to align, but get no entry and are nobody's translation
    Model1Options model;
    std::size_t max_translations = 6;  ///< per key, the best
    std::size_t max_words = 60;        ///< longer segments are left out: they align badly
};

struct LearnedTable {
    std::vector<TableEntry> entries;  ///< sorted by key
    std::size_t segments = 0;         ///< that were learned from, duplicates not counted
    std::size_t words = 0;            ///< running words of the foreign side
};

/// Deterministic: the same segments in the same order give the same table. Takes minutes for a million segments.
[[nodiscard]] LearnedTable learn_tables(const std::vector<ParallelSegment>& segments, const LearnOptions& options);
/// Reads all `files` (see read_parallel) and learns from them.
[[nodiscard]] LearnedTable learn_tables(const std::vector<std::filesystem::path>& files, const LearnOptions& options);

}  // namespace kwalign::align
