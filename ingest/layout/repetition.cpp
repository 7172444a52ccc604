#include "ingest/layout/repetition.hpp"

#include "ingest/layout/clean_text.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kwalign::ingest {

namespace {

constexpr std::size_t max_heading_lines = 4;  // of one wrapped heading
constexpr std::size_t page_number_words = 3;  // "3 of 12"
constexpr std::size_t prose_characters = 60;  // a line of this length is text, not a label

/// Case and blanks aside, and without the words that say "continued".
std::string heading_key(std::string_view text) {
    std::string key = model::to_lower(text);
    std::erase(key, ' ');
    static constexpr std::array<std::string_view, 4> endings = {"(vervolg)", "(continued)", "(cont.)", "(järg)"};
    for (const std::string_view ending : endings) {
        if (key.ends_with(ending)) key.erase(key.size() - ending.size());
    }
    return key;
}

/// A heading over one or several lines.
struct Heading {
    std::string key;
    std::size_t first = 0;
    std::size_t last = 0;  ///< index behind its last line
};

class HeadingRepetition {
public:
    explicit HeadingRepetition(LayoutDocument& document) : m_lines(document.lines) {}

    void mark() {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            Line& line = m_lines[i];
            if (line.role == LineRole::furniture) continue;
            m_lines_on_page = starts_column(line) ? 0 : m_lines_on_page + 1;
            m_previous = &line;
            if (has_heading_code(line.text) && line.break_before != Break::none && line.bullet.empty()) {
                const std::size_t last = take(i);
                m_lines_on_page += last - i - 1;
                i = last - 1;
            } else if (!line.bullet.empty() || model::count_code_points(line.text) >= prose_characters) {
                m_prose_since = true;
            }
        }
    }

private:
    [[nodiscard]] bool starts_column(const Line& line) const {
        if (m_previous == nullptr || line.break_before == Break::page || line.span.page != m_previous->span.page) return true;
        return !line.span.box.empty() && !line.cell && line.span.box.y1 < m_previous->span.box.y0;
    }

    /// Reads the heading at `first`; returns the index behind it.
    std::size_t take(std::size_t first) {
        if (m_current && m_prose_since && at_page_edge(first)) {
            std::string text;
            for (std::size_t last = first; last < std::min(first + max_heading_lines, m_lines.size()); ++last) {
                text += m_lines[last].text;
                if (heading_key(text) != m_current->key) continue;
                mark_furniture(first, last + 1);
                return last + 1;
            }
        }
        Heading heading{heading_key(m_lines[first].text), first, first + 1};
        while (heading.last < m_lines.size() && heading.last - first < max_heading_lines &&
               m_lines[heading.last].break_before == Break::none && m_lines[heading.last].bold == m_lines[first].bold &&
               m_lines[heading.last].font_size_pt == m_lines[first].font_size_pt) {
            heading.key += heading_key(m_lines[heading.last].text);
            ++heading.last;
        }
        m_current = std::move(heading);
        m_prose_since = false;
        return m_current->last;
    }

    /// Without geometry the blank line before is all there is to see of a page break.
    [[nodiscard]] bool at_page_edge(std::size_t index) const {
        const Line& line = m_lines[index];
        return m_lines_on_page <= 1 || line.break_before == Break::page || (line.span.box.empty() && line.break_before != Break::none);
    }

    void mark_furniture(std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            m_lines[i].role = LineRole::furniture;
            m_lines[i].furniture_kind = "repeated_heading";
        }
        while (last < m_lines.size() && m_lines[last].role == LineRole::furniture) ++last;
        if (last < m_lines.size() && m_lines[last].bullet.empty() && !m_lines[last].bold) m_lines[last].break_before = Break::page;
    }

    std::vector<Line>& m_lines;
    std::optional<Heading> m_current;
    const Line* m_previous = nullptr;
    std::size_t m_lines_on_page = 0;
    bool m_prose_since = false;
};

/// Page numbers at either end of a running head or footer ("Standard 3", "3 of 12") say nothing about whether it recurs.
std::string without_page_numbers(std::string_view text) {
    std::vector<std::string> words{""};
    for (const char c : text) {
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    }
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool at_end = i < page_number_words || i + page_number_words >= words.size();
        const bool number = !words[i].empty() && words[i].size() <= 4 && words[i].find_first_not_of("0123456789/") == std::string::npos;
        result += at_end && number ? "# " : words[i] + " ";
    }
    return result;
}

using RowKey = std::pair<int, int>;  // table, row

}  // namespace

void mark_repeated_headings(LayoutDocument& document) { HeadingRepetition(document).mark(); }

void mark_table_heads(LayoutDocument& document) {
    std::map<RowKey, std::string> texts;
    std::map<RowKey, bool> after_break;
    std::map<RowKey, std::set<int>> columns;
    for (const Line& line : document.lines) {
        if (!line.cell || line.role == LineRole::furniture) continue;
        const RowKey key{line.cell->table, line.cell->row};
        texts[key] += std::to_string(line.cell->column) + ":" + heading_key(line.text);
        if (line.break_before == Break::page) after_break[key] = true;
        columns[key].insert(line.cell->column);
    }
    std::map<int, std::string> heads;
    std::set<RowKey> repeated;
    for (const auto& [key, text] : texts) {
        const auto head = heads.find(key.first);
        if (head == heads.end())
            heads.emplace(key.first, columns[key].size() >= 2 ? text : std::string{});
        else if (after_break.contains(key) && !head->second.empty() && head->second == text)
            repeated.insert(key);
    }
    for (Line& line : document.lines) {
        if (!line.cell || line.role == LineRole::furniture || !repeated.contains({line.cell->table, line.cell->row})) continue;
        line.role = LineRole::furniture;
        line.furniture_kind = "table_head";
    }
}

void mark_text_furniture(LayoutDocument& document) {
    constexpr std::size_t edge_lines = 2;
    std::map<int, std::vector<std::size_t>> pages;
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        Line& line = document.lines[i];
        if (line.role == LineRole::furniture || line.cell) continue;
        if (is_page_number(line.text)) {
            line.role = LineRole::furniture;
            line.furniture_kind = "page_number";
            continue;
        }
        pages[line.span.page].push_back(i);
    }
    if (pages.size() < 3) return;

    std::map<std::string, std::vector<std::size_t>> recurring;
    for (const auto& [page, lines] : pages) {
        for (std::size_t k = 0; k < lines.size(); ++k) {
            const bool edge = k < edge_lines || k + edge_lines >= lines.size();
            const Line& line = document.lines[lines[k]];
            if (edge && line.bullet.empty() && !has_heading_code(line.text))
                recurring[heading_key(without_page_numbers(line.text))].push_back(lines[k]);
        }
    }
    for (const auto& [key, lines] : recurring) {
        std::set<int> on;
        for (const std::size_t i : lines) on.insert(document.lines[i].span.page);
        if (on.size() < 3 || on.size() * 2 < pages.size()) continue;
        for (const std::size_t i : lines) {
            document.lines[i].role = LineRole::furniture;
            document.lines[i].furniture_kind = "running_head";
            // What follows a running head may go on with a sentence of the page before.
            if (document.lines[i].break_before != Break::page || i + 1 == document.lines.size()) continue;
            Line& next = document.lines[i + 1];
            if (next.role == LineRole::body && next.bullet.empty() && next.heading_level == 0 &&
                next.span.page == document.lines[i].span.page)
                next.break_before = Break::page;
        }
    }
}

}  // namespace kwalign::ingest
