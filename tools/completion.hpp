#pragma once

#include "tools/arguments.hpp"

#include <string>
#include <string_view>

namespace kwalign::tools {

/// The completion script for "bash", "zsh" or "fish", made from the tree of commands. Throws UsageError for another shell.
/// Standards are completed by asking `kwalign list`.
[[nodiscard]] std::string completion_script(const Arguments& program, std::string_view shell);

}  // namespace kwalign::tools
