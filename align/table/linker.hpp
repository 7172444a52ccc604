#pragma once

/// Scores to links: selection, typing, evidence.

#include "align/engine.hpp"
#include "align/table/evidence.hpp"
#include "model/link.hpp"

#include <optional>
#include <vector>

namespace kwalign::align {

/// Unit links, sorted by source unit, then confidence downwards, then target unit.
[[nodiscard]] std::vector<model::Link> link_units(const Comparison& c, const AlignOptions& options);
/// Statement links in the same order.
[[nodiscard]] std::vector<model::Link> link_statements(const Comparison& c, const AlignOptions& options);
/// Target minus source on the EQF scale (model/unit_level.hpp): 0 where their ranges have a level in common, nothing where either is unknown.
[[nodiscard]] std::optional<int> level_difference(const model::Standard& source, const model::Unit& source_unit,
                                                  const model::Standard& target, const model::Unit& target_unit);

}  // namespace kwalign::align
