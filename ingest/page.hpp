#pragma once

/// First arrow: bytes become pages. Plain values, lossless: what a reader saw, before any interpretation.

#include "model/finding.hpp"
#include "model/source_span.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kwalign::ingest {

/// One positioned word (PDF) or one whole line (text sources, empty box).
struct TextRun {
    std::string text;           ///< UTF-8, as extracted
    model::Box box;             ///< points, top-left origin, page rotation undone
    double font_size_pt = 0.0;  ///< 0: unknown
    std::string font_name;
    bool bold = false;
    bool italic = false;
    bool space_after = true;  ///< a space follows on the same line
};

/// A page in the source's own order of runs. For text sources a form feed ends a page.
struct Page {
    int number = 0;         ///< from 1
    double width_pt = 0.0;  ///< as displayed; 0 for text sources
    double height_pt = 0.0;
    std::vector<TextRun> runs;
    bool recognised = false;  ///< read from the page's picture, not from a text layer
};

/// What a reader made of one input.
struct SourceDocument {
    std::string path;
    std::string media_type;  ///< by content: "application/pdf", "text/plain", "text/markdown", "text/html", "text/csv", ...
    std::string encoding;    ///< of text sources, e.g. "UTF-8", "windows-1257"
    std::string sha256;
    std::size_t bytes = 0;
    std::vector<Page> pages;
    std::vector<model::Finding> findings;
};

}  // namespace kwalign::ingest
