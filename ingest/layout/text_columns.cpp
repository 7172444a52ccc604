#include "ingest/layout/text_columns.hpp"

#include "ingest/layout/clean_text.hpp"
#include "ingest/text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace kwalign::ingest {

namespace {

constexpr std::size_t widest_gap = 3;   // blanks that surely part two cells
constexpr std::size_t gutter = 2;       // blanks that run down a whole table
constexpr std::size_t least_lines = 2;  // of a table that have text behind the gutter
constexpr std::size_t most_columns = 12;
constexpr std::size_t none = static_cast<std::size_t>(-1);

/// A run of text between gaps; columns in code points, bytes of the line.
struct Segment {
    std::size_t column = 0;
    std::size_t end = 0;
    std::size_t first = 0;
    std::size_t last = 0;
};

struct TextLine {
    std::vector<Segment> segments;  ///< parted by at least `gutter` blanks
    bool usable = true;             ///< no tabs, no bars
    [[nodiscard]] bool blank() const { return segments.empty(); }
};

TextLine read_line(std::string_view text) {
    TextLine line;
    line.usable = text.find('\t') == std::string_view::npos && text.find('|') == std::string_view::npos;
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size(); ++column) {
        const std::size_t first = at;
        const char32_t sign = next_code_point(text, at);
        if (sign == U' ' || sign == U'\f' || sign == U'\r' || sign == U'\u00A0') continue;
        if (line.segments.empty() || column - line.segments.back().end >= gutter) line.segments.push_back({column, column, first, first});
        line.segments.back().end = column + 1;
        line.segments.back().last = at;
    }
    return line;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "12.", "a)": what stands before an item.
bool is_item_number(std::string_view text) {
    if (text.size() < 2 || (text.back() != '.' && text.back() != ')')) return false;
    text.remove_suffix(1);
    return (text.size() <= 2 && std::all_of(text.begin(), text.end(), is_digit)) || (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z');
}

/// "B.3.5", "P2-K1-W1:": what stands before a title.
bool is_code(std::string_view text) {
    return text.size() >= 2 && text.size() <= 14 && text[0] >= 'A' && text[0] <= 'Z' && text.find(' ') == std::string_view::npos &&
           std::any_of(text.begin(), text.end(), is_digit);
}

/// Marks and their text are one cell, however far apart.
bool is_mark(std::string_view text) {
    const bool bullet = text.size() <= 4 && leading_bullet(std::string(text) + " x", BulletContext::list).length > 0;
    return bullet || is_item_number(text) || is_code(text);
}

bool starts_lower(std::string_view text) {
    std::size_t at = 0;
    return !text.empty() && is_lower_letter(next_code_point(text, at));
}

class TableFinder {
public:
    explicit TableFinder(const std::vector<std::string_view>& texts) : m_texts(texts) {
        for (const std::string_view text : texts) {
            m_lines.push_back(read_line(text));
            join_marks(text, m_lines.back().segments);
        }
    }

    std::vector<ColumnTable> run() {
        std::vector<ColumnTable> tables;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const std::size_t start = gap_at(i);
            if (start == none) continue;
            const std::size_t from = tables.empty() ? 0 : tables.back().last;
            if (auto table = table_at(i, start, from)) {
                i = table->last - 1;
                tables.push_back(std::move(*table));
            }
        }
        return tables;
    }

private:
    static void join_marks(std::string_view text, std::vector<Segment>& segments) {
        for (std::size_t i = 0; i + 1 < segments.size();) {
            if (is_mark(text.substr(segments[i].first, segments[i].last - segments[i].first))) {
                segments[i + 1].column = segments[i].column;
                segments[i + 1].first = segments[i].first;
                segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(i));
            } else {
                ++i;
            }
        }
    }

    /// Where the text behind the first wide gap of a line begins.
    [[nodiscard]] std::size_t gap_at(std::size_t index) const {
        const TextLine& line = m_lines[index];
        if (!line.usable || line.segments.size() < 2 || line.segments.size() > most_columns) return none;
        for (std::size_t i = 1; i < line.segments.size(); ++i) {
            if (line.segments[i].column - line.segments[i - 1].end >= widest_gap) return line.segments[i].column;
        }
        return none;
    }

    /// Nothing is printed in the gutter before `start`.
    [[nodiscard]] bool respects(const TextLine& line, std::size_t start) const {
        return line.usable && std::none_of(line.segments.begin(), line.segments.end(),
                                           [&](const Segment& segment) { return segment.column < start && segment.end + gutter > start; });
    }
    [[nodiscard]] static bool begins_at(const TextLine& line, std::size_t start) {
        return std::any_of(line.segments.begin(), line.segments.end(), [&](const Segment& segment) { return segment.column == start; });
    }
    [[nodiscard]] static bool left_of(const TextLine& line, std::size_t start) {
        return !line.blank() && line.segments.back().end <= start;
    }
    [[nodiscard]] static bool has_left(const TextLine& line, std::size_t start) {
        return !line.blank() && line.segments.front().column < start;
    }

