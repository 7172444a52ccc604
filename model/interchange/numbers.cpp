#include "model/interchange/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kwalign::model {

std::string fixed(double value, int decimals) {
    // Beyond this no table figure makes sense, and the buffer below always holds it.
    constexpr double largest = 1e15;
    if (!std::isfinite(value)) value = 0.0;
    value = std::clamp(value, -largest, largest);
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals).ptr;
    std::string text(buffer.data(), end);
    if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') text.erase(0, 1);
    return text;
}

std::string compact(double value) {
    std::string text = fixed(value, 2);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

namespace {

/// Hundredths of a share, 0 and 100 only where the share is exactly that.
double hundredths(double share) {
    share = clamp_share(share);
    double rounded = std::round(share * 100.0);
    if (share > 0.0) rounded = std::max(rounded, 1.0);
    if (share < 1.0) rounded = std::min(rounded, 99.0);
    return rounded;
}

}  // namespace

std::string percent(double share) { return fixed(hundredths(share), 0) + "%"; }

std::string confidence_label(double confidence) { return fixed(hundredths(confidence) / 100.0, 2); }

double shown_share(double share) { return hundredths(share) / 100.0; }

double clamp_share(double value) noexcept { return std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : 0.0; }

}  // namespace kwalign::model
