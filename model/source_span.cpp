#include "model/source_span.hpp"

#include <algorithm>

namespace kwalign::model {

Box united(const Box& a, const Box& b) noexcept {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

void append_span(std::vector<SourceSpan>& spans, const SourceSpan& span) {
    constexpr std::size_t touching_gap = 2;  // a line end or a space and a bullet
    if (!spans.empty()) {
        SourceSpan& last = spans.back();
        const bool same_page = last.page == span.page;
        if (same_page && span.first_char >= last.first_char && span.first_char <= last.last_char + touching_gap) {
            last.last_char = std::max(last.last_char, span.last_char);
            last.box = united(last.box, span.box);
            return;
        }
    }
    spans.push_back(span);
}

}  // namespace kwalign::model
