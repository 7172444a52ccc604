#pragma once

#include "ingest/outline/outline.hpp"
#include "model/standard.hpp"

namespace kwalign::ingest {

/// Units of kind "profile" as qualifications: what all share and what stands under the profile, its level and register number;
/// then the units' applies_to, and the document's level as the range of its profiles.
void read_profiles(const Outline& outline, const Template& form, model::Standard& standard);

}  // namespace kwalign::ingest
