#include "ingest/outline/outline.hpp"

#include "ingest/outline/wording.hpp"

#include <algorithm>
#include <string>

namespace kwalign::ingest {

namespace {

std::size_t depth_of(const Outline& outline, std::size_t node) {
    std::size_t depth = 0;
    for (auto at = outline.nodes[node].parent; at && *at != 0; at = outline.nodes[*at].parent) ++depth;
    return depth;
}

void dump_entry(std::string& text, const Outline& outline, const Entry& entry, const std::string& indent) {
    text += indent + "- ";
    if (!entry.number.empty()) text += entry.number + ". ";
    if (!entry.group.empty()) text += "{" + entry.group + "} ";
    for (const std::string& profile : entry.applies_to) text += "[" + profile + "] ";
    text += join_pieces(outline, entry.pieces) + "\n";
}

}  // namespace

std::string dump_outline(const Outline& outline, const LayoutDocument& document, const Template& form) {
    std::string text = "template " + form.id + "\ntitle " + outline.title + "\n\nTREE\n";
    for (std::size_t i = 1; i < outline.nodes.size(); ++i) {
        const OutlineNode& node = outline.nodes[i];
        const std::string indent(2 * depth_of(outline, i), ' ');
        text += indent + "<" + form.headings[node.rule].name + ">";
        if (!node.code.empty()) text += " " + node.code;
        text += " " + node.title;
        if (node.level) text += " (" + node.level->scheme + " " + node.level->value + ")";
        if (!node.requirement.empty()) text += " [" + node.requirement + "]";
        if (node.recovered) text += " [recovered]";
        text += "\n";
        for (const Entry& entry : node.entries) dump_entry(text, outline, entry, indent + "  ");
    }
    for (const OverviewEntry& entry : outline.overview) text += "overview " + entry.code + " " + entry.title + "\n";
    text += "\nLINES\n";
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        const std::string& rule = outline.line_rules[i];
        text += "p" + std::to_string(document.lines[i].span.page) + "\t" + (rule.empty() ? "LEFT OVER" : rule) + "\t" +
                document.lines[i].text + "\n";
    }
    return text;
}

}  // namespace kwalign::ingest
