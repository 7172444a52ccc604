#include "model/interchange/html/markup.hpp"

#include "model/text/unicode.hpp"

namespace kwalign::model {

Markup& Markup::text(std::string_view data) {
    if (!is_valid_utf8(data)) return text(decode(data, "UTF-8"));
    for (const char c : data) {
        switch (c) {
            case '&': m_text += "&amp;"; break;
            case '<': m_text += "&lt;"; break;
            case '>': m_text += "&gt;"; break;
            case '"': m_text += "&quot;"; break;
            case '\'': m_text += "&#39;"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
                    m_text += "\xEF\xBF\xBD";
                else
                    m_text += c;
        }
    }
    return *this;
}

Markup& Markup::quoted(std::string_view data, std::string_view lang) {
    raw("<span dir=\"auto\"");
    if (!lang.empty() && lang != "und") attribute("lang", lang);
    return raw(">").text(data).raw("</span>");
}

std::string anchor_part(std::string_view code) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string part;
    for (const char c : code) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
        if (plain) {
            part += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        part += '_';
        part += digits[byte >> 4U];
        part += digits[byte & 15U];
    }
    return part;
}

}  // namespace kwalign::model
