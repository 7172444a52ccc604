#include "ingest/layout/page_blocks.hpp"

#include "ingest/layout/clean_text.hpp"
#include "ingest/layout/columns.hpp"
#include "ingest/layout/table_zone.hpp"
#include "ingest/layout/text_shape.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace kwalign::ingest {

namespace {

constexpr std::size_t most_column_cuts = 24;  // nested, on one page
constexpr std::size_t most_gutters = 16;      // remembered of one document

model::Box extent(const std::vector<Row>& rows) {
    model::Box box;
    for (const Row& row : rows) box = model::united(box, row.box);
    return box;
}

std::vector<Word> words_of(const std::vector<Row>& rows, std::size_t first, std::size_t last) {
    std::vector<Word> words;
    for (std::size_t i = first; i < last; ++i) words.insert(words.end(), rows[i].words.begin(), rows[i].words.end());
    return words;
}

class BlockFinder {
public:
    BlockFinder(const std::vector<Page>& pages, const LineSpacing& spacing)
        : m_pages(pages), m_spacing(spacing), m_furniture(find_furniture(pages)) {}

    std::vector<Block> find() {
        std::vector<std::vector<Word>> body;
        for (std::size_t p = 0; p < m_pages.size(); ++p) {
            body.push_back(body_words(p));
            learn_gutter(to_rows(body.back()), m_pages[p]);
        }
        for (m_page = 0; m_page < m_pages.size(); ++m_page) {
            add_furniture(true);
            m_starts_column = true;
            m_cuts = 0;
            read_region(to_rows(std::move(body[m_page])));
            add_upright();
            add_furniture(false);
        }
        return std::move(m_blocks);
    }

private:
    [[nodiscard]] std::vector<Word> body_words(std::size_t page) const {
        const auto& runs = m_pages[page].runs;
        std::vector<bool> taken(runs.size(), false);
        for (const FurniturePiece& piece : m_furniture[page]) {
            for (const std::size_t run : piece.runs) taken[run] = true;
        }
        std::vector<Word> words;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            if (!taken[i] && !is_upright(runs[i])) words.push_back({&runs[i], i});
        }
        return words;
    }

    void learn_gutter(const std::vector<Row>& rows, const Page& page) {
        m_zones.push_back(find_columns(rows, page.height_pt, m_spacing));
        if (m_zones.back()) know(m_zones.back()->gutter);
    }

    void read_region(std::vector<Row> rows) {
        if (rows.empty()) return;
        if (const auto zone = m_cuts < most_column_cuts ? find_zone(rows) : std::nullopt) {
            ++m_cuts;
            if (zone->first > 0) read_region(to_rows(words_of(rows, 0, zone->first)));
            read_columns(rows, *zone);
            if (zone->last < rows.size()) read_region(to_rows(words_of(rows, zone->last, rows.size())));
            return;
        }
        read_flow(rows);
    }

    [[nodiscard]] std::optional<ColumnZone> find_zone(const std::vector<Row>& rows) {
        if (m_cuts == 0 && m_zones[m_page]) return m_zones[m_page];
        if (m_cuts > 0) {
            // The second gutter of three columns.
            if (auto zone = find_columns(rows, m_pages[m_page].height_pt, m_spacing)) {
                know(zone->gutter);
                return zone;
            }
        }
        for (const Gutter& gutter : m_known_gutters) {
            if (auto zone = find_known_columns(rows, gutter, m_spacing)) return zone;
        }
        return std::nullopt;
    }

    void know(const Gutter& gutter) {
        const auto same = [&](const Gutter& other) { return std::abs(other.middle() - gutter.middle()) < 4.0; };
        if (m_known_gutters.size() < most_gutters && std::none_of(m_known_gutters.begin(), m_known_gutters.end(), same))
            m_known_gutters.push_back(gutter);
    }

