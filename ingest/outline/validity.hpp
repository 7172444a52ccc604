#pragma once

/// Whether a standard is in force on a day. The day is passed in: libraries never read the clock.

#include "model/finding.hpp"
#include "model/standard.hpp"

#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// Findings "expired" and "not-yet-valid" (warnings), "expires-soon" (note, within 183 days). `day` is ISO 8601 ("2025-03-31"); a standard without dates
/// has none. Throws Error(bad_data) when `day` is no date.
[[nodiscard]] std::vector<model::Finding> check_validity(const model::Standard& standard, std::string_view day);

}  // namespace kwalign::ingest
