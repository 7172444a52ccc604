#pragma once

/// Numbers as text for tables: the same on every machine, whatever its locale.

#include <string>

namespace kwalign::model {

/// `value` with exactly `decimals` digits after a point, "0.500"; what is not a finite number becomes 0.
[[nodiscard]] std::string fixed(double value, int decimals);
/// Up to two decimals, trailing zeros left out: "12", "12.5".
[[nodiscard]] std::string compact(double value);
/// A share 0..1 as whole per cent, "67%". Never rounds a share below 1 up to 100% nor one above 0 down to 0%: these two
/// words are read as "all" and "nothing".
[[nodiscard]] std::string percent(double share);
/// A confidence 0..1 with two decimals; "1.00" and "0.00" are for exactly 1 and 0 only, since people read them as certainty.
[[nodiscard]] std::string confidence_label(double confidence);
/// A share or confidence 0..1 as it is shown: in hundredths, 1 and 0 only where it is exactly that.
[[nodiscard]] double shown_share(double share);
/// `value` kept inside 0..1; 0 for what is not a number.
[[nodiscard]] double clamp_share(double value) noexcept;

}  // namespace kwalign::model
