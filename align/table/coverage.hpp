#pragma once

/// How much of each unit and qualification the other standard covers, and what stays uncovered.

#include "align/table/evidence.hpp"
#include "model/equivalence_table.hpp"

#include <vector>

namespace kwalign::align {

/// Coverage of every linkable unit and every qualification of both sides. A statement counts as covered when a selected link of it says
/// that a third of it is, or a link of its unit together with half of its own distinctive content found there; prose is not counted. Units without
/// statements count as one. In a qualification a required unit weighs 1 and each of the `minimum` best-covered elective units one half.
[[nodiscard]] std::vector<model::Coverage> measure_coverage(const Comparison& c, const std::vector<model::Link>& units,
                                                            const std::vector<model::Link>& statements);

/// Units of both sides without a link, with the nearest miss and what is linked of their statements one by one.
[[nodiscard]] std::vector<model::Gap> find_gaps(const Comparison& c, const std::vector<model::Link>& units,
                                                const std::vector<model::Link>& statements);

}  // namespace kwalign::align
