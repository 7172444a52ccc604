#pragma once

#include "ingest/outline/language.hpp"
#include "ingest/outline/outline.hpp"
#include "model/finding.hpp"
#include "model/standard.hpp"

namespace kwalign::ingest {

/// Holds the finished standard against its own outline: numbering, references, titles, levels, languages, duplicates, and
/// text that nothing consumed. Adds findings and sets Source::text_accounted.
void check_standard(const LayoutDocument& document, const Outline& outline, const Template& form, const LanguageModel& languages,
                    model::Standard& standard, model::Findings& findings);

}  // namespace kwalign::ingest
