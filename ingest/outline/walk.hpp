#pragma once

/// What the readers of headings, lost headings and entries share while they go down the lines: the outline so far, the stack of
/// open headings and what the next line inherits.

#include "ingest/outline/outline.hpp"
#include "ingest/outline/wording.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

constexpr std::size_t document_node = 0;
constexpr std::size_t label_lines = 6;  ///< that a long label in a narrow cell may fill

struct Walk {
    Walk(const LayoutDocument& document, const Template& description, const model::Limits& budgets);

    [[nodiscard]] Piece& piece(std::size_t index) { return outline.pieces[index]; }
    [[nodiscard]] Piece& current() { return outline.pieces[at]; }
    [[nodiscard]] bool has(std::size_t index) const noexcept { return index < outline.pieces.size(); }
    [[nodiscard]] OutlineNode& top() { return outline.nodes[stack.back()]; }

    /// The rule of a node; null for the document itself.
    [[nodiscard]] const HeadingRule* rule_of(std::size_t node) const;
    [[nodiscard]] const HeadingRule* open_rule() const { return rule_of(stack.back()); }
    [[nodiscard]] Content open_content() const { return open_rule() == nullptr ? Content::none : open_rule()->content; }
    [[nodiscard]] std::string_view name_of(std::size_t node) const;
    /// The innermost open heading that `names` allows.
    [[nodiscard]] std::optional<std::size_t> innermost(const std::vector<std::string>& names) const;
    /// Where a heading of this rule would stand now.
    [[nodiscard]] std::optional<std::size_t> allowed(const HeadingRule& rule) const { return innermost(rule.in); }
    [[nodiscard]] bool has_child(std::size_t parent, std::size_t rule_index) const;
    [[nodiscard]] std::string unit_code_above(std::size_t node) const;

    /// True where a label of a field of the open heading begins.
    [[nodiscard]] bool starts_label(std::size_t index) const;

    void close_to(std::size_t node);
    /// The end of the current line, from where `rest` begins, becomes a line of its own behind it.
    void insert_rest(const std::string& rest);
    /// Adds and opens a node. Throws Error(limit_exceeded) beyond max_depth.
    void push(OutlineNode node);
    /// Throws Error(limit_exceeded) beyond max_units.
    void count_unit();

    const Template& form;
    const model::Limits& limits;
    Outline outline;
    LineWidths widths;  ///< of whole lines, taken before any is cut
    model::Findings findings;
    std::vector<std::size_t> stack;
    std::size_t at = 0;  ///< piece being read
    std::size_t units = 0;
    std::size_t entries = 0;
    bool fresh = true;  ///< the next text begins a new entry whatever the line break says
    std::string group;
    std::vector<std::string> applies_to;
    std::string requirement;
    std::optional<std::size_t> requirement_node;
};

}  // namespace kwalign::ingest
