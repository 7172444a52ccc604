#pragma once

/// Second arrow: pages become lines in reading order. The outline engine reads nothing but these.

#include "model/source_span.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kwalign::ingest {

/// What the layout knows about the break between the previous line and this one.
enum class Break {
    none,       ///< surely the same paragraph (a line wrapped inside a cell or column)
    unknown,    ///< a line end in plain text: may be a wrap or a new paragraph
    paragraph,  ///< surely a new paragraph, list item or cell paragraph (gap, indent, bullet, HTML <p>/<li>, blank line)
    page        ///< first line of a page or column: may go on with the sentence before
};

enum class LineRole { body, furniture };

/// The cell a line stands in. A table that goes on over a page break keeps its id; row and column count from 0.
struct CellRef {
    int table = 0;
    int row = 0;
    int column = 0;
    friend bool operator==(const CellRef&, const CellRef&) = default;
};

/// One printed line (PDF, wrapped text) or one paragraph (Markdown, HTML cells), in reading order.
struct Line {
    std::string text;    ///< UTF-8, NFC, single spaces, trimmed; list bullets kept in `bullet`, not here
    std::string raw;     ///< as extracted, before NFC, ligature and markup handling
    std::string bullet;  ///< "•", "-", "→", "." ... where the line begins with one, else empty
    model::SourceSpan span;
    Break break_before = Break::unknown;
    LineRole role = LineRole::body;
    std::string furniture_kind;  ///< "running_head", "page_number", "repeated_heading", "table_head" for furniture
    double font_size_pt = 0.0;   ///< 0: unknown
    bool bold = false;           ///< every run of the line is
    bool italic = false;
    int heading_level = 0;          ///< Markdown "#" count or HTML h1..h6; 0: none marked
    double indent_pt = 0.0;         ///< from the left edge of its column or cell (text: leading spaces * 4)
    bool ends_with_hyphen = false;  ///< last character is U+002D, U+2010 or U+00AD at a wrapped line end; still in `text` (soft hyphen too)
    std::optional<CellRef> cell;
    std::vector<model::Repair> repairs;  ///< changes made to `text` after layout (ingest/repair)
};

struct LayoutDocument {
    std::vector<Line> lines;
    std::size_t pages = 0;
    std::size_t characters = 0;  ///< code points other than white space on all lines, furniture included
};

}  // namespace kwalign::ingest
