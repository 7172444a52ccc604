#pragma once

#include "ingest/outline/outline.hpp"

namespace kwalign::ingest {

/// Reads the rows under `node` (units and profiles with their titles, in one or several columns) into outline.overview.
void collect_overview(Outline& outline, const OutlineNode& node, const Template& form);

}  // namespace kwalign::ingest
