#pragma once

/// A Standard as compact bytes for a pipe between two processes of the same program. Not a format: nothing is promised between versions,
/// and nothing of it is ever stored. Files and people get JSON (model/json_codec.hpp).

#include "model/standard.hpp"

#include <string>
#include <string_view>

namespace kwalign::tools {

[[nodiscard]] std::string to_bytes(const model::Standard& standard);
/// The inverse. Throws Error(internal) where the bytes are not what to_bytes() wrote; it never reads past their end.
[[nodiscard]] model::Standard standard_from_bytes(std::string_view bytes);

}  // namespace kwalign::tools
