#pragma once

/// Where something stands in its source: the one thing that rides from the first arrow of the data flow to the last.

#include <cstddef>
#include <vector>

namespace kwalign::model {

/// A rectangle on a page in points (1/72 inch), origin at the top left of the page as displayed, y growing downwards.
/// Text sources without geometry leave it empty.
struct Box {
    double x0 = 0.0;
    double y0 = 0.0;
    double x1 = 0.0;
    double y1 = 0.0;

    [[nodiscard]] bool empty() const noexcept { return x1 <= x0 || y1 <= y0; }
    [[nodiscard]] double width() const noexcept { return x1 - x0; }
    [[nodiscard]] double height() const noexcept { return y1 - y0; }
    friend bool operator==(const Box&, const Box&) = default;
};

/// The smallest rectangle that holds both; an empty one adds nothing.
[[nodiscard]] Box united(const Box& a, const Box& b) noexcept;

/// A place in a document. The document itself is named once, by Standard::source.
/// `page` counts from 1 (0: unknown). `first_char` and `last_char` are a half-open range of Unicode code points in the
/// page's text as `kwalign dump --stage pages` prints it.
struct SourceSpan {
    int page = 0;
    Box box;
    std::size_t first_char = 0;
    std::size_t last_char = 0;

    friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

/// Appends `span` to `spans`; a span that continues the last one on the same page and touches or overlaps its character
/// range (a gap of up to two characters counts as touching) is merged into it instead.
void append_span(std::vector<SourceSpan>& spans, const SourceSpan& span);

}  // namespace kwalign::model