    void read_columns(const std::vector<Row>& rows, const ColumnZone& zone) {
        std::vector<Word> left;
        std::vector<Word> right;
        for (const Word& word : words_of(rows, zone.first, zone.last))
            (word.box().x0 < zone.gutter.middle() ? left : right).push_back(word);
        read_region(to_rows(std::move(left)));
        m_starts_column = true;
        read_region(to_rows(std::move(right)));
    }

    void read_flow(const std::vector<Row>& rows) {
        const model::Box box = extent(rows);
        std::vector<TableZone> zones = find_tables(rows, m_spacing);
        if (m_starts_column) continue_last_table(rows, zones);
        std::size_t next = 0;
        for (const TableZone& zone : zones) {
            for (; next < zone.first; ++next) add_line(rows[next], box);
            add_table(read_table(rows, zone, m_spacing));
            next = zone.last;
            m_last_gutters = zone.gutters;
        }
        if (next < rows.size()) m_last_gutters.clear();
        for (; next < rows.size(); ++next) add_line(rows[next], box);
    }

    /// A page may begin with cells of the last page's table whose label stands there: text where only later columns had any.
    void continue_last_table(const std::vector<Row>& rows, std::vector<TableZone>& zones) const {
        if (m_last_gutters.empty()) return;
        const std::size_t limit = zones.empty() ? rows.size() : zones.front().first;
        std::size_t last = 0;
        const auto crosses = [&](const Row& row) {
            return std::any_of(m_last_gutters.begin(), m_last_gutters.end(), [&](const Gutter& gutter) {
                return std::any_of(row.words.begin(), row.words.end(),
                                   [&](const Word& word) { return word.box().x0 < gutter.middle() && word.box().x1 > gutter.middle(); });
            });
        };
        while (last < limit && rows[last].box.x0 > m_last_gutters.front().middle() && !crosses(rows[last])) ++last;
        if (last > 0) zones.insert(zones.begin(), TableZone{0, last, m_last_gutters});
    }

    Block& add(Block::Kind kind) {
        m_blocks.emplace_back();
        m_blocks.back().kind = kind;
        m_blocks.back().page = m_page;
        return m_blocks.back();
    }

    void add_line(const Row& row, const model::Box& column) {
        Block& block = add(Block::Kind::line);
        block.starts_column = std::exchange(m_starts_column, false);
        block.line = {row, column.x0, column.x1};
    }

    void add_table(const TableGrid& grid) {
        Block& block = add(Block::Kind::table);
        block.starts_column = std::exchange(m_starts_column, false);
        for (const auto& extent : grid.extents) block.lefts.push_back(extent ? std::optional(extent->x0) : std::nullopt);
        for (const auto& row : grid.rows) {
            block.rows.emplace_back(row.size());
            for (std::size_t c = 0; c < row.size(); ++c) {
                for (const Row& line : row[c].lines)
                    block.rows.back()[c].lines.push_back({{line, grid.extents[c]->x0, grid.extents[c]->x1}, m_page, false});
            }
        }
    }

    void add_furniture(bool top) {
        const Page& page = m_pages[m_page];
        for (const FurniturePiece& piece : m_furniture[m_page]) {
            if (piece.at_top != top) continue;
            Block& block = add(Block::Kind::furniture);
            block.furniture_kind = piece.kind;
            for (const std::size_t run : piece.runs) {
                block.line.row.words.push_back({&page.runs[run], run});
                block.line.row.box = model::united(block.line.row.box, page.runs[run].box);
            }
        }
    }

    /// Text set sideways is kept, one line per stack of words, behind the page's other text.
    void add_upright() {
        const Page& page = m_pages[m_page];
        std::vector<Row> stacks;
        for (std::size_t i = 0; i < page.runs.size(); ++i) {
            if (!is_upright(page.runs[i])) continue;
            const model::Box& box = page.runs[i].box;
            if (stacks.empty() || std::abs(stacks.back().box.x0 - box.x0) > box.width() / 2.0) stacks.emplace_back();
            stacks.back().words.push_back({&page.runs[i], i});
            stacks.back().box = model::united(stacks.back().box, box);
        }
        const bool starts = std::exchange(m_starts_column, false);
        for (const Row& stack : stacks) add_line(stack, stack.box);
        m_starts_column = starts;
    }

