#include "ingest/outline/text_mender.hpp"

#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>

namespace kwalign::ingest {

namespace {

constexpr std::size_t shortest_content_word = 5;  // bytes; shorter parts are too often mere syllables
constexpr int most_splits = 2;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string TextMender::with_letter(const std::string& word) const {
    if (word.size() < 3 || std::count(word.begin(), word.end(), '0') != 1) return {};
    const bool letters = std::all_of(word.begin(), word.end(), [](char c) { return is_letter(c) || c == '0'; });
    if (!letters) return {};
    std::string mended = word;
    mended[mended.find('0')] = 'O';
    // Without the word elsewhere only capitals beside the zero tell that it was a capital O.
    const std::size_t at = word.find('0');
    const bool capitals = (at + 1 < word.size() && is_upper(word[at + 1])) || (at > 0 && is_upper(word[at - 1]));
    return m_words.count(mended) > 0 || capitals ? mended : std::string{};
}

std::string TextMender::apart(const std::string& word, std::string_view lang, int depth) const {
    const std::string lower = model::to_lower(word);
    if (lower.size() != word.size() || depth > most_splits) return {};
    // The printed part must be commoner than the whole, or the whole is a word of its own.
    const std::size_t whole = m_words.count(lower);
    for (std::size_t i = 2; i + 2 <= word.size(); ++i) {
        const std::string_view left = std::string_view(lower).substr(0, i);
        const std::string_view right = std::string_view(lower).substr(i);
        const bool leading = right.size() >= shortest_content_word && m_languages.is_particle(left, lang, Glue::before);
        const bool trailing = left.size() >= shortest_content_word && m_languages.is_particle(right, lang, Glue::behind);
        const std::size_t needed = left.size() >= 3 ? std::max<std::size_t>(whole, 1) : whole + 1;  // "decentrale" is no article and noun
        if ((leading && m_words.count(right) >= needed) || (trailing && m_words.count(left) > whole))
            return word.substr(0, i) + " " + word.substr(i);
        const std::string rest = leading ? apart(word.substr(i), lang, depth + 1) : std::string{};
        if (!rest.empty()) return word.substr(0, i) + " " + rest;
    }
    return {};
}

std::string TextMender::mend_word(const std::string& word, std::string_view lang, std::vector<model::Repair>& repairs) const {
    if (std::string mended = with_letter(word); !mended.empty()) {
        repairs.push_back({"letter-for-digit", word, mended, m_words.count(mended) > 0 ? 0.95 : 0.75});
        return mended;
    }
    std::string result = m_languages.respell(word, lang);
    if (result == word && apart(word, lang, 0).empty()) return word;
    // What the dictionary knows is no damage, whatever it looks like.
    if (const model::Speller* speller = m_languages.spellers().find(lang); speller != nullptr && speller->knows(word)) return word;
    if (result != word) repairs.push_back({result.find(' ') == std::string::npos ? "spelling" : "glued-words", word, result, 0.9});
    if (result.find(' ') != std::string::npos) return result;
    if (std::string parts = apart(result, lang, 0); !parts.empty()) {
        repairs.push_back({"glued-words", result, parts, 0.85});
        result = std::move(parts);
    }
    return result;
}

std::string TextMender::without_blanks_at_slash(std::string text, std::vector<model::Repair>& repairs) const {
    for (std::size_t at = text.find('/'); at != std::string::npos; at = text.find('/', at + 1)) {
        const bool before = at > 0 && text[at - 1] == ' ';
        const bool behind = at + 1 < text.size() && text[at + 1] == ' ';
        if (before == behind) continue;
        std::size_t first = before ? at - 1 : at;
        while (first > 0 && (is_letter(text[first - 1]))) --first;
        std::size_t last = behind ? at + 2 : at + 1;
        while (last < text.size() && is_letter(text[last])) ++last;
        const std::string printed = text.substr(first, last - first);
        std::string joined = printed;
        std::erase(joined, ' ');
        if (m_words.count(joined) == 0) continue;
        repairs.push_back({"slash-blank", printed, joined, 0.9});
        text.replace(first, printed.size(), joined);
        at = first + joined.find('/');
    }
    return text;
}

std::string TextMender::mend(std::string_view printed, std::string_view lang, std::vector<model::Repair>& repairs) const {
    const std::string text = without_blanks_at_slash(std::string(printed), repairs);
    std::string result;
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) result += mend_word(word, lang, repairs);
        word.clear();
    };
    for (const char c : text) {
        if (is_letter(c) || c == '0') {
            word += c;
        } else {
            flush();
            result += c;
        }
    }
    flush();
    return result;
}

}  // namespace kwalign::ingest
