#pragma once

#include <string>
#include <string_view>

namespace kwalign::ingest {

enum class NumberStyle { decimal, decimal_zero, lower_letter, upper_letter, lower_roman, upper_roman, bullet, none };

/// A list number as printed: 4, 04, d, D, iv or IV. Letters go on with aa, bb as word processors do. Empty for bullets and none.
/// Numbers outside 0..9999 are printed as decimals.
[[nodiscard]] std::string printed_number(int value, NumberStyle style);

}  // namespace kwalign::ingest
