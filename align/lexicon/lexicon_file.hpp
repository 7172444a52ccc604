#pragma once

/// The lexicon's file format. Private to align/lexicon.

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace kwalign::align {

/// One concept as written.
struct LexiconLine {
    std::string id;
    char part_of_speech = 'n';
    std::string domain;
    std::map<std::string, std::vector<std::string>> terms;
    std::vector<std::string> broader;
    std::vector<std::string> related;
    std::size_t line = 0;  ///< from 1
};

/// *.tsv directly in `folder`, sorted by name. Throws Error(not_found) where the folder is absent.
[[nodiscard]] std::vector<std::filesystem::path> lexicon_files(const std::filesystem::path& folder);
/// The lines of one file in file order. Throws Error(bad_data) for a wrong header or column count, Error(unreadable).
[[nodiscard]] std::vector<LexiconLine> read_lexicon_file(const std::filesystem::path& file);

}  // namespace kwalign::align
