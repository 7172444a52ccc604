#pragma once

#include "tools/app/template_check.hpp"

#include <string>
#include <vector>

namespace kwalign::tools {

/// What people read: scores with the signs found and missed, then line by line the rule that took it, then the sums.
[[nodiscard]] std::string to_text(const TemplateCheck& check);
[[nodiscard]] std::string to_text(const std::vector<ingest::TemplateScore>& templates);

}  // namespace kwalign::tools
