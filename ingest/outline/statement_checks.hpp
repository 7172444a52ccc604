#pragma once

#include "ingest/outline/language.hpp"
#include "model/finding.hpp"
#include "model/standard.hpp"

namespace kwalign::ingest {

/// Texts that stand twice, nearly twice, or that a form printed for its author to replace.
void check_statements(const LanguageModel& languages, const model::Standard& standard, model::Findings& findings);

/// Units and sections in another language than their title or the document's, or in two.
void check_languages(const model::Standard& standard, model::Findings& findings);

}  // namespace kwalign::ingest
