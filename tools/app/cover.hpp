#pragma once

/// What others cover of the qualifications of a standard, rule by rule.

#include "align/table/qualification_report.hpp"
#include "tools/app/workspace.hpp"

#include <string>
#include <vector>

namespace kwalign::tools {

struct CoverRequest {
    std::string standard;         ///< whose qualifications (Store::resolve; one standard)
    std::vector<std::string> by;  ///< standards held against it, together
    std::string qualification;    ///< part of a title, in any case; empty: all
    std::string language = "en";  ///< of all sentences: "en", "nl" or "et"
};

/// Aligns `standard` with each of `by` and reports its qualifications against all of them together, then, the other way round, the
/// qualifications of each of `by` against `standard` (`qualification` does not narrow these). Throws as build_table() does, and
/// model::Error: ambiguous where `standard` is more than one, no_such_standard where no qualification has such a title.
[[nodiscard]] std::vector<align::QualificationReport> cover(const Workspace& workspace, const CoverRequest& request);

/// For people: a heading, a sentence per rule, a line per unit, a conclusion.
[[nodiscard]] std::string cover_text(const std::vector<align::QualificationReport>& reports, const align::Speaker& speaker);
/// The same as JSON: an array.
[[nodiscard]] std::string cover_json(const std::vector<align::QualificationReport>& reports);

/// The sentences of `data_folder`.
[[nodiscard]] align::Phrases load_phrases(const Workspace& workspace);

}  // namespace kwalign::tools
