#pragma once

/// What was found out about language data, as JSON for programs. All end with a line end.

#include "tools/app/lexicon_data.hpp"
#include "tools/app/lexicon_image.hpp"

#include <string>
#include <vector>

namespace kwalign::tools {

[[nodiscard]] std::string to_json(const TermImportReport& report);
[[nodiscard]] std::string to_json(const LearnReport& report);
[[nodiscard]] std::string to_json(const CompileReport& report);
[[nodiscard]] std::string to_json(const std::vector<LexiconPart>& parts);
[[nodiscard]] std::string to_json(const std::vector<StandardWords>& coverage);

}  // namespace kwalign::tools
