#pragma once

#include "ingest/outline/outline.hpp"
#include "model/finding.hpp"
#include "model/standard.hpp"

namespace kwalign::ingest {

/// Says where the register number, the dates, the version and the levels of a standard contradict each other, and where the
/// page on which they stand is missing.
void check_identity(const Outline& outline, const Template& form, const model::Standard& standard, model::Findings& findings);

}  // namespace kwalign::ingest
