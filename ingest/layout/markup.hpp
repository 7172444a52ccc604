#pragma once

/// Markup inside the lines of text sources: Markdown marks, HTML tags and entities.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// One paragraph or list item of a marked-up line.
struct MarkedPiece {
    std::string text;       ///< decoded, not yet cleaned
    std::string bullet;     ///< of an item in a bulleted list
    std::size_t first = 0;  ///< bytes in the line it was taken from, half-open
    std::size_t last = 0;
    bool bold = false;  ///< all of it
    bool italic = false;
    int heading_level = 0;
};

/// Cuts a line or table cell at <p>, <li>, <br> and their like. Items of numbered lists get their number in front where the text
/// has none; a numbered list that has lost its <li> marks is cut where the numbers count up.
[[nodiscard]] std::vector<MarkedPiece> read_markup(std::string_view line);

}  // namespace kwalign::ingest
