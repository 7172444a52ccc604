#pragma once

/// What operations found out, as JSON for programs. The JSON library is seen by report_json.cpp only. Keys keep their order; numbers are
/// printed the same everywhere; a value that does not exist (a precision of nothing) is null.

#include "model/store/store.hpp"
#include "tools/app/align_standards.hpp"
#include "tools/app/evaluate.hpp"
#include "tools/app/ingest_files.hpp"
#include "tools/app/lexicon_check.hpp"
#include "tools/app/lint.hpp"

#include <string>
#include <vector>

namespace kwalign::tools {

/// All of them end with a line end.
[[nodiscard]] std::string to_json(const IngestReport& report);
[[nodiscard]] std::string to_json(const std::vector<model::StandardSummary>& standards);
[[nodiscard]] std::string to_json(const std::vector<PairSummary>& pairs);
[[nodiscard]] std::string to_json(const Evaluation& evaluation);
[[nodiscard]] std::string to_json(const LintReport& report);
[[nodiscard]] std::string to_json(const LexiconReport& report);

}  // namespace kwalign::tools
