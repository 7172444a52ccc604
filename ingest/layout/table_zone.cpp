#include "ingest/layout/table_zone.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace kwalign::ingest {

namespace {

// Widths in multiples of the font size.
constexpr double cell_gap = 1.0;         // opens a gutter
constexpr double kept_gap = 0.42;        // a gutter may shrink to this in fuller rows
constexpr double lone_gap = 3.0;         // parts cells in a single row
constexpr double list_gap = 3.4;         // between a list mark and its text
constexpr double justified_ratio = 2.2;  // a gap this many times the row's other gaps is no stretched blank
constexpr double aligned = 3.0;          // points
constexpr double far_apart = 6.0;        // rows, in multiples of the font size
constexpr std::size_t most_pending = 12;
constexpr std::size_t most_key_lines = 4;
constexpr double same_band = 0.85;  // of the font size, between the middles of cells that are centred in their row

struct Segment {
    std::size_t first = 0;  ///< words, half-open
    std::size_t last = 0;
};

double gap_before(const Row& row, std::size_t word) { return row.words[word].box().x0 - row.words[word - 1].box().x1; }

/// Upper middle of the gaps between words, without the one before `skip`; 0 where there is no other.
double usual_gap(const Row& row, std::size_t skip) {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < row.words.size(); ++i) {
        if (i != skip) gaps.push_back(gap_before(row, i));
    }
    if (gaps.empty()) return 0.0;
    std::sort(gaps.begin(), gaps.end());
    return gaps[gaps.size() / 2];
}

std::vector<Segment> segments_of(const Row& row) {
    std::vector<Segment> segments = {{0, 1}};
    for (std::size_t i = 1; i < row.words.size(); ++i) {
        const double gap = gap_before(row, i);
        const double size = row.words[i].size();
        const bool leads = i == 1 && is_item_lead(row.words[0]) && gap < list_gap * size;
        // In justified text all blanks of a row are stretched alike.
        const bool stretched = row.words.size() > 3 && gap < justified_ratio * usual_gap(row, i) && gap < lone_gap * size;
        if (gap >= cell_gap * size && !leads && !stretched) segments.push_back({i, i});
        segments.back().last = i + 1;
    }
    return segments;
}

Gutter gutter_before(const Row& row, const Segment& segment) {
    return {row.words[segment.first - 1].box().x1, row.words[segment.first].box().x0};
}

/// The widest part of the gutter that the row leaves free.
Gutter narrowed(const Gutter& gutter, const Row& row) {
    Gutter best{gutter.x0, gutter.x0};
    double from = gutter.x0;
    for (const Word& word : row.words) {
        if (word.box().x1 <= gutter.x0 || word.box().x0 >= gutter.x1) continue;
        if (word.box().x0 - from > best.width()) best = {from, word.box().x0};
        from = std::max(from, word.box().x1);
    }
    if (gutter.x1 - from > best.width()) best = {from, gutter.x1};
    return best;
}

class ZoneFinder {
public:
    ZoneFinder(const std::vector<Row>& rows, const LineSpacing& spacing) : m_rows(rows), m_spacing(spacing) {
        m_segments.reserve(rows.size());
        for (const Row& row : rows) m_segments.push_back(segments_of(row));
    }

    std::vector<TableZone> find() {
        std::vector<TableZone> zones;
        std::size_t free_from = 0;
        for (std::size_t i = 0; i < m_rows.size();) {
            if (m_segments[i].size() < 2) {
                ++i;
                continue;
            }
            std::optional<TableZone> zone = grow(i);
            if (!zone) {
                ++i;
                continue;
            }
            extend_up(*zone, free_from);
            free_from = i = zone->last;
            zones.push_back(std::move(*zone));
        }
        return zones;
    }

private:
    [[nodiscard]] double size_of(std::size_t row) const { return m_rows[row].main_word().size(); }

