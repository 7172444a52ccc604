#include "ingest/layout/clean_text.hpp"

#include "ingest/text/utf8.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace kwalign::ingest {

namespace {

constexpr char32_t soft_hyphen = 0xad;

std::string_view ligature(char32_t c) {
    static constexpr std::array<std::string_view, 7> forms = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return c >= 0xfb00 && c <= 0xfb06 ? forms[c - 0xfb00] : std::string_view{};
}

bool is_invisible(char32_t c) { return (c >= 0x200b && c <= 0x200f) || c == 0xfeff || c == 0x2060 || (c < 0x20 && !is_space(c)); }

/// Printed signs that are nothing but bullets at the start of a line.
bool is_sure_bullet(char32_t c) {
    static constexpr std::u32string_view signs = U"•●▪■◦‣⁃∙○□▫◆◇➢➤►▶→⇒✓✔❖⚫⬤";
    return (c >= 0xe000 && c <= 0xf8ff) || signs.find(c) != std::u32string_view::npos;
}

/// Signs that are bullets only with a blank behind them.
bool is_bullet_dash(char32_t c) {
    return c == U'-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212 || c == 0xb7 || c == U'*';
}

std::string lower_words(std::string_view text) { return model::collapse_spaces(model::to_lower(text)); }

/// Digits with anything else between, e.g. "2 van 16"; `words` are what may stand around and between the numbers.
bool is_numbers_and(std::string_view text, const std::vector<std::string_view>& words, std::size_t& numbers) {
    numbers = 0;
    while (!text.empty()) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        if (digits > 0) {
            if (digits > 4) return false;
            ++numbers;
            text.remove_prefix(digits);
            continue;
        }
        const auto fits = [&](std::string_view word) { return text.starts_with(word); };
        const auto word = std::find_if(words.begin(), words.end(), fits);
        if (word == words.end()) return false;
        text.remove_prefix(word->size());
    }
    return true;
}

}  // namespace

std::string clean_text(std::string_view raw) {
    std::string text;
    text.reserve(raw.size());
    bool ascii = true;
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(raw, at);
        if (c >= 0x80) ascii = false;
        if (is_space(c)) {
            if (!text.empty() && text.back() != ' ') text += ' ';
        } else if (const std::string_view letters = ligature(c); !letters.empty()) {
            text += letters;
        } else if (c == soft_hyphen) {
            const bool last = std::all_of(raw.begin() + static_cast<std::ptrdiff_t>(at), raw.end(),
                                          [](char b) { return b == ' ' || b == '\n' || b == '\r'; });
            if (last) append_code_point(text, c);
        } else if (!is_invisible(c)) {
            c == replacement_character ? append_code_point(text, c) : static_cast<void>(text += raw.substr(start, at - start));
        }
    }
    if (!text.empty() && text.back() == ' ') text.pop_back();
    return ascii ? text : model::to_nfc(text);
}

bool has_final_hyphen(std::string_view text) {
    const char32_t last = last_code_point(text);
    if (last != U'-' && last != 0x2010 && last != soft_hyphen) return false;
    text.remove_suffix(last == U'-' ? 1 : last == soft_hyphen ? 2 : 3);
    const char32_t before = last_code_point(text);
    return is_letter(before) || is_digit(before) || before == U')' || before == U'"';
}

LeadingBullet leading_bullet(std::string_view text, BulletContext context) {
    if (text.empty()) return {};
    std::size_t at = 0;
    const char32_t sign = next_code_point(text, at);
    const std::size_t sign_bytes = at;
    std::size_t blanks = 0;
    std::size_t body = at;
    while (at < text.size() && is_space(next_code_point(text, at))) {
        ++blanks;
        body = at;
    }
    if (body >= text.size()) return {};
    const bool lone = blanks > 0;
    const bool letter_o = sign == U'o' && context == BulletContext::list;
    if (is_sure_bullet(sign) || (lone && (is_bullet_dash(sign) || letter_o))) return {std::string(text.substr(0, sign_bytes)), body};
    return {};
}

bool is_bullet_sign(std::string_view text, BulletContext context) {
    if (text.empty()) return false;
    std::size_t at = 0;
    const char32_t sign = next_code_point(text, at);
    if (at != text.size()) return false;
    return is_sure_bullet(sign) || is_bullet_dash(sign) || (sign == U'o' && context == BulletContext::list);
}

bool is_page_number(std::string_view text) {
    static const std::vector<std::string_view> framing = {" ", "-", "–", "—", "|", "[", "]"};
    static const std::vector<std::string_view> naming = {"page", "pagina", "lehekülg", "lehekülge", "lk", "blz", "pag", "van",
                                                         "of",   "out",    "/",        ".",         " ",  "-",   "–",   "|"};
    const std::string lower = lower_words(text);
    if (lower.size() > 40) return false;
    std::size_t numbers = 0;
    // "- 3 -": a number between signs on both sides.
    if (is_numbers_and(lower, framing, numbers))
        return numbers == 1 && lower.size() >= 3 && !is_digit(static_cast<unsigned char>(lower.front())) &&
               !is_digit(static_cast<unsigned char>(lower.back()));
    if (!is_numbers_and(lower, naming, numbers)) return false;
    const bool named = lower.find("pag") != std::string::npos || lower.find("lk") != std::string::npos ||
                       lower.find("leh") != std::string::npos || lower.find("blz") != std::string::npos;
    if (named) return numbers == 1 || numbers == 2;
    const bool of = lower.find(" van ") != std::string::npos || lower.find(" of ") != std::string::npos;
    // "1/7"; "1.2" and "2-3" are something else.
    const bool slash = std::count(lower.begin(), lower.end(), '/') == 1 && lower.find_first_of(".-|") == std::string::npos;
    return numbers == 2 && (of || slash);
}

bool has_heading_code(std::string_view text) {
    if (model::count_code_points(text) > max_heading_characters) return false;
    std::size_t at = 0;
    std::size_t letters = 0;
    std::size_t numbers = 0;
    std::size_t joints = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        const char before = at > 0 ? text[at - 1] : ' ';
        const bool digit = is_digit(static_cast<unsigned char>(c));
        // OCR and typesetting put blanks inside codes: "C1-K 1-W1".
        const bool split = c == ' ' && before == 'K' && at + 1 < text.size() && is_digit(static_cast<unsigned char>(text[at + 1]));
        if (!digit && !(c >= 'A' && c <= 'Z') && c != '.' && c != '-' && !split) break;
        if (digit && !is_digit(static_cast<unsigned char>(before))) ++numbers;
        if (c >= 'A' && c <= 'Z') ++letters;
        if (c == '.' || c == '-') ++joints;
    }
    // "3. Text" is an item of a list.
    if (numbers == 0 || joints == 0 || letters > 6 || (letters == 0 && numbers < 2) || at >= text.size()) return false;
    return text[at] == ':' || text[at] == ' ';
}

}  // namespace kwalign::ingest
