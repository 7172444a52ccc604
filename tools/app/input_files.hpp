#pragma once

#include "model/error.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
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

/// Files stay as they are, whatever their suffix. A folder gives the documents in it and below it (.pdf .txt .text .md .markdown .html
/// .htm .xhtml .docx .odt .xlsx .csv .tsv, but no .gold.tsv and no hidden ones, links to folders not followed), sorted by path. A path that
/// names nothing but has one of the characters * ? [ is a pattern as in a shell (glob(7)) and gives what it matches, sorted, hidden files
/// left out. "@FILE" gives the paths in FILE, one a line, or with NUL between them where it has one; so does each of `lists`, of which
/// "-" stands for the text `list_input`. Paths in lists are no patterns and name no further lists. "-" is standard input, at most once. A path that was named twice is read once.
/// Never throws for a missing path: that is an InputFile's error.
[[nodiscard]] InputList collect_inputs(const std::vector<std::string>& paths, const std::vector<std::string>& lists = {},
                                       std::string_view list_input = {});

}  // namespace kwalign::tools