    [[nodiscard]] static std::size_t column_of(const TableZone& zone, const Word& word) {
        std::size_t column = 0;
        while (column < zone.gutters.size() && word.box().x0 + word.box().x1 > 2.0 * zone.gutters[column].middle()) ++column;
        return column;
    }
    [[nodiscard]] std::size_t first_column(const TableZone& zone, std::size_t row) const {
        return column_of(zone, m_rows[row].words.front());
    }
    [[nodiscard]] std::size_t last_column(const TableZone& zone, std::size_t row) const {
        return column_of(zone, m_rows[row].words.back());
    }

    /// Left edge of the column's text in the rows accepted so far.
    [[nodiscard]] double left_edge(const TableZone& zone, std::size_t column) const {
        double left = 1e9;
        for (std::size_t i = zone.first; i < zone.last; ++i) {
            for (const Word& word : m_rows[i].words) {
                if (column_of(zone, word) == column) left = std::min(left, word.box().x0);
            }
        }
        return left;
    }

    /// The gutters as row `index` leaves them; nothing if it crosses one.
    [[nodiscard]] std::optional<std::vector<Gutter>> kept_by(const std::vector<Gutter>& gutters, std::size_t index) const {
        std::vector<Gutter> kept;
        for (const Gutter& gutter : gutters) {
            const Gutter rest = narrowed(gutter, m_rows[index]);
            if (rest.width() < std::max(4.0, kept_gap * size_of(index))) return std::nullopt;
            kept.push_back(rest);
        }
        return kept;
    }

    /// Gaps of the row at places where no gutter is yet and the rows before leave room.
    void add_gutters(TableZone& zone, std::size_t index) const {
        const auto& segments = m_segments[index];
        for (std::size_t s = 1; s < segments.size(); ++s) {
            Gutter fresh = gutter_before(m_rows[index], segments[s]);
            const auto meets = [&](const Gutter& gutter) { return gutter.x0 < fresh.x1 && fresh.x0 < gutter.x1; };
            if (std::any_of(zone.gutters.begin(), zone.gutters.end(), meets)) continue;
            for (std::size_t i = zone.first; i < zone.last; ++i) fresh = narrowed(fresh, m_rows[i]);
            if (fresh.width() < cell_gap * size_of(index)) continue;
            zone.gutters.insert(std::upper_bound(zone.gutters.begin(), zone.gutters.end(), fresh,
                                                 [](const Gutter& a, const Gutter& b) { return a.x0 < b.x0; }),
                                fresh);
        }
    }

    std::optional<TableZone> grow(std::size_t start) const {
        TableZone zone{start, start + 1, {}};
        for (std::size_t s = 1; s < m_segments[start].size(); ++s)
            zone.gutters.push_back(gutter_before(m_rows[start], m_segments[start][s]));
        std::vector<Gutter> gutters = zone.gutters;  // narrowed by pending rows too
        for (std::size_t j = start + 1; j < m_rows.size() && j - zone.last < most_pending; ++j) {
            if (m_rows[j].box.y0 - m_rows[j - 1].box.y1 > far_apart * size_of(j)) break;
            const auto kept = kept_by(gutters, j);
            if (!kept) break;
            gutters = *kept;
            TableZone trial = zone;
            trial.gutters = gutters;
            if (!belongs(trial, j)) continue;
            zone = trial;
            zone.last = j + 1;
            if (m_segments[j].size() > 1) add_gutters(zone, j);
            gutters = zone.gutters;
        }
        return settle(std::move(zone));
    }

    /// Text right of a gutter, aligned with its column, keeps a table open; text at the left alone only if it wraps a cell.
    [[nodiscard]] bool belongs(const TableZone& zone, std::size_t index) const {
        const Row& row = m_rows[index];
        const std::size_t first = first_column(zone, index);
        const std::size_t last = last_column(zone, index);
        if (first == last && last > 0) return std::abs(row.box.x0 - left_edge(zone, last)) <= aligned || wraps_cell(zone, index, last);
        if (last > 0) return true;
        return zone.last == index && (wraps_cell(zone, index, 0) || keeps_step(zone, index));
    }

