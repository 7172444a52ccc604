#pragma once

/// How far apart the lines of one paragraph stand, learned from the document itself.

#include "ingest/layout/rows.hpp"
#include "ingest/page.hpp"

#include <map>
#include <vector>

namespace kwalign::ingest {

class LineSpacing {
public:
    /// Learns from neighbouring lines of one font of which the lower begins in lower case: those are surely wrapped.
    explicit LineSpacing(const std::vector<Page>& pages);

    /// Distance in points between wrapped lines of this font size.
    [[nodiscard]] double wrapped(double font_size_pt) const;
    /// The lower row stands further below the upper one than a wrapped line would.
    [[nodiscard]] bool is_gap(const Row& upper, const Row& lower) const;

private:
    std::map<int, double> m_by_size;  ///< tenths of a point
    double m_ratio = 1.25;            ///< distance by font size, for sizes never seen wrapped
};

}  // namespace kwalign::ingest
