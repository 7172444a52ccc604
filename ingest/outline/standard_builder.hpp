#pragma once

#include "ingest/outline/language.hpp"
#include "ingest/outline/outline.hpp"
#include "model/limits.hpp"
#include "model/standard.hpp"

namespace kwalign::ingest {

/// Third arrow's end: the outline becomes a Standard with findings. Source is left to the caller except text_accounted,
/// template_id and pages; identities are assigned.
[[nodiscard]] model::Standard build_standard(const LayoutDocument& document, const Outline& outline, const Template& form,
                                             const LanguageModel& languages, const model::Limits& limits);

}  // namespace kwalign::ingest