    const std::vector<Page>& m_pages;
    const LineSpacing& m_spacing;
    std::vector<std::vector<FurniturePiece>> m_furniture;
    std::vector<std::optional<ColumnZone>> m_zones;  ///< of whole pages
    std::vector<Gutter> m_known_gutters;
    std::vector<Block> m_blocks;
    std::vector<Gutter> m_last_gutters;  ///< of the table that ends the text read last, if one does
    std::size_t m_page = 0;
    std::size_t m_cuts = 0;
    bool m_starts_column = false;
};

/// The columns stand equally far apart; where only one has text in both, it must stand at the same place.
bool same_columns(const Block& a, const Block& b) {
    constexpr double tolerance = 5.0;
    if (a.lefts.size() != b.lefts.size()) return false;
    std::vector<double> shifts;
    for (std::size_t i = 0; i < a.lefts.size(); ++i) {
        if (a.lefts[i] && b.lefts[i]) shifts.push_back(*b.lefts[i] - *a.lefts[i]);
    }
    if (shifts.empty()) return false;
    if (shifts.size() == 1) return std::abs(shifts.front()) <= tolerance;
    return std::all_of(shifts.begin(), shifts.end(), [&](double shift) { return std::abs(shift - shifts.front()) <= tolerance; });
}

std::string cell_text(const PlacedCell& cell) {
    std::string text;
    for (const PlacedCellLine& line : cell.lines) text += row_text(line.line.row.words) + "\n";
    return text;
}

bool same_texts(const std::vector<PlacedCell>& a, const std::vector<PlacedCell>& b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](const PlacedCell& x, const PlacedCell& y) { return cell_text(x) == cell_text(y); });
}

/// Some cell goes on in mid-sentence.
bool is_broken(const std::vector<PlacedCell>& upper, const std::vector<PlacedCell>& lower) {
    for (std::size_t c = 0; c < std::min(upper.size(), lower.size()); ++c) {
        if (upper[c].lines.empty() || lower[c].lines.empty()) continue;
        const std::string last = clean_text(row_text(upper[c].lines.back().line.row.words));
        const std::string first = clean_text(row_text(lower[c].lines.front().line.row.words));
        if (runs_on(last, first)) return true;
    }
    return false;
}

/// Joins `lower` to the table `upper`, which it continues.
void continue_table(Block& upper, Block& lower) {
    lower.table = upper.table;
    lower.first_row = upper.first_row + static_cast<int>(upper.rows.size());
    if (!lower.starts_column) return;
    const std::size_t head = same_texts(upper.rows.front(), lower.rows.front()) ? 1 : 0;
    if (lower.rows.size() <= head || !is_broken(upper.rows.back(), lower.rows[head])) return;
    for (std::size_t c = 0; c < upper.rows.back().size(); ++c) {
        bool first = !upper.rows.back()[c].lines.empty();
        for (PlacedCellLine& line : lower.rows[head][c].lines) {
            line.after_page_break = std::exchange(first, false);
            upper.rows.back()[c].lines.push_back(std::move(line));
        }
    }
    lower.rows.erase(lower.rows.begin() + static_cast<std::ptrdiff_t>(head));
}

}  // namespace

std::vector<Block> find_blocks(const std::vector<Page>& pages, const LineSpacing& spacing) { return BlockFinder(pages, spacing).find(); }

void number_tables(std::vector<Block>& blocks) {
    int tables = 0;
    Block* previous = nullptr;
    for (Block& block : blocks) {
        if (block.kind == Block::Kind::furniture) continue;
        if (block.kind == Block::Kind::table) {
            const bool goes_on = previous != nullptr && previous->kind == Block::Kind::table && same_columns(*previous, block);
            if (goes_on)
                continue_table(*previous, block);
            else
                block.table = tables++;
        }
        previous = &block;
    }
}

}  // namespace kwalign::ingest
