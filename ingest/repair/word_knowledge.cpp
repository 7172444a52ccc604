#include "ingest/repair/word_knowledge.hpp"

#include "ingest/text/utf8.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>

namespace kwalign::ingest {

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(text, at);
        const bool inside = is_letter(c) || is_digit(c);
        if (inside && !open) tokens.push_back({start, at});
        if (inside) tokens.back().last = at;
        open = inside;
    }
    return tokens;
}

WordKnowledge::WordKnowledge(const LayoutDocument& document, std::vector<std::string> tags, const LanguageModel& languages)
    : m_languages(languages), m_tags(std::move(tags)) {
    if (std::find(m_tags.begin(), m_tags.end(), "en") == m_tags.end()) m_tags.emplace_back("en");
    for (const Line& line : document.lines) {
        for (const Token& token : tokens_of(line.text)) ++m_printed[line.text.substr(token.first, token.last - token.first)];
    }
}

bool WordKnowledge::knows(std::string_view word) const {
    return std::any_of(m_tags.begin(), m_tags.end(), [&](const std::string& tag) { return knows(word, tag); });
}

bool WordKnowledge::knows(std::string_view word, std::string_view lang) const {
    const model::Speller* speller = m_languages.spellers().find(lang);
    return speller != nullptr && speller->knows(word);
}

std::size_t WordKnowledge::printed(std::string_view word) const {
    const auto found = m_printed.find(word);
    return found == m_printed.end() ? 0 : found->second;
}

bool WordKnowledge::has_dictionary(std::string_view lang) const { return m_languages.spellers().find(lang) != nullptr; }

}  // namespace kwalign::ingest
