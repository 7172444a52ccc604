#include "ingest/outline/numbering_checks.hpp"

#include <charconv>
#include <map>

namespace kwalign::ingest {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number a heading begins with: one capital and dotted numbers ("A.6"), or what the unit's code says.
std::string printed_code(const Outline& outline, const OutlineNode& node) {
    if (!node.code.empty())
        return node.code_printed.empty() || node.code_printed.find(' ') != std::string::npos ? node.code : node.code_printed;
    if (node.pieces.empty()) return {};
    const std::string& text = outline.pieces[node.pieces.front()].text;
    if (text.size() < 3 || text[0] < 'A' || text[0] > 'Z' || text[1] != '.' || !is_digit(text[2])) return {};
    std::size_t end = 2;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
    while (end > 0 && text[end - 1] == '.') --end;
    return text.substr(0, end);
}

/// What a jump in the numbers means, in words.
std::string gap_words(const std::pair<std::string, int>& code, int before) {
    if (code.second < before) return ", out of order";
    const std::string first = code.first + std::to_string(before + 1);
    if (code.second == before + 2) return "; " + first + " is missing";
    return "; " + first + " to " + code.first + std::to_string(code.second - 1) + " are missing";
}

}  // namespace

std::optional<std::pair<std::string, int>> counted(std::string_view code) {
    while (code.ends_with('.')) code.remove_suffix(1);
    std::size_t start = code.size();
    while (start > 0 && is_digit(code[start - 1])) --start;
    int number = 0;
    const auto result = std::from_chars(code.data() + start, code.data() + code.size(), number);
    if (result.ec != std::errc() || start == 0) return std::nullopt;
    return std::pair{std::string(code.substr(0, start)), number};
}

void check_numbering(const Outline& outline, model::Findings& findings) {
    struct Last {
        int number = 0;
        std::string code;
    };
    std::map<std::string, Last> last;
    for (std::size_t i = 1; i < outline.nodes.size(); ++i) {
        const OutlineNode& node = outline.nodes[i];
        const std::string code = printed_code(outline, node);
        const auto part = counted(code);
        if (!part) continue;
        const auto [before, first] = last.try_emplace(part->first);
        if (!first && part->second != before->second.number + 1 && part->second != before->second.number) {
            findings.add("numbering-gap", model::Severity::warning,
                         code + " follows " + before->second.code + gap_words(*part, before->second.number) + ".",
                         node.pieces.empty() ? std::nullopt : std::optional(outline.pieces[node.pieces.front()].span));
        }
        before->second = {part->second, code};
    }
}

}  // namespace kwalign::ingest
