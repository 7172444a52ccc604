#include "tools/app/standard_input.hpp"

#include "model/limits.hpp"

#include <array>
#include <istream>

namespace kwalign::tools {

std::string read_standard_input(std::istream& in) {
    const std::size_t most = model::Limits{}.max_file_bytes + 1;
    std::string bytes;
    std::array<char, 65536> buffer{};
    while (bytes.size() < most && (in.read(buffer.data(), buffer.size()) || in.gcount() > 0))
        bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    return bytes;
}

}  // namespace kwalign::tools
