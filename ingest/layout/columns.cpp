#include "ingest/layout/columns.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kwalign::ingest {

namespace {

constexpr double least_gutter = 8.0;         // points
constexpr double least_height = 0.15;        // of the page
constexpr std::size_t least_rows = 6;        // on either side
constexpr double full_line = 0.75;           // of the column's width
constexpr double least_full_share = 0.45;    // of all lines
constexpr double centred_full_share = 0.15;  // the same, for tall columns of one width: lists have short lines
constexpr double nested_full_share = 0.3;    // of the narrower side's lines, beside several columns
constexpr double least_width_ratio = 0.65;
constexpr double centred_height = 0.35;    // of the page
constexpr double least_flush_share = 0.3;  // of the right column's lines, that start at one place

constexpr int most_nested = 2;  // cuts inside columns, while judging widths

std::optional<ColumnZone> find_columns_at(const std::vector<Row>& rows, double page_height_pt, const LineSpacing& spacing, int depth);

bool crosses(const Row& row, double x) {
    return std::any_of(row.words.begin(), row.words.end(), [&](const Word& word) { return word.box().x0 < x && word.box().x1 > x; });
}

struct FreeRun {
    std::size_t first = 0;  ///< rows, half-open
    std::size_t last = 0;
};

/// The longest run of rows that leave x free.
FreeRun longest_free_run(const std::vector<Row>& rows, double x) {
    FreeRun best;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= rows.size(); ++i) {
        if (i < rows.size() && !crosses(rows[i], x)) continue;
        if (i - start > best.last - best.first) best = {start, i};
        start = i + 1;
    }
    return best;
}

/// The same for every x = left + step * i at once.
std::vector<FreeRun> free_runs(const std::vector<Row>& rows, double left, double step, std::size_t count) {
    std::vector<FreeRun> best(count);
    std::vector<std::size_t> start(count, 0);
    const auto close = [&](std::size_t bin, std::size_t row) {
        if (row - start[bin] > best[bin].last - best[bin].first) best[bin] = {start[bin], row};
        start[bin] = row + 1;
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::size_t next = 0;  // words are in order, so every place is closed once per row
        for (const Word& word : rows[i].words) {
            const double first = std::floor((word.box().x0 - left) / step) + 1.0;
            const double last = std::ceil((word.box().x1 - left) / step);
            next = std::max(next, static_cast<std::size_t>(std::clamp(first, 0.0, static_cast<double>(count))));
            const auto end = static_cast<std::size_t>(std::clamp(last, 0.0, static_cast<double>(count)));
            for (; next < end; ++next) close(next, i);
        }
    }
    for (std::size_t bin = 0; bin < count; ++bin) close(bin, rows.size());
    return best;
}

Gutter widest_at(const std::vector<Row>& rows, std::size_t first, std::size_t last, double x) {
    Gutter gutter{-1e9, 1e9};
    for (std::size_t i = first; i < last; ++i) {
        for (const Word& word : rows[i].words) {
            if (word.box().x1 <= x)
                gutter.x0 = std::max(gutter.x0, word.box().x1);
            else
                gutter.x1 = std::min(gutter.x1, word.box().x0);
        }
    }
    return gutter;
}

std::vector<Row> side(const std::vector<Row>& rows, std::size_t first, std::size_t last, double x, bool left) {
    std::vector<Word> words;
    for (std::size_t i = first; i < last; ++i) {
        for (const Word& word : rows[i].words) {
            if ((word.box().x1 <= x) == left) words.push_back(word);
        }
    }
    return to_rows(std::move(words));
}

model::Box extent(const std::vector<Row>& rows) {
    model::Box box = rows.front().box;
    for (const Row& row : rows) box = model::united(box, row.box);
    return box;
}

std::size_t count_full(const std::vector<Row>& rows, double width) {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return row.box.width() >= full_line * width; }));
}

/// Lines that start where most do.
std::size_t count_flush(const std::vector<Row>& rows) {
    std::map<long, std::size_t> starts;
    for (const Row& row : rows) ++starts[std::lround(row.box.x0 / 3.0)];
    return std::max_element(starts.begin(), starts.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->second;
}

/// Tops of the rows that open a paragraph.
std::vector<double> paragraph_tops(const std::vector<Row>& rows, const LineSpacing& spacing) {
    std::vector<double> tops;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (spacing.is_gap(rows[i - 1], rows[i])) tops.push_back(rows[i].main_word().middle());
    }
    return tops;
}

