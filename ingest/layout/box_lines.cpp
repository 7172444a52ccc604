#include "ingest/layout/box_lines.hpp"

#include "ingest/layout/furniture.hpp"
#include "ingest/layout/line_text.hpp"
#include "ingest/layout/page_words.hpp"
#include "ingest/layout/region_cuts.hpp"
#include "ingest/layout/running_heads.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace kwalign::ingest {
namespace {

constexpr int max_cut_depth = 60;

/// A full stop that is not an abbreviation's ("bijv.", "o.a.").
bool ends_sentence(const std::string& word) {
    return word.size() > 6 && word.back() == '.' && word.find('.') == word.size() - 1;
}

/// Prose begins its sentences with a capital; list items whose bullets were drawn rather than written may not.
bool begins_lower(const std::string& word) { return !word.empty() && word.front() >= 'a' && word.front() <= 'z'; }

class BoxLines {
public:
    explicit BoxLines(const SourceDocument& document) : m_document(document), m_split(split_running_heads(document.pages)) {}

    std::vector<Line> run() {
        for (std::size_t p = 0; p < m_document.pages.size(); ++p) take_page(p);
        return std::move(m_lines);
    }

private:
    void take_page(std::size_t p) {
        m_page = &m_document.pages[p];
        for (const WordLine& piece : m_split.furniture[p]) {
            Line line = make_line(piece, Break::paragraph, std::nullopt, piece.box.x0);
            line.role = LineRole::furniture;
            line.furniture_kind = is_page_number(line.text) ? "page_number" : "running_head";
            m_lines.push_back(std::move(line));
        }
        std::vector<PageWord>& words = m_split.body[p];
        if (words.empty()) return;
        m_leading = typical_gap(words);
        m_break = m_page->number > 1 ? Break::page : Break::paragraph;
        cut(std::move(words), 0, std::nullopt);
    }

    /// Reads one region: columns one after another, rows of a table cell by cell, else lines.
    void cut(std::vector<PageWord> words, int depth, const std::optional<CellRef>& cell) {
        if (words.empty()) return;
        const std::optional<VerticalCut> vertical = depth < max_cut_depth ? find_vertical_cut(words) : std::nullopt;
        if (vertical && is_column_cut(words, *vertical, m_page->height_pt)) {
            auto [left, right] = parted(std::move(words), *vertical);
            cut(std::move(left), depth + 1, cell);
            m_break = Break::page;
            return cut(std::move(right), depth + 1, cell);
        }
        const std::optional<double> horizontal = depth < max_cut_depth ? find_horizontal_cut(words, m_leading) : std::nullopt;
        if (horizontal) {
            auto [upper, lower] = parted_at(std::move(words), *horizontal);
            cut(std::move(upper), depth + 1, cell);
            if (m_break != Break::page) m_break = Break::paragraph;
            return cut(std::move(lower), depth + 1, cell);
        }
        if (vertical) return take_row(std::move(words), *vertical, depth, cell);
        take_lines(words, cell);
    }

    /// A band with a gap through it is a row of cells. Consecutive rows make one table.
    void take_row(std::vector<PageWord> words, const VerticalCut& first, int depth, const std::optional<CellRef>& outer) {
        CellRef cell = outer.value_or(CellRef{});
        if (!outer) {
            const bool goes_on = !m_lines.empty() && last_body_line() != nullptr && last_body_line()->cell.has_value();
            if (!goes_on) {
                ++m_table;
                m_row = 0;
            } else {
                ++m_row;
            }
            cell = {m_table, m_row, 0};
        }
        auto [left, right] = parted(std::move(words), first);
        const std::vector<PageWord> right_copy = right;
        cut_cell(std::move(left), depth + 1, cell);
        ++cell.column;
        if (m_break != Break::page) m_break = Break::paragraph;
        cut_cell(std::move(right), depth + 1, cell);
    }

    void cut_cell(std::vector<PageWord> words, int depth, const CellRef& cell) {
        const std::optional<VerticalCut> more = depth < max_cut_depth ? find_vertical_cut(words) : std::nullopt;
        if (more) return take_row(std::move(words), *more, depth, cell);
        cut(std::move(words), depth, cell);
    }

    const Line* last_body_line() const {
        for (auto it = m_lines.rbegin(); it != m_lines.rend(); ++it)
            if (it->role == LineRole::body) return &*it;
        return nullptr;
    }

    void take_lines(const std::vector<PageWord>& words, const std::optional<CellRef>& cell) {
        const std::vector<WordLine> lines = cluster_lines(words);
        double left = lines.front().box.x0;
        double right = 0.0;
        for (const WordLine& l : lines) {
            left = std::min(left, l.box.x0);
            right = std::max(right, l.box.x1);
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            Break before = m_break;
            if (i > 0) before = break_between(lines[i - 1], lines[i], right);
            m_lines.push_back(make_line(lines[i], before, cell, left));
            if (i > 0 && !m_lines.back().bullet.empty()) m_lines.back().break_before = Break::paragraph;
        }
        m_break = Break::paragraph;
    }

    Break break_between(const WordLine& above, const WordLine& below, double right) const {
        const double height = std::max(1.0, below.box.height());
        const double gap = below.box.y0 - above.box.y1;
        // Items of a list stand a little further apart than the lines of one; producers round positions by up to three quarters of a point.
        if (gap > m_leading + std::max(1.1, 0.14 * height)) return Break::paragraph;
        if (is_item_mark(below.words.front().run->text)) return Break::paragraph;
        if (ends_sentence(above.words.back().run->text) && begins_lower(below.words.front().run->text)) return Break::paragraph;
        const bool other_style = above.words.back().run->bold != below.words.front().run->bold && above.words.front().run->bold != below.words.back().run->bold;
        if (other_style) return Break::paragraph;
        // Had the paragraph gone on, its next word would have stood on the line above.
        const double room = right - above.box.x1;
        const double first_word = below.words.front().box().width() + 0.3 * height;
        if (room > first_word + 4.0) return Break::paragraph;
        return room > first_word ? Break::unknown : Break::none;
    }

    Line make_line(const WordLine& words, Break before, const std::optional<CellRef>& cell, double left) const {
        Line line;
        set_line_text(line, text_of(words), false);
        line.break_before = before;
        line.cell = cell;
        line.span.page = m_page->number;
        line.span.box = words.box;
        line.span.first_char = words.words.front().first_char;
        line.span.last_char = words.words.front().last_char;
        line.bold = true;
        line.italic = true;
        for (const PageWord& w : words.words) {
            line.span.first_char = std::min(line.span.first_char, w.first_char);
            line.span.last_char = std::max(line.span.last_char, w.last_char);
            line.bold = line.bold && w.run->bold;
            line.italic = line.italic && w.run->italic;
            line.font_size_pt = std::max(line.font_size_pt, w.run->font_size_pt);
        }
        line.indent_pt = words.box.x0 - left;
        return line;
    }

    const SourceDocument& m_document;
    SplitPages m_split;
    std::vector<Line> m_lines;
    const Page* m_page = nullptr;
    double m_leading = 0.0;
    Break m_break = Break::paragraph;
    int m_table = 0;
    int m_row = 0;
};

}  // namespace

std::vector<Line> lines_of_boxes(const SourceDocument& document) { return BoxLines(document).run(); }

}  // namespace kwalign::ingest
