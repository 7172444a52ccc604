#include "ingest/layout/text_layout.hpp"

#include "ingest/layout/clean_text.hpp"
#include "ingest/layout/markup.hpp"
#include "ingest/layout/page_text.hpp"
#include "ingest/layout/text_columns.hpp"
#include "ingest/layout/text_shape.hpp"
#include "ingest/text/utf8.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace kwalign::ingest {

namespace {

constexpr double points_per_blank = 4.0;

/// Part of a source line, by bytes.
struct Slice {
    std::size_t first = 0;
    std::size_t last = 0;
};

std::vector<Slice> cut(std::string_view line, Slice range, char separator) {
    std::vector<Slice> cells = {{range.first, range.last}};
    for (std::size_t at = range.first; at < range.last; ++at) {
        if (line[at] != separator) continue;
        cells.back().last = at;
        cells.push_back({at + 1, range.last});
    }
    return cells;
}

bool is_ruling(std::string_view text) {
    return !text.empty() && text.find_first_not_of("-=_:|+ \t") == std::string_view::npos &&
           text.find_first_of("-=_") != std::string_view::npos;
}

std::size_t first_word_length(std::string_view text) { return model::count_code_points(text.substr(0, text.find(' '))); }

class TextLayout {
public:
    explicit TextLayout(const SourceDocument& document) : m_document(document), m_shape(read_shape(document)) {}

    LayoutDocument run() {
        for (const Page& page : m_document.pages) {
            const std::vector<std::size_t> offsets = run_offsets(page);
            m_page_starts = true;
            m_page = page.number;
            std::vector<std::string_view> lines;
            for (const TextRun& run : page.runs) lines.emplace_back(run.text);
            const std::vector<ColumnTable> tables = find_column_tables(lines);
            auto table = tables.begin();
            for (std::size_t i = 0; i < page.runs.size(); ++i) {
                if (table != tables.end() && i == table->first) {
                    read_column_table(*table, lines, offsets);
                    i = table->last - 1;
                    ++table;
                    continue;
                }
                m_offset = offsets[i];
                read_line(lines[i]);
            }
        }
        m_result.pages = m_document.pages.size();
        return std::move(m_result);
    }

private:
    void read_line(std::string_view line) {
        const std::size_t first = line.find_first_not_of(" ");
        const std::size_t stop = line.find_last_not_of(" ");
        if (first == std::string_view::npos || line.find_first_not_of(" \t") == std::string_view::npos) {
            m_blank_before = true;
            return;
        }
        m_line = line;
        if (m_shape.blank_starts_page && first == 1) m_page_starts = true;
        m_indent = m_shape.blank_starts_page && first == 1 ? 0 : first;
        const Slice range{first, stop + 1};
        if (line[first] == '|') {
            read_pipes(range);
        } else if (line.find('\t', first) != std::string_view::npos && is_row(range)) {
            read_row(cut(line, range, '\t'));
        } else {
            m_in_table = false;
            read_pieces(range, std::nullopt);
        }
        m_blank_before = false;
    }

    /// Tabs at the start of a line are indents, except below a row of a table.
    [[nodiscard]] bool is_row(Slice range) const {
        return m_line[range.first] != '\t' ||
               (m_in_table && (!m_blank_before || m_line.find('\t', range.first + 1) != std::string_view::npos));
    }

    void open_table(std::size_t columns) {
        if (!m_in_table || (m_blank_before && columns != m_columns)) {
            ++m_table;
            m_row = -1;
        }
        ++m_row;
        m_in_table = true;
        m_columns = columns;
        m_since_table = 0;
    }

    void read_row(const std::vector<Slice>& cells) {
        const auto is_empty = [&](Slice cell) { return cell_text(cell).empty(); };
        const auto rules = [&](Slice cell) { return is_empty(cell) || is_ruling(cell_text(cell)); };
        if (std::all_of(cells.begin(), cells.end(), rules)) {
            if (!std::all_of(cells.begin(), cells.end(), is_empty)) add_ornament(cells.front().first, cells.back().last);
            return;
        }
        open_table(cells.size());
        for (std::size_t column = 0; column < cells.size(); ++column) {
            read_pieces(cells[column], CellRef{m_table, m_row, static_cast<int>(column)});
        }
    }

