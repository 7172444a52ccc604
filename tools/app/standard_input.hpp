#pragma once

#include <iosfwd>
#include <string>

namespace kwalign::tools {

/// All of a stream, up to one byte more than any reader takes: the reader's own limit says what is too much, this only stops the flood.
[[nodiscard]] std::string read_standard_input(std::istream& in);

}  // namespace kwalign::tools
