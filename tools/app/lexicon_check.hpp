#pragma once

#include "align/lexicon/lexicon.hpp"
#include "tools/app/workspace.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace kwalign::tools {

struct LexiconReport {
    std::size_t concepts = 0;
    std::map<std::string, std::size_t> terms;     ///< by language
    std::vector<align::LexiconProblem> problems;  ///< in file order
};

/// Loads the lexicon of the data folder and checks it by the lexicon's own rules (align::Lexicon::check).
/// Throws model::Error(bad_data) where a line cannot be understood at all.
[[nodiscard]] LexiconReport check_lexicon(const Workspace& workspace);

}  // namespace kwalign::tools
