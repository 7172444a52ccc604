#include "ingest/layout/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace kwalign::ingest {

namespace {

constexpr double same_height = 2.5;  // points; lines that start together

bool all_bold(const Row& row) {
    return std::all_of(row.words.begin(), row.words.end(), [](const Word& word) { return word.run->bold; });
}

struct Interval {
    double low = 0.0;
    double high = 0.0;
};

/// White space between two lines; where their boxes overlap, the line between them.
Interval between(const Row& upper, const Row& lower) {
    if (lower.box.y0 > upper.box.y1) return {upper.box.y1, lower.box.y0};
    const double middle = (lower.box.y0 + upper.box.y1) / 2.0;
    return {middle, middle};
}

bool meet(const Interval& a, const Interval& b) { return a.low <= b.high + 0.5 && b.low <= a.high + 0.5; }

class TableReader {
public:
    TableReader(const std::vector<Row>& rows, const TableZone& zone, const LineSpacing& spacing) : m_spacing(spacing) {
        std::vector<std::vector<Word>> words(zone.gutters.size() + 1);
        for (std::size_t i = zone.first; i < zone.last; ++i) {
            for (const Word& word : rows[i].words) {
                std::size_t column = 0;
                while (column < zone.gutters.size() && word.box().x0 + word.box().x1 > 2.0 * zone.gutters[column].middle()) ++column;
                words[column].push_back(word);
            }
        }
        for (auto& column : words) m_columns.push_back(to_rows(std::move(column)));
    }

    TableGrid read() {
        find_cuts();
        if (m_cuts.empty()) cut_every_row();
        TableGrid grid;
        grid.rows.assign(m_cuts.size() + 1, std::vector<TableCell>(m_columns.size()));
        for (std::size_t column = 0; column < m_columns.size(); ++column) fill(grid, column);
        std::erase_if(grid.rows, [](const auto& row) {
            return std::all_of(row.begin(), row.end(), [](const TableCell& cell) { return cell.lines.empty(); });
        });
        return grid;
    }

private:
    [[nodiscard]] bool is_break(std::size_t column, std::size_t line) const {
        const Row& upper = m_columns[column][line];
        const Row& lower = m_columns[column][line + 1];
        return m_spacing.is_gap(upper, lower) || all_bold(upper) != all_bold(lower);
    }

    void find_cuts() {
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            for (std::size_t line = 0; line + 1 < m_columns[column].size(); ++line) {
                if (is_break(column, line)) try_cut(column, line);
            }
        }
        std::sort(m_cuts.begin(), m_cuts.end());
        m_cuts.erase(std::unique(m_cuts.begin(), m_cuts.end(), [](double a, double b) { return b - a < same_height; }), m_cuts.end());
    }

    void try_cut(std::size_t column, std::size_t line) {
        const Row& next = m_columns[column][line + 1];
        Interval space = between(m_columns[column][line], next);
        for (std::size_t other = 0; other < m_columns.size(); ++other) {
            if (other == column || !limit(space, other, column, next)) continue;
            return;
        }
        m_cuts.push_back((space.low + space.high) / 2.0);
    }