    /// Lines of the first column in the rows accepted so far.
    [[nodiscard]] std::vector<Row> first_cells(const TableZone& zone) const {
        std::vector<Word> words;
        for (std::size_t i = zone.first; i < zone.last; ++i) {
            for (const Word& word : m_rows[i].words) {
                if (column_of(zone, word) == 0) words.push_back(word);
            }
        }
        return to_rows(std::move(words));
    }

    /// A row with nothing but its first cell, as far below the one before as other rows of the table stand apart.
    [[nodiscard]] bool keeps_step(const TableZone& zone, std::size_t index) const {
        const std::vector<Row> cells = first_cells(zone);
        if (cells.size() < 2) return false;
        const Row& row = m_rows[index];
        const Word& last = cells.back().words.front();
        const bool same_face = last.run->bold == row.words.front().run->bold && std::abs(last.size() - row.words.front().size()) < 0.3;
        if (!same_face || std::abs(row.box.x0 - cells.back().box.x0) > aligned) return false;
        const double step = row.main_word().middle() - cells.back().main_word().middle();
        for (std::size_t i = 1; i < cells.size(); ++i) {
            const double other = cells[i].main_word().middle() - cells[i - 1].main_word().middle();
            if (m_spacing.is_gap(cells[i - 1], cells[i]) && std::abs(step - other) < 1.0) return true;
        }
        return false;
    }

    /// The row goes on with the lowest line of that column.
    [[nodiscard]] bool wraps_cell(const TableZone& zone, std::size_t index, std::size_t column) const {
        for (std::size_t i = index; i-- > zone.first;) {
            std::vector<Word> words;
            for (const Word& word : m_rows[i].words) {
                if (column_of(zone, word) == column) words.push_back(word);
            }
            if (words.empty()) continue;
            const std::vector<Row> above = to_rows(std::move(words));
            const bool same_face = above.front().words.back().run->bold == m_rows[index].words.front().run->bold;
            const double shift = m_rows[index].box.x0 - above.front().box.x0;
            return same_face && shift > -aligned && !m_spacing.is_gap(above.front(), m_rows[index]) &&
                   std::abs(above.front().main_word().size() - m_rows[index].main_word().size()) < 0.3;
        }
        return false;
    }

    /// Keeps the gutters that the rows agree on; nothing if none is left.
    [[nodiscard]] std::optional<TableZone> settle(TableZone zone) const {
        std::vector<Gutter> sure;
        for (const Gutter& gutter : zone.gutters) {
            if (is_supported(zone, gutter)) sure.push_back(gutter);
        }
        if (sure.empty()) return std::nullopt;
        zone.gutters = std::move(sure);
        return zone;
    }

    [[nodiscard]] bool is_supported(const TableZone& zone, const Gutter& gutter) const {
        std::vector<model::Box> rights;
        std::size_t right_only = 0;
        double widest = 0.0;
        for (std::size_t i = zone.first; i < zone.last; ++i) {
            const Word* left = nullptr;
            model::Box right;
            for (const Word& word : m_rows[i].words) {
                if (word.box().x1 <= gutter.middle())
                    left = &word;
                else if (right.empty() || !next_gutter_before(zone, gutter, word))
                    right = model::united(right, word.box());
            }
            if (right.empty()) continue;
            if (left == nullptr) {
                ++right_only;
                continue;
            }
            rights.push_back(right);
            widest = std::max(widest, (right.x0 - left->box().x1) / size_of(i));
        }
        if (rights.empty()) return false;
        if (rights.size() == 1) return widest >= lone_gap || right_only > 0;
        const auto agree = [&](auto place) {
            const double reference = place(rights[rights.size() / 2]);
            const auto near = std::count_if(rights.begin(), rights.end(),
                                            [&](const model::Box& box) { return std::abs(place(box) - reference) <= aligned; });
            return near >= 2 && near * 10 >= static_cast<std::ptrdiff_t>(rights.size()) * 6;
        };
        return agree([](const model::Box& box) { return box.x0; }) || agree([](const model::Box& box) { return box.x1; }) ||
               agree([](const model::Box& box) { return (box.x0 + box.x1) / 2.0; });
    }

