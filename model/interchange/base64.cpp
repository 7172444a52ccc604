#include "model/interchange/base64.hpp"

#include <cstddef>

namespace kwalign::model {

std::string base64(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    unsigned bits = 0;
    unsigned count = 0;
    for (const char c : bytes) {
        bits = bits << 8U | static_cast<unsigned char>(c);
        count += 8;
        for (; count >= 6; bits &= (1U << count) - 1U) {
            count -= 6;
            text += alphabet[bits >> count & 63U];
        }
    }
    if (count > 0) text += alphabet[bits << (6U - count) & 63U];
    while (text.size() % 4 != 0) text += '=';
    return text;
}

}  // namespace kwalign::model