/// Paragraphs that start at the same height on both sides are cells of one row.
bool starts_together(const std::vector<Row>& left, const std::vector<Row>& right, const LineSpacing& spacing, double least_share) {
    const std::vector<double> a = paragraph_tops(left, spacing);
    const std::vector<double> b = paragraph_tops(right, spacing);
    const std::size_t fewer = std::min(a.size(), b.size());
    if (fewer == 0) return false;
    const auto has_partner = [&](double top) {
        return std::any_of(b.begin(), b.end(), [&](double other) { return std::abs(top - other) < 0.8; });
    };
    const auto together = static_cast<std::size_t>(std::count_if(a.begin(), a.end(), has_partner));
    return static_cast<double>(together) >= least_share * static_cast<double>(fewer);
}

bool fills(const std::vector<Row>& rows, double share) {
    return static_cast<double>(count_full(rows, extent(rows).width())) >= share * static_cast<double>(rows.size());
}

bool is_running_text(const std::vector<Row>& rows, const ColumnZone& zone, double page_height_pt, const LineSpacing& spacing, int depth) {
    const std::vector<Row> left = side(rows, zone.first, zone.last, zone.gutter.middle(), true);
    const std::vector<Row> right = side(rows, zone.first, zone.last, zone.gutter.middle(), false);
    if (left.size() < least_rows || right.size() < least_rows) return false;
    const model::Box left_box = extent(left);
    const model::Box right_box = extent(right);
    if (std::max(left_box.height(), right_box.height()) < least_height * page_height_pt) return false;
    if (static_cast<double>(count_flush(right)) < least_flush_share * static_cast<double>(right.size())) return false;
    if (starts_together(left, right, spacing, 0.6)) return false;
    const double ratio = left_box.width() / right_box.width();
    if (ratio < least_width_ratio || ratio > 1.0 / least_width_ratio) {
        // Three columns and more: the wider side falls into columns of its own.
        const std::vector<Row>& narrow = ratio < 1.0 ? left : right;
        const std::vector<Row>& wide = ratio < 1.0 ? right : left;
        return depth < most_nested && fills(narrow, nested_full_share) && find_columns_at(wide, page_height_pt, spacing, depth + 1);
    }
    const bool centred = ratio > 0.83 && ratio < 1.2 && std::min(left_box.height(), right_box.height()) > centred_height * page_height_pt;
    const std::size_t full = count_full(left, left_box.width()) + count_full(right, right_box.width());
    const double least = centred ? centred_full_share : least_full_share;
    return static_cast<double>(full) >= least * static_cast<double>(left.size() + right.size());
}

std::optional<ColumnZone> find_columns_at(const std::vector<Row>& rows, double page_height_pt, const LineSpacing& spacing, int depth) {
    if (rows.size() < least_rows) return std::nullopt;
    const model::Box box = extent(rows);
    std::optional<ColumnZone> best;
    double best_height = 0.0;
    ColumnZone tried;
    constexpr double step = 2.0;
    const double left = box.x0 + 0.2 * box.width();
    const std::vector<FreeRun> runs = free_runs(rows, left, step, static_cast<std::size_t>(0.6 * std::max(0.0, box.width()) / step) + 1);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto [first, last] = runs[i];
        if (last - first < least_rows) continue;
        const double x = left + step * static_cast<double>(i);
        const ColumnZone zone{first, last, widest_at(rows, first, last, x)};
        if (zone.first == tried.first && zone.last == tried.last && zone.gutter.x0 == tried.gutter.x0) continue;
        tried = zone;
        const double height = rows[last - 1].box.y1 - rows[first].box.y0;
        if (zone.gutter.width() < least_gutter || zone.gutter.width() > box.width() || height <= best_height) continue;
        if (!is_running_text(rows, zone, page_height_pt, spacing, depth)) continue;
        best = zone;
        best_height = height;
    }
    return best;
}

}  // namespace

std::optional<ColumnZone> find_columns(const std::vector<Row>& rows, double page_height_pt, const LineSpacing& spacing) {
    return find_columns_at(rows, page_height_pt, spacing, 0);
}

std::optional<ColumnZone> find_known_columns(const std::vector<Row>& rows, const Gutter& gutter, const LineSpacing& spacing) {
    if (rows.size() < 2) return std::nullopt;
    const auto [first, last] = longest_free_run(rows, gutter.middle());
    // Only a title may stand above and a closing remark below.
    if (first > 4 || rows.size() - last > 4 || last - first < 2) return std::nullopt;
    const ColumnZone zone{first, last, widest_at(rows, first, last, gutter.middle())};
    const bool same = zone.gutter.x0 <= gutter.middle() - least_gutter / 2.0 && zone.gutter.x1 >= gutter.middle() + least_gutter / 2.0;
    if (!same || zone.gutter.x0 < -1e8 || zone.gutter.x1 > 1e8) return std::nullopt;
    // Two tables side by side may start some rows together by chance, one table starts all.
    const double middle = zone.gutter.middle();
    if (starts_together(side(rows, first, last, middle, true), side(rows, first, last, middle, false), spacing, 0.9)) return std::nullopt;
    return zone;
}

}  // namespace kwalign::ingest
