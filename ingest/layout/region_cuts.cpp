#include "ingest/layout/region_cuts.hpp"

#include "ingest/layout/line_text.hpp"

#include <algorithm>

namespace kwalign::ingest {
namespace {

struct Interval {
    double from = 0.0;
    double to = 0.0;
};

/// Union of the words' extents along one axis, sorted.
std::vector<Interval> covered(const std::vector<PageWord>& words, bool along_x) {
    std::vector<Interval> all;
    for (const PageWord& w : words) all.push_back(along_x ? Interval{w.box().x0, w.box().x1} : Interval{w.box().y0, w.box().y1});
    std::sort(all.begin(), all.end(), [](const Interval& a, const Interval& b) { return a.from < b.from; });
    std::vector<Interval> merged;
    for (const Interval& i : all) {
        if (!merged.empty() && i.from <= merged.back().to) merged.back().to = std::max(merged.back().to, i.to);
        else merged.push_back(i);
    }
    return merged;
}

double usual_height(const std::vector<PageWord>& words) {
    std::vector<double> heights;
    for (const PageWord& w : words) heights.push_back(w.height());
    return median(std::move(heights));
}

/// Only list marks stand left of x.
bool only_marks_left(const std::vector<PageWord>& words, double x) {
    return std::all_of(words.begin(), words.end(), [&](const PageWord& w) { return w.box().x0 > x || is_item_mark(w.run->text); });
}

std::vector<PageWord> side(const std::vector<PageWord>& words, const VerticalCut& cut, bool left) {
    std::vector<PageWord> out;
    for (const PageWord& w : words)
        if ((w.box().x0 < cut.middle()) == left) out.push_back(w);
    return out;
}

/// Share of lines that reach the right end of their column: running text fills, keys and labels do not.
double filled_share(const std::vector<WordLine>& lines) {
    double left = lines.front().box.x0;
    double right = lines.front().box.x1;
    for (const WordLine& l : lines) {
        left = std::min(left, l.box.x0);
        right = std::max(right, l.box.x1);
    }
    const auto full = std::count_if(lines.begin(), lines.end(), [&](const WordLine& l) { return l.box.x1 > right - 0.2 * (right - left); });
    return static_cast<double>(full) / static_cast<double>(lines.size());
}

}  // namespace

std::optional<VerticalCut> find_vertical_cut(const std::vector<PageWord>& words) {
    if (words.size() < 2) return std::nullopt;
    const double wide_enough = std::max(7.0, 0.75 * usual_height(words));
    const std::vector<Interval> spans = covered(words, true);
    for (std::size_t i = 1; i < spans.size(); ++i) {
        const VerticalCut cut{spans[i - 1].to, spans[i].from};
        if (cut.x1 - cut.x0 < wide_enough || only_marks_left(words, cut.x0)) continue;
        return cut;
    }
    return std::nullopt;
}

bool is_column_cut(const std::vector<PageWord>& words, const VerticalCut& cut, double page_height) {
    const std::vector<PageWord> left = side(words, cut, true);
    const std::vector<PageWord> right = side(words, cut, false);
    if (left.empty() || right.empty()) return false;
    const std::vector<WordLine> left_lines = cluster_lines(left);
    const std::vector<WordLine> right_lines = cluster_lines(right);
    if (left_lines.size() < 8 || right_lines.size() < 3) return false;
    const double tall = left_lines.back().box.y1 - left_lines.front().box.y0;
    if (tall < 0.25 * page_height) return false;
    return filled_share(left_lines) > 0.4 && filled_share(right_lines) > 0.3;
}

std::optional<double> find_horizontal_cut(const std::vector<PageWord>& words, double leading) {
    const std::vector<Interval> spans = covered(words, false);
    const double height = usual_height(words);
    double best = leading + 0.22 * height;
    std::optional<double> at;
    for (std::size_t i = 1; i < spans.size(); ++i) {
        const double gap = spans[i].from - spans[i - 1].to;
        if (gap <= best) continue;
        best = gap;
        at = (spans[i].from + spans[i - 1].to) / 2.0;
    }
    return at;
}

double typical_gap(const std::vector<PageWord>& words) {
    const std::vector<WordLine> lines = cluster_lines(words);
    std::vector<double> gaps;
    for (std::size_t i = 1; i < lines.size(); ++i) gaps.push_back(lines[i].box.y0 - lines[i - 1].box.y1);
    if (gaps.empty()) return 0.0;
    // Lines of one paragraph stand closest; the very smallest gaps may be superscripts.
    std::sort(gaps.begin(), gaps.end());
    return gaps[gaps.size() / 6];
}

std::pair<std::vector<PageWord>, std::vector<PageWord>> parted(std::vector<PageWord> words, const VerticalCut& cut) {
    const auto middle = std::stable_partition(words.begin(), words.end(), [&](const PageWord& w) { return w.box().x0 < cut.middle(); });
    return {{words.begin(), middle}, {middle, words.end()}};
}

std::pair<std::vector<PageWord>, std::vector<PageWord>> parted_at(std::vector<PageWord> words, double y) {
    const auto middle = std::stable_partition(words.begin(), words.end(), [&](const PageWord& w) { return (w.box().y0 + w.box().y1) / 2.0 < y; });
    return {{words.begin(), middle}, {middle, words.end()}};
}

}  // namespace kwalign::ingest
