#pragma once

#include "tools/app/evaluate.hpp"

#include <string>

namespace kwalign::tools {

/// An evaluation for people: one line per pair, the sum, relations and calibration; with `errors` also every wrong and missed link.
[[nodiscard]] std::string evaluation_text(const Evaluation& evaluation, bool errors);

}  // namespace kwalign::tools
