#pragma once

#include "model/error.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kwalign::tools {

/// One thing to read, or the reason why it cannot even be tried.
struct InputFile {
    std::string path;                   ///< as given, or folder and name; "-" for standard input
    std::optional<model::Error> error;  ///< not_found, unreadable
};

struct InputList {
    std::vector<InputFile> files;
    std::size_t skipped = 0;  ///< files in folders whose suffix is not one of a document
};

/// Files stay as they are, whatever their suffix. A folder gives the documents in it and below it (.pdf .txt .text .md .markdown
/// .csv .tsv, but no .gold.tsv and no hidden ones, links to folders not followed), sorted by path. "@FILE" gives the paths in FILE, one a line.
/// "-" is standard input, at most once. A path that was named twice is read once. Never throws for a missing path: that is an InputFile's error.
[[nodiscard]] InputList collect_inputs(const std::vector<std::string>& paths);

}  // namespace kwalign::tools
