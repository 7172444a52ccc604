#pragma once

#include <string>

namespace kwalign::model {

/// The text itself where it is well-formed UTF-8; otherwise with U+FFFD in place of what is not.
[[nodiscard]] std::string valid_text(std::string text);

}  // namespace kwalign::model
