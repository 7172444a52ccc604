#include "model/exchange/clean_text.hpp"

#include "model/text/unicode.hpp"

namespace kwalign::model {

namespace {

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alphanumeric(char c) noexcept { return is_letter(c) || (c >= '0' && c <= '9'); }

}  // namespace

std::string clean_text(std::string_view text) {
    std::string clean = is_valid_utf8(text) ? std::string(text) : decode(text, "UTF-8");
    for (char& c : clean) {
        if ((c >= 0 && c < 0x20 && c != '\n' && c != '\t') || c == 0x7f) c = ' ';
    }
    for (const std::string_view forbidden : {"\xef\xbf\xbe", "\xef\xbf\xbf"}) {
        for (auto at = clean.find(forbidden); at != std::string::npos; at = clean.find(forbidden, at)) clean.replace(at, 3, "\xef\xbf\xbd");
    }
    return clean;
}

std::string language_tag(std::string_view lang) {
    std::size_t length = 0;  // of the current subtag
    bool first = true;
    for (const char c : lang) {
        if (c == '-') {
            if (length == 0) return "und";
            length = 0;
            first = false;
        } else if (first ? !is_letter(c) : !is_alphanumeric(c)) {
            return "und";
        } else if (++length > 8) {
            return "und";
        }
    }
    return length == 0 ? "und" : std::string(lang);
}

}  // namespace kwalign::model
