#include "ingest/layout/page_layout.hpp"

#include "ingest/layout/clean_text.hpp"
#include "ingest/layout/line_breaks.hpp"
#include "ingest/layout/line_spacing.hpp"
#include "ingest/layout/page_blocks.hpp"
#include "ingest/layout/page_text.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace kwalign::ingest {

namespace {

class LineMaker {
public:
    LineMaker(const SourceDocument& document, const LineSpacing& spacing) : m_document(document), m_spacing(spacing) {
        for (const Page& page : document.pages) m_offsets.push_back(run_offsets(page));
    }

    LayoutDocument make(std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (block.kind == Block::Kind::furniture)
                add_furniture(block);
            else if (block.kind == Block::Kind::table)
                add_table(block);
            else
                add_line(block);
        }
        return std::move(m_result);
    }

private:
    void add_furniture(const Block& block) {
        Line line = to_line(block.line, block.page);
        line.role = LineRole::furniture;
        line.furniture_kind = block.furniture_kind;
        line.break_before = Break::paragraph;
        m_result.lines.push_back(std::move(line));
    }

    void add_line(const Block& block) {
        Line line = to_line(block.line, block.page);
        if (m_above == nullptr)
            line.break_before = Break::paragraph;
        else if (block.starts_column)
            line.break_before = break_at_page(*m_above, block.line);
        else
            line.break_before = m_in_table ? Break::paragraph : break_between(*m_above, block.line, m_spacing);
        m_result.lines.push_back(std::move(line));
        m_above = &block.line;
        m_in_table = false;
    }

    void add_table(const Block& block) {
        bool begins_page = block.starts_column && m_above != nullptr;
        for (std::size_t r = 0; r < block.rows.size(); ++r) {
            for (std::size_t c = 0; c < block.rows[r].size(); ++c) {
                const PlacedLine* above = nullptr;
                for (const PlacedCellLine& placed : block.rows[r][c].lines) {
                    Line line = to_line(placed.line, placed.page);
                    line.cell = CellRef{block.table, block.first_row + static_cast<int>(r), static_cast<int>(c)};
                    if (placed.after_page_break)
                        line.break_before = Break::page;
                    else if (above != nullptr)
                        line.break_before = break_between(*above, placed.line, m_spacing);
                    else
                        line.break_before = begins_page && r == 0 ? Break::page : Break::paragraph;
                    m_result.lines.push_back(std::move(line));
                    above = &placed.line;
                    m_above = above;
                }
            }
        }
        m_in_table = true;
    }

    [[nodiscard]] Line to_line(const PlacedLine& placed, std::size_t page) const {
        Line line;
        const std::vector<Word>& words = placed.row.words;
        line.raw = row_text(words);
        line.text = clean_text(line.raw);
        // A lone "o" is a bullet only as a sign of its own with white space behind it.
        const bool letter =
            words.size() > 1 && words.front().run->text == "o" && words[1].box().x0 - words[0].box().x1 > 0.5 * words[0].size();
        const LeadingBullet bullet = leading_bullet(line.text, letter ? BulletContext::list : BulletContext::open_text);
        line.bullet = bullet.bullet;
        line.text.erase(0, bullet.length);
        fill_span(line.span, words, page);
        line.span.box = placed.row.box;
        line.font_size_pt = placed.row.main_word().run->font_size_pt;
        // The bullet's own face does not count.
        const auto first = words.begin() + (bullet.length > 0 && words.size() > 1 ? 1 : 0);
        line.bold = std::all_of(first, words.end(), [](const Word& word) { return word.run->bold; });
        line.italic = std::all_of(first, words.end(), [](const Word& word) { return word.run->italic; });
        line.indent_pt = std::max(0.0, placed.row.box.x0 - placed.left);
        return line;
    }

    void fill_span(model::SourceSpan& span, const std::vector<Word>& words, std::size_t page) const {
        span.page = m_document.pages[page].number;
        const std::vector<std::size_t>& offsets = m_offsets[page];
        span.first_char = offsets[words.front().index];
        span.last_char = 0;
        for (const Word& word : words) {
            span.first_char = std::min(span.first_char, offsets[word.index]);
            span.last_char = std::max(span.last_char, offsets[word.index + 1] - 1);
        }
    }

    const SourceDocument& m_document;
    const LineSpacing& m_spacing;
    std::vector<std::vector<std::size_t>> m_offsets;
    LayoutDocument m_result;
    const PlacedLine* m_above = nullptr;  ///< last body line; blocks outlive the maker
    bool m_in_table = false;
};

}  // namespace

LayoutDocument layout_pages(const SourceDocument& document) {
    const LineSpacing spacing(document.pages);
    std::vector<Block> blocks = find_blocks(document.pages, spacing);
    number_tables(blocks);
    return LineMaker(document, spacing).make(blocks);
}

}  // namespace kwalign::ingest
