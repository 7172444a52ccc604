#pragma once

/// The numbered tree between lines and model: every line of the document has been given to a rule of the template, or is left over.

#include "ingest/layout/line.hpp"
#include "ingest/outline/line_joiner.hpp"
#include "ingest/outline/template.hpp"
#include "model/finding.hpp"
#include "model/limits.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// A line, or a part of one where several entries were run together.
struct Piece {
    std::size_t line = 0;  ///< index into LayoutDocument::lines
    std::string text;      ///< without the item number once that has been read
    std::string raw;
    std::string bullet;
    model::SourceSpan span;
    Break break_before = Break::unknown;
    bool ends_with_hyphen = false;
    bool bold = false;
    double font_size_pt = 0.0;
    int heading_level = 0;  ///< as the source marks it, 0: not
    std::optional<CellRef> cell;
    std::vector<model::Repair> repairs;  ///< of the line
    std::string rule;                    ///< name of the rule that consumed it; empty: left over
};

/// One entry under a heading: a paragraph, a list item, a table row's cell.
struct Entry {
    std::string number;  ///< printed number, without punctuation
    bool bulleted = false;
    std::string group;
    std::vector<std::string> applies_to;  ///< as printed in the marker
    std::vector<std::size_t> pieces;
};

struct OutlineNode {
    std::size_t rule = 0;  ///< index into Template::headings; meaningless for node 0, the document
    std::optional<std::size_t> parent;
    std::string code;
    std::string code_printed;  ///< where it differs
    std::string title;         ///< as printed, one line
    std::string requirement;
    std::optional<model::Level> level;  ///< printed in the heading or beside it
    std::vector<std::size_t> pieces;    ///< of the heading
    std::vector<Entry> entries;
    bool recovered = false;  ///< the heading is not in the body
};

/// An entry of an overview table.
struct OverviewEntry {
    std::string code;
    std::string title;
    std::string level;
    std::size_t piece = 0;
};

struct Outline {
    LineJoiner joiner;
    std::vector<Piece> pieces;       ///< body lines in reading order
    std::vector<OutlineNode> nodes;  ///< document order, parents before children; node 0 is the document
    std::vector<OverviewEntry> overview;
    std::string title;  ///< of the document, as printed
    std::vector<std::size_t> title_pieces;
    std::vector<std::string> line_rules;  ///< per line: the rule that consumed (all of) it, "furniture", or empty
    std::vector<model::Finding> findings;
};

/// Reads the lines by the template's grammar. Limits: max_units and max_depth throw Error(limit_exceeded).
[[nodiscard]] Outline build_outline(const LayoutDocument& document, const Template& form, const model::Limits& limits);

/// Line-oriented text of the tree and of the lines with their rules, for goldens and bug reports.
[[nodiscard]] std::string dump_outline(const Outline& outline, const LayoutDocument& document, const Template& form);

}  // namespace kwalign::ingest
