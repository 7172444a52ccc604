#pragma once

#include "ingest/outline/outline.hpp"
#include "model/standard.hpp"

namespace kwalign::ingest {

/// What the document awards: the whole, its partial qualifications and profiles, each with its rule over the units; then the
/// units' `requirement` and `applies_to` where the rules tell them.
void read_qualifications(const Outline& outline, const Template& form, model::Standard& standard, model::Findings& findings);

}  // namespace kwalign::ingest
