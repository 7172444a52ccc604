#include "ingest/text/utf8.hpp"

namespace kwalign::ingest {

namespace {

struct Lead {
    int following = -1;  ///< continuation bytes; -1: no lead byte
    char32_t bits = 0;
    char32_t least = 0;  ///< smaller values are overlong
};

Lead read_lead(unsigned char byte) noexcept {
    if (byte < 0x80) return {0, byte, 0};
    if (byte >= 0xc2 && byte < 0xe0) return {1, static_cast<char32_t>(byte & 0x1f), 0x80};
    if (byte >= 0xe0 && byte < 0xf0) return {2, static_cast<char32_t>(byte & 0x0f), 0x800};
    if (byte >= 0xf0 && byte < 0xf5) return {3, static_cast<char32_t>(byte & 0x07), 0x10000};
    return {};
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
    const Lead lead = read_lead(static_cast<unsigned char>(text[at]));
    const std::size_t start = at++;
    if (lead.following <= 0) return lead.following == 0 ? lead.bits : replacement_character;
    const auto following = static_cast<std::size_t>(lead.following);
    if (text.size() - start <= following) return replacement_character;
    char32_t c = lead.bits;
    for (std::size_t i = 1; i <= following; ++i) {
        const auto byte = static_cast<unsigned char>(text[start + i]);
        if ((byte & 0xc0) != 0x80) return replacement_character;
        c = (c << 6) | (byte & 0x3f);
    }
    if (c < lead.least || c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) return replacement_character;
    at = start + following + 1;
    return c;
}

char32_t first_code_point(std::string_view text) noexcept {
    std::size_t at = 0;
    return text.empty() ? 0 : next_code_point(text, at);
}

char32_t last_code_point(std::string_view text) noexcept {
    if (text.empty()) return 0;
    std::size_t at = text.size() - 1;
    while (at > 0 && text.size() - at < 4 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
    return next_code_point(text, at);
}

void append_code_point(std::string& text, char32_t c) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0 | (c >> 6));
        put(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        put(0xe0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3f));
        put(0x80 | (c & 0x3f));
    } else {
        put(0xf0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3f));
        put(0x80 | ((c >> 6) & 0x3f));
        put(0x80 | (c & 0x3f));
    }
}

std::string repaired_utf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) append_code_point(repaired, next_code_point(text, at));
    return repaired;
}

bool is_lower_letter(char32_t c) noexcept {
    if (c < 0x80) return c >= U'a' && c <= U'z';
    if (c >= 0xdf && c <= 0xff) return c != 0xf7;
    if (c < 0x100 || c > 0x17f) return false;
    // Latin Extended-A alternates; three stretches have the lower case on even code points.
    const bool even_is_lower = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e);
    return even_is_lower ? c % 2 == 0 : c % 2 == 1 && c != 0x178;
}

bool is_upper_letter(char32_t c) noexcept {
    if (c < 0x80) return c >= U'A' && c <= U'Z';
    if (c >= 0xc0 && c <= 0xde) return c != 0xd7;
    return c >= 0x100 && c <= 0x17f && !is_lower_letter(c);
}

bool is_space(char32_t c) noexcept {
    return c == U' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
           c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

}  // namespace kwalign::ingest
