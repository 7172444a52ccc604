#pragma once

#include "ingest/outline/outline.hpp"
#include "model/standard.hpp"

namespace kwalign::ingest {

/// The same thing under two titles: in an overview or a derivation table and in the body, as task and as competence; and codes
/// of the document's own table that no unit's title takes up, or the reverse.
void check_titles(const Outline& outline, const Template& form, const model::Standard& standard, model::Findings& findings);

}  // namespace kwalign::ingest
