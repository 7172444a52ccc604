#pragma once

#include "ingest/outline/outline.hpp"
#include "model/standard.hpp"

namespace kwalign::ingest {

/// Doubts about the document that can be seen once it is a Standard (levels, titles, references, languages, repeated statements,
/// lines that no rule consumed), and Source::text_accounted.
void check_standard(const LayoutDocument& document, const Outline& outline, const Template& form, model::Standard& standard,
                    model::Findings& findings);

}  // namespace kwalign::ingest
