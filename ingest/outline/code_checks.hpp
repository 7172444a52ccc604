#pragma once

#include "ingest/outline/outline.hpp"
#include "model/finding.hpp"
#include "model/standard.hpp"

namespace kwalign::ingest {

/// Holds the titles of units against the document's own table of e-CF codes: codes without a unit, units without a code, and
/// titles that stand where the table has another one and whose text speaks of that other one.
void check_codes(const Outline& outline, const Template& form, const model::Standard& standard, model::Findings& findings);

}  // namespace kwalign::ingest
