#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace kwalign::tools {

/// One thing wrong in a lexicon file.
struct LexiconProblem {
    std::string file;      ///< name inside the lexicon folder
    std::size_t line = 0;  ///< from 1
    std::string message;

    friend bool operator==(const LexiconProblem&, const LexiconProblem&) = default;
};

struct LexiconReport {
    std::size_t files = 0;
    std::size_t concepts = 0;
    std::size_t terms_en = 0;
    std::size_t terms_nl = 0;
    std::size_t terms_et = 0;
    std::vector<LexiconProblem> problems;  ///< by file and line
};

/// Checks every *.tsv of a lexicon folder: the header, seven columns, ids in kebab-case, unique over all files and sorted by byte,
/// a known part of speech, at least one term in each language, no term twice within a language over all files (case folded), and
/// `broader` and `related` that name known concepts without a circle of broader ones.
/// Throws model::Error(not_found) where the folder has no *.tsv.
[[nodiscard]] LexiconReport check_lexicon(const std::filesystem::path& folder);

}  // namespace kwalign::tools