    [[nodiscard]] static bool next_gutter_before(const TableZone& zone, const Gutter& gutter, const Word& word) {
        return std::any_of(zone.gutters.begin(), zone.gutters.end(),
                           [&](const Gutter& other) { return other.x0 >= gutter.x1 && word.box().x0 >= other.x0; });
    }

    /// Rows above that keep to the gutters too: a head with fuller cells, values that start above their key.
    void extend_up(TableZone& zone, std::size_t floor) const {
        std::size_t top = zone.first;
        std::vector<Gutter> gutters = zone.gutters;
        while (top > floor && zone.first - top < most_key_lines) {
            const std::size_t index = top - 1;
            if (m_rows[top].box.y0 - m_rows[index].box.y1 > 2.0 * size_of(index)) return;
            const auto kept = kept_by(gutters, index);
            if (!kept) return;
            std::size_t aligned_cells = 0;
            for (std::size_t column = 1; column <= zone.gutters.size(); ++column) {
                const double left = left_edge(zone, column);
                for (const Word& word : m_rows[index].words) {
                    if (std::abs(word.box().x0 - left) > aligned) continue;
                    ++aligned_cells;
                    break;
                }
            }
            const bool full = first_column(zone, index) == 0 && last_column(zone, index) > 0;
            // Above a label that is centred beside its rows.
            const bool value_only = first_column(zone, index) > 0;
            // The second line of a key stands alone; whether it belongs shows in the row above it.
            const bool key_only = last_column(zone, index) == 0;
            if (!full && !value_only && !key_only) return;
            if (!key_only && aligned_cells == 0) return;
            top = index;
            gutters = *kept;
            if (key_only) continue;
            zone.gutters = gutters;
            zone.first = index;
        }
    }

    const std::vector<Row>& m_rows;
    const LineSpacing& m_spacing;
    std::vector<std::vector<Segment>> m_segments;
};

/// Rows of one table row whose cells are centred stand half a line apart: two such rows side by side count as one.
struct Bands {
    std::vector<Row> rows;
    std::vector<std::size_t> starts;  ///< index of the first original row of each band, and the number of rows at the end
};

bool stand_side_by_side(const Row& a, const Row& b) {
    const double size = std::max(a.main_word().size(), b.main_word().size());
    const double gap = std::max(b.box.x0 - a.box.x1, a.box.x0 - b.box.x1);
    return std::abs(a.main_word().middle() - b.main_word().middle()) < same_band * size && gap > cell_gap * size;
}

Bands to_bands(const std::vector<Row>& rows) {
    Bands bands;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        bands.starts.push_back(i);
        bands.rows.push_back(rows[i]);
        if (i + 1 == rows.size() || !stand_side_by_side(rows[i], rows[i + 1])) continue;
        Row& band = bands.rows.back();
        ++i;
        band.words.insert(band.words.end(), rows[i].words.begin(), rows[i].words.end());
        std::stable_sort(band.words.begin(), band.words.end(), [](const Word& a, const Word& b) { return a.box().x0 < b.box().x0; });
        band.box = model::united(band.box, rows[i].box);
    }
    bands.starts.push_back(rows.size());
    return bands;
}

}  // namespace

std::vector<TableZone> find_tables(const std::vector<Row>& rows, const LineSpacing& spacing) {
    const Bands bands = to_bands(rows);
    std::vector<TableZone> zones = ZoneFinder(bands.rows, spacing).find();
    for (TableZone& zone : zones) {
        zone.first = bands.starts[zone.first];
        zone.last = bands.starts[zone.last];
    }
    return zones;
}

}  // namespace kwalign::ingest
