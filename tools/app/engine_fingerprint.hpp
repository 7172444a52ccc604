#pragma once

#include <filesystem>
#include <string>

namespace kwalign::tools {

/// A short text that changes whenever reading a document could give another result: with another build of the program, other templates
/// or other language data. Throws Error(unreadable) where the data cannot be read.
[[nodiscard]] std::string engine_fingerprint(const std::filesystem::path& data);

}  // namespace kwalign::tools