    /// Cell by cell; a line of a cell goes on with the one above unless a blank line is between them or it is a list item.
    void read_column_table(const ColumnTable& table, const std::vector<std::string_view>& lines, const std::vector<std::size_t>& offsets) {
        ++m_table;
        m_row = -1;
        m_columns = table.rows.front().size();
        m_in_table = true;
        m_since_table = 0;
        for (const ColumnRow& row : table.rows) {
            ++m_row;
            for (std::size_t column = 0; column < row.size(); ++column) {
                m_in_cell = false;
                m_cell_spaced =
                    std::any_of(row[column].begin(), row[column].end(), [](const ColumnPiece& piece) { return piece.after_blank; });
                m_cell_width = 0;
                for (const ColumnPiece& piece : row[column])
                    m_cell_width =
                        std::max(m_cell_width, model::count_code_points(lines[piece.line].substr(piece.first, piece.last - piece.first)));
                for (const ColumnPiece& piece : row[column]) {
                    m_line = lines[piece.line];
                    m_offset = offsets[piece.line];
                    m_indent = 0;
                    m_blank_before = piece.after_blank;
                    read_pieces({piece.first, piece.last}, CellRef{m_table, m_row, static_cast<int>(column)});
                    m_in_cell = true;
                }
            }
        }
        m_in_cell = false;
        m_in_table = false;
        m_blank_before = false;
    }

    [[nodiscard]] std::string_view cell_text(Slice cell) const {
        const std::string_view text = m_line.substr(cell.first, cell.last - cell.first);
        const std::size_t first = text.find_first_not_of(" \t");
        return first == std::string_view::npos ? std::string_view{} : text.substr(first, text.find_last_not_of(" \t") + 1 - first);
    }

    /// "| a | b |" is a row; "| text" a piece that was cut off the last column of the table before.
    void read_pipes(Slice range) {
        const bool closed = m_line[range.last - 1] == '|' && range.last - range.first > 1;
        std::vector<Slice> cells = cut(m_line, {range.first + 1, closed ? range.last - 1 : range.last}, '|');
        if (cells.size() == 1 && !closed) {
            const bool goes_on = m_table >= 0 && m_since_table <= 2 && !is_ruling(cell_text(cells.front()));
            if (!goes_on) return read_pieces(cells.front(), std::nullopt);
            ++m_row;
            m_in_table = true;
            m_since_table = 0;
            return read_pieces(cells.front(), CellRef{m_table, m_row, static_cast<int>(m_columns) - 1});
        }
        read_row(cells);
    }

    void add_ornament(std::size_t first, std::size_t last) {
        Line line = make_line(first, last);
        line.text = clean_text(line.raw);
        line.role = LineRole::furniture;
        line.furniture_kind = "ornament";
        line.break_before = Break::paragraph;
        m_result.lines.push_back(std::move(line));
    }

    [[nodiscard]] Line make_line(std::size_t first, std::size_t last) const {
        Line line;
        line.raw = std::string(m_line.substr(first, last - first));
        line.span.page = m_page;
        line.span.first_char = m_offset + model::count_code_points(m_line.substr(0, first));
        line.span.last_char = line.span.first_char + model::count_code_points(line.raw);
        return line;
    }

    void read_pieces(Slice range, std::optional<CellRef> cell) {
        const std::string_view text = m_line.substr(range.first, range.last - range.first);
        std::size_t heading_mark = 0;
        int heading = 0;
        if (!cell && text.starts_with('#')) {
            const std::size_t marks = text.find_first_not_of('#');
            if (marks != std::string_view::npos && marks <= 6 && text[marks] == ' ') {
                heading = static_cast<int>(marks);
                heading_mark = marks + 1;
            }
        }
        bool later = false;
        for (MarkedPiece& piece : read_markup(text.substr(heading_mark))) {
            const std::size_t first = range.first + heading_mark + piece.first;
            Line line = make_line(heading > 0 && !later ? range.first : first, range.first + heading_mark + piece.last);
            line.heading_level = piece.heading_level > 0 ? piece.heading_level : heading;
            line.bold = piece.bold;
            line.italic = piece.italic;
            line.cell = cell;
            line.indent_pt = static_cast<double>(m_indent) * points_per_blank;
            line.bullet = piece.bullet;
            finish(line, clean_text(piece.text), later);
            later = true;
        }
    }

