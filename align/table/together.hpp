#pragma once

/// Links that cover a unit only together.

#include "align/table/evidence.hpp"
#include "model/link.hpp"

#include <vector>

namespace kwalign::align {

/// Adds evidence of kind "together" to the links of every unit (of either side) that no single one of its partners covers for the greater
/// part, but all of them together do. `links`: unit links of this comparison.
void note_joint_cover(const Comparison& c, std::vector<model::Link>& links);

}  // namespace kwalign::align
