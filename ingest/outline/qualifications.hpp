#pragma once

#include "ingest/outline/outline.hpp"
#include "model/standard.hpp"

namespace kwalign::ingest {

/// What the document awards: the whole, its partial qualifications and profiles, each with its rule over the units; then the
/// units' `requirement` and `applies_to` where the rules tell them.
void read_qualifications(const Outline& outline, const Template& form, model::Standard& standard, model::Findings& findings);

/// The rule that a text states: codes and ranges of codes in prose, "at least one of" choices. `units` are known; a code that
/// is none of them is left out and noted. Exposed for tests.
[[nodiscard]] model::QualificationRule read_rule(std::string_view text, const Template& form, const std::vector<model::Unit>& units,
                                                 model::Findings& findings);

}  // namespace kwalign::ingest
