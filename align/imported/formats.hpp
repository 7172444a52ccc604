#pragma once

/// One reader per import format. Private to align/imported. `text` is checked UTF-8 without a byte order mark; `place` names it in errors.
/// All throw model::Error(bad_data, limit_exceeded) with file and line, and leave a collector half filled then.

#include "align/imported/concepts.hpp"

#include <string>
#include <string_view>

namespace kwalign::align {

/// Tables of the European classification ESCO: columns conceptUri and preferredLabel (altLabels, hiddenLabels, skillType are read too), or
/// conceptUri and broaderUri for the hierarchy. `lang`: language of the labels.
void read_esco(std::string_view text, const std::string& place, std::string_view lang, ConceptCollector& out);
/// TermBase eXchange (ISO 30042): entries with language sections and terms, in the element names of 2008 (martif) and of 2019 (tbx).
void read_tbx(std::string_view text, const std::string& place, ConceptCollector& out);
/// Translation memories: every unit whose variants are short enough to be terms becomes a concept, numbered.
void read_tmx_terms(std::string_view text, const std::string& place, ConceptCollector& out);
/// SKOS, as RDF/XML where the text begins with "<?xml" or "<rdf" or an XML comment, else as Turtle.
void read_skos(const std::string& text, const std::string& place, ConceptCollector& out);

/// True if the first row of `text` has the columns that read_esco needs.
[[nodiscard]] bool looks_like_esco(std::string_view text);

}  // namespace kwalign::align
