#include "ingest/layout/line_text.hpp"

#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kwalign::ingest {
namespace {

constexpr std::array<std::string_view, 17> bullets{"•", "●", "▪", "■", "◦", "○", "‣", "→", "➔", "►", "·", "–", "—", "-", "*", "\uF0B7", "\uF0A7"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> ligatures{{{"ﬁ", "fi"}, {"ﬂ", "fl"}, {"ﬀ", "ff"}, {"ﬃ", "ffi"}, {"ﬄ", "ffl"}}};

void undo_ligatures(std::string& text) {
    for (const auto& [from, to] : ligatures)
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// Takes a bullet off the front of `text`; returns it, or nothing.
std::string take_bullet(std::string& text, bool ocr_bullets) {
    for (const std::string_view bullet : bullets) {
        if (!text.starts_with(bullet)) continue;
        const std::string_view rest = std::string_view(text).substr(bullet.size());
        const bool spaced = rest.starts_with(' ') || rest.empty();
        // A hyphen glued to a letter is a bullet only where the document's list marks suffered so; "-teken" may be a word.
        if (!spaced && !(ocr_bullets && bullet == "-" && is_letter(rest.front()))) return {};
        std::string out(bullet);
        text = model::collapse_spaces(rest);
        return out;
    }
    if (ocr_bullets)
        for (const std::string_view bullet : {". ", "] ", "| "})
            if (text.starts_with(bullet) && text.size() > 3) {
                std::string out(bullet.substr(0, 1));
                text.erase(0, bullet.size());
                return out;
            }
    return {};
}

}  // namespace

void set_line_text(Line& line, std::string_view extracted, bool ocr_bullets) {
    line.raw = std::string(extracted);
    std::string text = model::to_nfc(extracted);
    undo_ligatures(text);
    text = model::collapse_spaces(text);
    line.bullet = take_bullet(text, ocr_bullets);
    line.ends_with_hyphen = text.ends_with('-') || text.ends_with("\u2010") || text.ends_with("\u00AD");
    line.text = std::move(text);
}

bool is_item_mark(std::string_view word) {
    if (std::find(bullets.begin(), bullets.end(), word) != bullets.end()) return true;
    if (word.size() < 2 || word.size() > 4 || (word.back() != '.' && word.back() != ')')) return false;
    const std::string_view mark = word.substr(0, word.size() - 1);
    const bool digits = std::all_of(mark.begin(), mark.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits || (mark.size() == 1 && mark.front() >= 'a' && mark.front() <= 'z');
}

std::string masked(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ') continue;
        const bool digit = c >= '0' && c <= '9';
        if (digit && out.ends_with('#')) continue;
        out += digit ? '#' : c;
    }
    return out;
}

}  // namespace kwalign::ingest
