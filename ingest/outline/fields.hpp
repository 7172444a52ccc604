#pragma once

#include "ingest/outline/outline.hpp"
#include "model/standard.hpp"

namespace kwalign::ingest {

/// Metadata: labels with values, and headings that are fields themselves, into the Standard. A title that the outline did not
/// find is taken from a running head that names the document, or from what the profiles' titles end in.
void read_fields(const LayoutDocument& document, const Outline& outline, const Template& form, model::Standard& standard,
                 model::Findings& findings);

}  // namespace kwalign::ingest
