#include "model/interchange/palette.hpp"

#include <string_view>

namespace kwalign::model {

RelationLook look_of(Relation relation) noexcept {
    switch (relation) {
        case Relation::equal: return {0x0B4A2B, 0xCFEBD9, 0x2F8F5B};
        case Relation::equivalent: return {0x0B4F55, 0xD3EEF0, 0x23858E};
        case Relation::covers: return {0x123F7A, 0xD9E6F8, 0x4A7FC1};
        case Relation::covered_by: return {0x45267A, 0xE6DFF5, 0x8563BE};
        case Relation::overlaps: return {0x6B3F00, 0xFBE8C8, 0xB57614};
        case Relation::none: break;
    }
    return {0x4A4F57, 0xECEEF1, 0x7A828D};
}

std::string css_color(std::uint32_t color) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (int shift = 20; shift >= 0; shift -= 4) text += digits[color >> static_cast<unsigned>(shift) & 15U];
    return text;
}

}  // namespace kwalign::model
