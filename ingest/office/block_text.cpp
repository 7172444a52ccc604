#include "ingest/office/block_text.hpp"

#include "ingest/text/entities.hpp"
#include "ingest/text/html_tag.hpp"

#include <algorithm>
#include <vector>

namespace kwalign::ingest {

namespace {

constexpr std::size_t most_columns = 63;  // of a table in a word processor

/// Blanks of any kind but no-break ones as single spaces, none at the ends.
std::string tidied(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
        if (!blank)
            result += c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (true) {
        const std::size_t end = text.find('\n');
        if (std::string line = tidied(text.substr(0, end)); !line.empty()) lines.push_back(std::move(line));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

/// What the layout would read as markup is marked as text.
std::string escaped(std::string_view text) {
    const bool entities = text.find('&') != std::string_view::npos && decode_entities(text) != text;
    const bool stars = text.find("**") != std::string_view::npos || (text.starts_with('*') && text.ends_with('*'));
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool at_start = at == 0 && (c == '#' || c == '|');
        if (c == '&' && entities)
            result += "&amp;";
        else if (c == '<' && read_tag(text.substr(at)))
            result += "&lt;";
        else if (c == '\\' || (c == '*' && stars) || at_start)
            result += std::string("\\") + c;
        else
            result += c;
    }
    return result;
}

std::string with_marks(const std::string& line, const MarkedParagraph& paragraph, bool first) {
    std::string text = escaped(line);
    if (first && !paragraph.number.empty()) text.insert(0, escaped(paragraph.number) + " ");
    return paragraph.bold && paragraph.heading_level == 0 ? "**" + text + "**" : text;
}

}  // namespace

void BlockText::add(const MarkedParagraph& paragraph) {
    std::vector<std::string> lines = paragraph.heading_level > 0 ? std::vector{tidied(paragraph.text)} : lines_of(paragraph.text);
    std::erase(lines, std::string());
    if (lines.empty()) return;
    const std::string level = std::to_string(std::clamp(paragraph.heading_level, 1, 6));
    bool first = true;
    for (const std::string& line : lines) {
        const std::string text = with_marks(line, paragraph, first);
        if (in_cell()) {
            const std::string tag = paragraph.heading_level > 0 ? "h" + level : paragraph.bulleted && first ? "li" : "p";
            m_cell += "<" + tag + ">" + text + "</" + tag + ">";
            ++m_paragraphs;
        } else if (paragraph.heading_level > 0) {
            write_line(std::string(static_cast<std::size_t>(level[0] - '0'), '#') + " " + text);
        } else {
            write_line((paragraph.bulleted && first ? "- " : "") + text);
        }
        first = false;
    }
}

void BlockText::write_line(std::string_view line) {
    if (m_page_ends && !m_text.empty()) m_text += '\f';
    m_page_ends = false;
    m_text += line;
    m_text += '\n';
}

void BlockText::break_page() { m_page_ends = true; }

void BlockText::begin_table() {
    // A blank line tells a table of other columns from the one right above.
    if (m_table_depth++ == 0 && !m_text.empty()) m_text += '\n';
}

void BlockText::end_table() {
    if (m_table_depth > 0) --m_table_depth;
}

void BlockText::begin_cell() {
    if (m_cell_depth++ > 0) return;
    m_cell.clear();
    m_paragraphs = 0;
}

void BlockText::end_cell(std::size_t columns) {
    if (m_cell_depth == 0 || --m_cell_depth > 0) return;
    // A lone paragraph needs no marks, and a row must not begin with a tab: that would be an indent.
    if (m_paragraphs == 1 && m_cell.starts_with("<p>")) m_cell = m_cell.substr(3, m_cell.size() - 7);
    if (m_cells > 0)
        m_row += '\t';
    else if (m_cell.empty())
        m_row += "<p></p>";
    m_row += m_cell;
    m_row_holds_text = m_row_holds_text || !m_cell.empty();
    ++m_cells;
    for (std::size_t i = 1; i < std::min(columns, most_columns) && m_cells < most_columns; ++i, ++m_cells) m_row += '\t';
    m_cell.clear();
}

void BlockText::end_row() {
    if (in_cell()) return;  // of a table inside
    if (m_row_holds_text) write_line(m_row);
    m_row.clear();
    m_cells = 0;
    m_row_holds_text = false;
}

std::string BlockText::take() { return std::move(m_text); }

}  // namespace kwalign::ingest
