#pragma once

/// Damage of text recognition, mended line by line before the outline is read, so that headings profit too.

#include "ingest/layout/line.hpp"
#include "ingest/outline/language.hpp"
#include "ingest/page.hpp"
#include "model/finding.hpp"

#include <vector>

namespace kwalign::ingest {

/// Mends words of lines on pages that were recognised, and of whole documents whose text shows that it comes from recognition (bullets read as
/// "." or "]", zeros among letters); see word_repair.hpp for the rules. `Line::raw` is left as it was, `Line::repairs` says what was done. Other
/// documents are left alone but for this: where a line ends in a hyphen and neither form of the word occurs elsewhere, the
/// dictionary is asked; if it has the word in one piece and not its parts, the hyphen becomes a soft one.
/// Findings: "words-mended" (how many, and some of them), "dictionary-missing" (with the package that brings it).
void repair_lines(LayoutDocument& document, const SourceDocument& source, const LanguageModel& languages,
                  std::vector<model::Finding>& findings);

}  // namespace kwalign::ingest