    [[nodiscard]] std::optional<ColumnTable> table_at(std::size_t seed, std::size_t start, std::size_t from) const {
        std::size_t first = seed;
        // A label in the middle of its row has lines of the next cell above it.
        while (first > from && respects(m_lines[first - 1], start) && !m_lines[first - 1].blank() &&
               m_lines[first - 1].segments.front().column == start)
            --first;
        std::size_t last = seed + 1;
        std::size_t behind = 0;
        for (std::size_t i = first; i < last; ++i) behind += begins_at(m_lines[i], start) ? 1U : 0U;
        while (last < m_lines.size()) {
            const std::size_t next = next_line(last);
            if (next == none || !respects(m_lines[next], start)) break;
            const bool at_start = begins_at(m_lines[next], start);
            // A line under a gap must show the gutter; a label may be longer than its neighbour only directly below it.
            const bool label = left_of(m_lines[next], start) && next == last && has_left(m_lines[last - 1], start) && goes_on(next);
            if (!at_start && !label) break;
            behind += at_start ? 1U : 0U;
            last = next + 1;
        }
        if (behind < least_lines) return std::nullopt;
        ColumnTable table;
        table.first = first;
        table.last = last;
        fill(table, boundaries(first, last, start));
        return table;
    }

    /// The next line with text, over at most one blank line.
    [[nodiscard]] std::size_t next_line(std::size_t from) const {
        for (std::size_t i = from; i < std::min(from + 2, m_lines.size()); ++i) {
            if (!m_lines[i].blank()) return i;
        }
        return none;
    }

    /// A line that begins with a small letter goes on with the one above.
    [[nodiscard]] bool goes_on(std::size_t index) const {
        return starts_lower(m_texts[index].substr(m_lines[index].segments.front().first));
    }

    /// Columns at which cells begin: places where text begins in several lines and before which nothing is printed in any.
    [[nodiscard]] std::vector<std::size_t> boundaries(std::size_t first, std::size_t last, std::size_t start) const {
        std::vector<std::size_t> result{start};
        for (std::size_t i = first; i < last; ++i) {
            for (std::size_t k = 1; k < m_lines[i].segments.size(); ++k) {
                const std::size_t column = m_lines[i].segments[k].column;
                if (std::find(result.begin(), result.end(), column) != result.end() || result.size() + 1 >= most_columns) continue;
                std::size_t uses = 0;
                bool clear = true;
                for (std::size_t n = first; n < last && clear; ++n) {
                    clear = m_lines[n].blank() || respects(m_lines[n], column);
                    uses += begins_at(m_lines[n], column) ? 1U : 0U;
                }
                if (clear && uses >= least_lines) result.push_back(column);
            }
        }
        std::sort(result.begin(), result.end());
        return result;
    }

    void fill(ColumnTable& table, const std::vector<std::size_t>& starts) const {
        bool blank = false;
        for (std::size_t i = table.first; i < table.last; ++i) {
            if (m_lines[i].blank()) {
                blank = true;
                continue;
            }
            const ColumnRow parts = cut(i, starts, blank);
            if (table.rows.empty() || begins_row(parts, table.rows.back(), blank))
                table.rows.push_back(parts);
            else
                for (std::size_t c = 0; c < parts.size(); ++c)
                    table.rows.back()[c].insert(table.rows.back()[c].end(), parts[c].begin(), parts[c].end());
            blank = false;
        }
    }

    [[nodiscard]] ColumnRow cut(std::size_t index, const std::vector<std::size_t>& starts, bool blank) const {
        ColumnRow row(starts.size() + 1);
        for (const Segment& segment : m_lines[index].segments) {
            const auto column = static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), segment.column) - starts.begin());
            ColumnCell& cell = row[column];
            if (cell.empty()) cell.push_back({index, segment.first, segment.last, blank});
            cell.back().last = segment.last;
        }
        return row;
    }

    /// A row begins where its first cell has text that does not go on with the one above.
    [[nodiscard]] bool begins_row(const ColumnRow& parts, const ColumnRow& above, bool blank) const {
        if (parts.front().empty()) return false;
        if (above.front().empty()) return blank;
        if (blank) return true;
        // Directly below a label: a new row unless some cell of it is plainly a wrapped line.
        return std::none_of(parts.begin(), parts.end(), [&](const ColumnCell& cell) {
            return !cell.empty() && starts_lower(m_texts[cell.front().line].substr(cell.front().first));
        });
    }

    const std::vector<std::string_view>& m_texts;
    std::vector<TextLine> m_lines;
};

}  // namespace

std::vector<ColumnTable> find_column_tables(const std::vector<std::string_view>& lines) { return TableFinder(lines).run(); }

}  // namespace kwalign::ingest
