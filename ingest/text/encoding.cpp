#include "ingest/text/encoding.hpp"

#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>

namespace kwalign::ingest {
namespace {

std::string with_newlines(std::string text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') out += text[i];
        else if (i + 1 >= text.size() || text[i + 1] != '\n') out += '\n';
    }
    return out;
}

/// Zero bytes at even or odd places betray UTF-16 without a mark.
std::string_view utf16_by_zeros(std::string_view bytes) {
    std::array<std::size_t, 2> zeros{};
    const std::size_t n = std::min<std::size_t>(bytes.size(), 4096);
    for (std::size_t i = 0; i < n; ++i)
        if (bytes[i] == '\0') ++zeros[i % 2];
    if (zeros[1] > n / 5 && zeros[0] < n / 50) return "UTF-16LE";
    if (zeros[0] > n / 5 && zeros[1] < n / 50) return "UTF-16BE";
    return {};
}

/// Letters that Estonian and Dutch use count for a reading, signs that stand inside words count against it.
int plausibility(const std::string& text) {
    static constexpr std::array<std::string_view, 26> letters{"ä", "ö", "õ", "ü", "Ä", "Ö", "Õ", "Ü", "š", "ž", "Š", "Ž", "é",
                                                              "ë", "ï", "è", "ê", "á", "ó", "ú", "í", "’", "“", "”", "„", "–"};
    int score = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++i;
            continue;
        }
        std::size_t length = 1;
        while (i + length < text.size() && (static_cast<unsigned char>(text[i + length]) & 0xC0) == 0x80) ++length;
        const std::string_view letter(text.data() + i, length);
        score += std::find(letters.begin(), letters.end(), letter) != letters.end() ? 2 : -3;
        i += length;
    }
    return score;
}

}  // namespace

DecodedText decode_text(std::string_view bytes) {
    const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
    using namespace std::string_view_literals;
    if (starts("\xEF\xBB\xBF"sv)) return {with_newlines(std::string(bytes.substr(3))), "UTF-8"};
    if (starts("\xFF\xFE"sv)) return {with_newlines(model::decode(bytes.substr(2), "UTF-16LE")), "UTF-16LE"};
    if (starts("\xFE\xFF"sv)) return {with_newlines(model::decode(bytes.substr(2), "UTF-16BE")), "UTF-16BE"};
    if (const std::string_view name = utf16_by_zeros(bytes); !name.empty()) return {with_newlines(model::decode(bytes, name)), std::string(name)};
    if (model::is_valid_utf8(bytes)) return {with_newlines(std::string(bytes)), "UTF-8"};
    DecodedText best;
    int best_score = 0;
    for (const char* name : {"windows-1257", "windows-1252", "ISO-8859-15"}) {
        std::string text = model::decode(bytes, name);
        const int score = plausibility(text);
        if (best.encoding.empty() || score > best_score) {
            best = {std::move(text), name};
            best_score = score;
        }
    }
    best.text = with_newlines(std::move(best.text));
    return best;
}

}  // namespace kwalign::ingest