    void finish(Line& line, std::string text, bool later) {
        take_bullet(line, text);
        line.text = std::move(text);
        if (line.text.empty()) return;
        line.break_before = later ? Break::paragraph : break_before(line);
        if (!line.cell) ++m_since_table;
        m_page_starts = false;
        m_result.lines.push_back(std::move(line));
        m_previous = m_result.lines.size() - 1;
    }

    /// Printed bullets, and what OCR makes of them where the document shows that it does.
    void take_bullet(Line& line, std::string& text) const {
        if (!line.bullet.empty() || text.size() < 2) return;
        const auto context = m_shape.letter_bullets ? BulletContext::list : BulletContext::open_text;
        LeadingBullet found = leading_bullet(text, context);
        if (found.length == 0) {
            const char32_t first = first_code_point(text);
            std::size_t at = 1;
            const char32_t second = next_code_point(text, at);
            const bool spaced = second == U' ' && text.size() > 2;
            const bool dot = first == U'.' && spaced && (m_shape.dot_bullets || after_colon());
            const bool bracket = first == U']' && spaced && m_shape.bracket_bullets;
            const bool dash = first == U'-' && is_letter(second) && (m_shape.glued_dashes || after_colon());
            if (!dot && !bracket && !dash) return;
            found = {std::string(1, text[0]), static_cast<std::size_t>(dash ? 1 : 2)};
        }
        line.bullet = found.bullet;
        text.erase(0, found.length);
    }

    [[nodiscard]] const Line* previous() const { return m_previous ? &m_result.lines[*m_previous] : nullptr; }
    [[nodiscard]] bool after_colon() const { return previous() != nullptr && previous()->text.ends_with(':'); }

    [[nodiscard]] Break break_before(const Line& line) const {
        const Line* before = previous();
        if (before == nullptr || !line.bullet.empty() || line.heading_level > 0 || before->heading_level > 0) return Break::paragraph;
        if (m_page_starts) return Break::page;
        if (m_in_cell) return break_in_cell(*before, line);
        const bool open = runs_on(before->text, line.text);
        if (line.cell && before->cell && *line.cell != *before->cell) return Break::paragraph;
        if (m_blank_before || line.cell.has_value() != before->cell.has_value() || !m_shape.wrapped)
            return open ? Break::unknown : Break::paragraph;

        const std::size_t length = model::count_code_points(before->raw);
        const std::size_t needed = length + 1 + first_word_length(line.text);
        // Proportional type makes full lines of different lengths, so only a clearly short one tells.
        if (needed * 10 <= m_shape.width * 8) return open ? Break::unknown : Break::paragraph;
        return open && needed * 100 >= m_shape.width * 93 ? Break::none : Break::unknown;
    }

    /// Where blank lines part the paragraphs of a cell, a full line without one is a wrapped one.
    [[nodiscard]] Break break_in_cell(const Line& before, const Line& line) const {
        if (m_blank_before) return Break::paragraph;
        const std::size_t needed = model::count_code_points(before.raw) + 1 + first_word_length(line.text);
        const bool full = needed * 10 >= m_cell_width * 9;
        return runs_on(before.text, line.text) || (m_cell_spaced && full) ? Break::none : Break::unknown;
    }

    const SourceDocument& m_document;
    TextShape m_shape;
    LayoutDocument m_result;
    std::string_view m_line;
    std::optional<std::size_t> m_previous;  ///< the last line that was no ornament
    std::size_t m_offset = 0;
    std::size_t m_indent = 0;
    std::size_t m_columns = 0;
    std::size_t m_since_table = 0;
    int m_page = 0;
    int m_table = -1;
    int m_row = -1;
    bool m_in_table = false;
    std::size_t m_cell_width = 0;
    bool m_cell_spaced = false;  ///< blank lines stand in the cell
    bool m_in_cell = false;      ///< behind the first line of a cell of a table set by blanks
    bool m_blank_before = false;
    bool m_page_starts = true;
};

}  // namespace

LayoutDocument layout_text(const SourceDocument& document) { return TextLayout(document).run(); }

}  // namespace kwalign::ingest
