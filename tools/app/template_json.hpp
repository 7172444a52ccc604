#pragma once

#include "tools/app/template_check.hpp"

#include <string>
#include <vector>

namespace kwalign::tools {

/// For programs; both end with a line end.
[[nodiscard]] std::string to_json(const TemplateCheck& check);
[[nodiscard]] std::string to_json(const std::vector<ingest::TemplateScore>& templates);

}  // namespace kwalign::tools
