#pragma once

#include <string>
#include <string_view>

namespace kwalign::ingest {

/// Character references of HTML decoded: the numeric ones and the names of the characters that Latin-script text uses.
/// Unknown ones stay as they are.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace kwalign::ingest
