#include "ingest/office/list_number.hpp"

#include <array>
#include <utility>

namespace kwalign::ingest {

namespace {

constexpr int largest = 9'999;

std::string roman(int value, bool upper) {
    static constexpr std::array<std::pair<int, std::string_view>, 13> signs = {{{1000, "m"},
                                                                                {900, "cm"},
                                                                                {500, "d"},
                                                                                {400, "cd"},
                                                                                {100, "c"},
                                                                                {90, "xc"},
                                                                                {50, "l"},
                                                                                {40, "xl"},
                                                                                {10, "x"},
                                                                                {9, "ix"},
                                                                                {5, "v"},
                                                                                {4, "iv"},
                                                                                {1, "i"}}};
    std::string text;
    for (const auto& [worth, sign] : signs) {
        for (; value >= worth; value -= worth) text += sign;
    }
    if (upper) {
        for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

}  // namespace

std::string printed_number(int value, NumberStyle style) {
    if (style == NumberStyle::bullet || style == NumberStyle::none) return {};
    if (value < 1 || value > largest) return std::to_string(value);
    switch (style) {
        case NumberStyle::decimal_zero: return (value < 10 ? "0" : "") + std::to_string(value);
        case NumberStyle::lower_letter:
        case NumberStyle::upper_letter: {
            const char first = style == NumberStyle::lower_letter ? 'a' : 'A';
            return std::string(static_cast<std::size_t>((value - 1) / 26 + 1), static_cast<char>(first + (value - 1) % 26));
        }
        case NumberStyle::lower_roman: return roman(value, false);
        case NumberStyle::upper_roman: return roman(value, true);
        default: return std::to_string(value);
    }
}

}  // namespace kwalign::ingest
