#include "ingest/text/entities.hpp"

#include "ingest/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace kwalign::ingest {

namespace {

using Entity = std::pair<std::string_view, char32_t>;

// Sorted by name for the binary search.
constexpr std::array<Entity, 62> entities = {{
    {"Auml", 0xc4},     {"Eacute", 0xc9}, {"Otilde", 0xd5},  {"Ouml", 0xd6},   {"Scaron", 0x160}, {"Uuml", 0xdc},    {"aacute", 0xe1},
    {"acirc", 0xe2},    {"agrave", 0xe0}, {"amp", '&'},      {"apos", '\''},   {"aring", 0xe5},   {"auml", 0xe4},    {"bdquo", 0x201e},
    {"bull", 0x2022},   {"ccedil", 0xe7}, {"copy", 0xa9},    {"deg", 0xb0},    {"eacute", 0xe9},  {"ecirc", 0xea},   {"egrave", 0xe8},
    {"emsp", 0x2003},   {"ensp", 0x2002}, {"euml", 0xeb},    {"euro", 0x20ac}, {"frac12", 0xbd},  {"ge", 0x2265},    {"gt", '>'},
    {"hellip", 0x2026}, {"iacute", 0xed}, {"icirc", 0xee},   {"iuml", 0xef},   {"laquo", 0xab},   {"ldquo", 0x201c}, {"le", 0x2264},
    {"lsquo", 0x2018},  {"lt", '<'},      {"mdash", 0x2014}, {"middot", 0xb7}, {"nbsp", 0xa0},    {"ndash", 0x2013}, {"ntilde", 0xf1},
    {"oacute", 0xf3},   {"ocirc", 0xf4},  {"otilde", 0xf5},  {"ouml", 0xf6},   {"para", 0xb6},    {"plusmn", 0xb1},  {"quot", '"'},
    {"raquo", 0xbb},    {"rarr", 0x2192}, {"rdquo", 0x201d}, {"reg", 0xae},    {"rsquo", 0x2019}, {"sbquo", 0x201a}, {"scaron", 0x161},
    {"sect", 0xa7},     {"shy", 0xad},    {"sup2", 0xb2},    {"times", 0xd7},  {"uacute", 0xfa},  {"uuml", 0xfc},
}};

/// The character that `name` (between "&" and ";") stands for; 0 where unknown.
char32_t resolve(std::string_view name) {
    if (name.starts_with('#')) {
        name.remove_prefix(1);
        int base = 10;
        if (name.starts_with('x') || name.starts_with('X')) {
            base = 16;
            name.remove_prefix(1);
        }
        unsigned value = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, base);
        if (error != std::errc() || end != name.data() + name.size() || name.empty()) return 0;
        return value < 0x20 || value > 0x10ffff || (value >= 0xd800 && value < 0xe000) ? U' ' : static_cast<char32_t>(value);
    }
    const auto found = std::lower_bound(entities.begin(), entities.end(), name,
                                        [](const Entity& entity, std::string_view key) { return entity.first < key; });
    return found != entities.end() && found->first == name ? found->second : 0;
}

}  // namespace

std::string decode_entities(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    while (!text.empty()) {
        const std::size_t start = text.find('&');
        decoded += text.substr(0, start);
        if (start == std::string_view::npos) break;
        text.remove_prefix(start);
        const std::size_t end = text.substr(0, 12).find(';');
        const char32_t c = end == std::string_view::npos ? 0 : resolve(text.substr(1, end - 1));
        if (c == 0) {
            decoded += '&';
            text.remove_prefix(1);
        } else {
            append_code_point(decoded, c);
            text.remove_prefix(end + 1);
        }
    }
    return decoded;
}

}  // namespace kwalign::ingest
