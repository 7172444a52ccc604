#include "model/interchange/xlsx_text.hpp"

#include "model/interchange/valid_text.hpp"

#include <algorithm>
#include <cstddef>

namespace kwalign::model {

namespace {

/// True where the text goes on with the format's own escape for a character, "_x0041_".
bool is_escape(std::string_view text) {
    if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return false;
    return text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

}  // namespace

std::string cell_text(std::string_view text, std::string_view cut_notice) {
    constexpr std::size_t longest = 32'767;
    std::string result;
    std::size_t units = 0;
    const std::size_t room = longest - std::min<std::size_t>(cut_notice.size() + 1, 1000);
    const std::string valid = valid_text(std::string(text));
    std::size_t cut_at = 0;  // end of the last character that leaves room for the notice
    for (std::size_t i = 0; i < valid.size();) {
        const auto lead = static_cast<unsigned char>(valid[i]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        std::string_view piece = std::string_view(valid).substr(i, bytes);
        if (lead < 0x20 && lead != '\n' && lead != '\t') piece = " ";
        const bool escape = is_escape(std::string_view(valid).substr(i));
        if (escape) piece = "_x005F_";
        // Excel counts UTF-16 units after unescaping, the library characters before it: the larger of both holds for either.
        units += escape ? piece.size() : bytes == 4 ? 2U : 1U;
        if (units > longest) {
            result.resize(cut_at);
            return result + " " + std::string(cut_notice);
        }
        result += piece;
        if (units <= room) cut_at = result.size();
        i += bytes;
    }
    return result;
}

}  // namespace kwalign::model
