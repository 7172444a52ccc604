#pragma once

/// Lays imported concepts over the shipped ones. Private to align/lexicon.

#include "align/imported/concepts.hpp"
#include "align/lexicon/lexicon_file.hpp"

#include <string>
#include <vector>

namespace kwalign::align {

/// Adds `concepts` of the import `name` to `lines`. A concept whose preferred terms all name one concept that is there joins it with those of
/// its terms that nobody has yet. Any other becomes a concept of its own, "name/id", in the domain "import:name", without terms that are
/// taken and related to whoever has them, because one term stands in one concept only and reviewed terms go first. Deterministic.
void merge_imported(std::vector<LexiconLine>& lines, const std::string& name, const std::vector<ImportedConcept>& concepts);

}  // namespace kwalign::align
