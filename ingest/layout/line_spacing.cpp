#include "ingest/layout/line_spacing.hpp"

#include "ingest/text/utf8.hpp"

#include <algorithm>
#include <cmath>

namespace kwalign::ingest {

namespace {

int size_key(double font_size_pt) { return static_cast<int>(std::lround(font_size_pt * 10.0)); }

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace

LineSpacing::LineSpacing(const std::vector<Page>& pages) {
    std::map<int, std::vector<double>> samples;
    std::vector<double> ratios;
    for (const Page& page : pages) {
        for (std::size_t i = 1; i < page.runs.size(); ++i) {
            const TextRun& upper = page.runs[i - 1];
            const TextRun& lower = page.runs[i];
            if (upper.space_after || upper.font_name != lower.font_name || upper.font_size_pt != lower.font_size_pt ||
                lower.font_size_pt <= 0.0)
                continue;
            const double distance = lower.box.y0 - upper.box.y0;
            const double ratio = distance / lower.font_size_pt;
            if (lower.box.x0 >= upper.box.x0 || ratio < 0.9 || ratio > 2.2 || !is_lower_letter(first_code_point(lower.text))) continue;
            samples[size_key(lower.font_size_pt)].push_back(distance);
            ratios.push_back(ratio);
        }
    }
    for (auto& [size, distances] : samples) {
        if (distances.size() >= 3) m_by_size[size] = median(std::move(distances));
    }
    if (!ratios.empty()) m_ratio = median(std::move(ratios));
}

double LineSpacing::wrapped(double font_size_pt) const {
    const auto found = m_by_size.find(size_key(font_size_pt));
    return found != m_by_size.end() ? found->second : m_ratio * font_size_pt;
}

bool LineSpacing::is_gap(const Row& upper, const Row& lower) const {
    const Word& above = upper.main_word();
    const Word& below = lower.main_word();
    // Producers round positions by up to three quarters of a point.
    return below.middle() - above.middle() > 1.12 * wrapped(std::max(above.size(), below.size())) + 0.8;
}

}  // namespace kwalign::ingest