    /// Narrows `space` to what column `other` leaves free; true if that column forbids the cut.
    [[nodiscard]] bool limit(Interval& space, std::size_t other, std::size_t column, const Row& next) const {
        const std::vector<Row>& lines = m_columns[other];
        if (lines.empty() || lines.front().middle() > space.low || lines.back().middle() < space.high) {
            // Nothing of the column on one side; a line that reaches into the white space still limits it.
            return false;
        }
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            const Interval gap = between(lines[i], lines[i + 1]);
            if (!meet(gap, space)) continue;
            const bool together = std::abs(lines[i + 1].main_word().middle() - next.main_word().middle()) < same_height;
            if (!is_break(other, i) && !together) continue;
            space = {std::max(space.low, std::min(gap.low, space.high)), std::min(space.high, std::max(gap.high, space.low))};
            return false;
        }
        // A label may run past the rows on its right, not the other way round.
        return other > column;
    }

    /// A grid without visible gaps: every printed row that has a first cell is a row.
    void cut_every_row() {
        if (m_columns.front().size() < 3) return;
        std::size_t full = 0;
        for (const Row& line : m_columns.front()) {
            const auto has_partner = [&](const std::vector<Row>& column) {
                return std::any_of(column.begin(), column.end(), [&](const Row& other) {
                    return std::abs(other.main_word().middle() - line.main_word().middle()) < same_height;
                });
            };
            if (std::all_of(m_columns.begin() + 1, m_columns.end(), has_partner)) ++full;
        }
        if (full * 10 < m_columns.front().size() * 8) return;
        for (std::size_t i = 0; i + 1 < m_columns.front().size(); ++i) {
            const Interval space = between(m_columns.front()[i], m_columns.front()[i + 1]);
            m_cuts.push_back((space.low + space.high) / 2.0);
        }
    }

    [[nodiscard]] std::size_t row_at(double y) const {
        return static_cast<std::size_t>(std::upper_bound(m_cuts.begin(), m_cuts.end(), y) - m_cuts.begin());
    }

    /// Some column further right starts a line at this height.
    [[nodiscard]] bool starts_with_others(std::size_t column, const Row& line) const {
        return std::any_of(m_columns.begin() + static_cast<std::ptrdiff_t>(column) + 1, m_columns.end(),
                           [&](const std::vector<Row>& lines) {
                               return std::any_of(lines.begin(), lines.end(), [&](const Row& other) {
                                   return std::abs(other.main_word().middle() - line.main_word().middle()) < same_height;
                               });
                           });
    }

    /// A block of lines that runs past the end of a row is a label, unless each of its parts is the key of its own row.
    [[nodiscard]] bool is_one_label(std::size_t column, std::size_t first, std::size_t last) const {
        for (std::size_t i = first + 1; i < last; ++i) {
            const Row& line = m_columns[column][i];
            const bool new_row = row_at(line.main_word().middle()) != row_at(m_columns[column][i - 1].main_word().middle());
            if (new_row && !starts_with_others(column, line)) return true;
        }
        return false;
    }

    /// Lines first..last (half-open) of one column that belong together.
    struct Part {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    [[nodiscard]] std::vector<Part> parts_of(std::size_t column) const {
        std::vector<Part> parts;
        for (std::size_t i = 0; i < m_columns[column].size(); ++i) {
            if (i == 0 || is_break(column, i - 1)) parts.push_back({i, i});
            parts.back().last = i + 1;
        }
        return parts;
    }

    [[nodiscard]] model::Box extent(std::size_t column, const Part& part) const {
        model::Box box;
        for (std::size_t i = part.first; i < part.last; ++i) box = model::united(box, m_columns[column][i].box);
        return box;
    }

    /// What the columns right of `column` have in each row.
    [[nodiscard]] std::vector<model::Box> row_extents(std::size_t column) const {
        std::vector<model::Box> extents(m_cuts.size() + 1);
        for (std::size_t c = column + 1; c < m_columns.size(); ++c) {
            for (const Row& line : m_columns[c]) {
                model::Box& box = extents[row_at(line.main_word().middle())];
                box = model::united(box, line.box);
            }
        }
        return extents;
    }

    /// First rows of the labels, where each label stands half-way down the rows it spans and all rows are spanned; else nothing.
    [[nodiscard]] std::optional<std::vector<std::size_t>> centred_rows(std::size_t column, const std::vector<Part>& parts) const {
        const std::vector<model::Box> rows = row_extents(column);
        std::vector<std::size_t> firsts;
        std::size_t next = 0;
        bool off_top = false;
        for (const Part& part : parts) {
            const model::Box label = extent(column, part);
            if (next >= rows.size()) return std::nullopt;
            off_top = off_top || std::abs(rows[next].y0 - label.y0) > 2.0 * same_height;
            firsts.push_back(next);
            model::Box spanned;
            bool fits = false;
            while (next < rows.size() && !fits) {
                spanned = model::united(spanned, rows[next++]);
                fits = std::abs(spanned.y0 + spanned.y1 - label.y0 - label.y1) < 2.0 * same_height;
            }
            if (!fits) return std::nullopt;
        }
        if (next != rows.size() || !off_top) return std::nullopt;
        return firsts;
    }

    void fill(TableGrid& grid, std::size_t column) const {
        const std::vector<Row>& lines = m_columns[column];
        const bool may_label = column + 1 < m_columns.size();
        const std::vector<Part> parts = parts_of(column);
        const auto centred = may_label ? centred_rows(column, parts) : std::nullopt;
        model::Box box;
        for (std::size_t p = 0; p < parts.size(); ++p) {
            const bool whole = centred || (may_label && is_one_label(column, parts[p].first, parts[p].last));
            const std::size_t label_row = centred ? (*centred)[p] : row_at(lines[parts[p].first].main_word().middle());
            for (std::size_t i = parts[p].first; i < parts[p].last; ++i) {
                const std::size_t row = whole ? label_row : row_at(lines[i].main_word().middle());
                grid.rows[row][column].lines.push_back(lines[i]);
                box = model::united(box, lines[i].box);
            }
        }
        grid.extents.push_back(lines.empty() ? std::nullopt : std::optional(box));
    }

    const LineSpacing& m_spacing;
    std::vector<std::vector<Row>> m_columns;
    std::vector<double> m_cuts;
};

}  // namespace

TableGrid read_table(const std::vector<Row>& rows, const TableZone& zone, const LineSpacing& spacing) {
    return TableReader(rows, zone, spacing).read();
}

}  // namespace kwalign::ingest
