#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kwalign::ingest {

/// More than an A2 page at 300 dots per inch; a larger picture costs memory that no honest page needs.
inline constexpr std::size_t max_picture_pixels = 36'000'000;

/// A page in shades of grey, row by row from the top left: 0 black, 255 white.
struct Picture {
    std::size_t width = 0;  ///< pixels
    std::size_t height = 0;
    double dpi = 0.0;  ///< pixels per inch, both ways
    std::vector<std::uint8_t> grey;

    [[nodiscard]] bool empty() const noexcept { return grey.empty(); }
};

}  // namespace kwalign::ingest
