#include "align/lexicon/tokenize.hpp"

#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kwalign::align {
namespace {

bool ends_clause(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    if (at >= text.size() || std::string_view(".,;:)!?(/").find(text[at]) != std::string_view::npos) return true;
    const std::string_view rest = text.substr(at);
    constexpr std::array<std::string_view, 6> conjunctions{"en ", "of ", "zodat ", "als ", "waar ", "om "};
    return std::any_of(conjunctions.begin(), conjunctions.end(), [&](std::string_view c) { return rest.starts_with(c); });
}

/// Punctuation that parts what stands on both sides of it.
bool is_mark(std::string_view text, std::size_t at) {
    return at < text.size() && std::string_view(",;:()!?").find(text[at]) != std::string_view::npos;
}

/// "SLA", "KPIs", "PC's": capitals and digits, two at least, perhaps with the ending of a plural.
bool is_acronym(std::string_view word) {
    if (word.ends_with('s')) word.remove_suffix(word.ends_with("'s") ? 2 : 1);
    const auto capital = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return word.size() >= 2 && word.front() >= 'A' && word.front() <= 'Z' && std::all_of(word.begin(), word.end(), capital);
}

/// Which words of a text are acronyms; nothing where all of it is in capitals. `folded`: the text in small letters, word by word the same.
std::vector<bool> acronyms_in(std::string_view text, const std::vector<model::Word>& folded) {
    std::vector<bool> out(folded.size(), false);
    if (std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return out;
    const std::vector<model::Word> words = model::words(text);
    if (words.size() != folded.size()) return out;  // folding changed the words' limits
    for (std::size_t i = 0; i < words.size(); ++i) out[i] = is_acronym(text.substr(words[i].first, words[i].last - words[i].first));
    return out;
}

/// The key by which acronyms are found whatever the language: people write "SLA" in all of them.
std::string acronym_key_of(std::string_view folded) {
    if (folded.ends_with('s') && folded.size() > 2) folded.remove_suffix(folded.ends_with("'s") ? 2 : 1);
    return std::string(acronym_mark) + std::string(folded);
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, const std::string& folded, const std::string& lang, const Morphology& morphology,
                            const std::set<std::string>& function_words) {
    std::vector<Token> tokens;
    const std::vector<model::Word> words = model::words(folded);
    const std::vector<bool> acronyms = acronyms_in(text, words);
    for (const model::Word& word : words) {
        Token token;
        token.acronym = acronyms[tokens.size()];
        token.before_mark = is_mark(folded, word.last);
        token.text = folded.substr(word.first, word.last - word.first);
        token.first = word.first;
        token.last = word.last;
        token.number = word.number;
        token.function_word = function_words.contains(lang + '\t' + token.text);
        token.negation = token.function_word && function_words.contains(lang + '\t' + token.text + "\tnegation");
        token.ends_clause = ends_clause(folded, word.last);
        token.keys = word.number ? std::vector<std::string>{token.text} : morphology.keys_of_word(token.text);
        if (token.acronym) token.keys.insert(token.keys.begin(), acronym_key_of(token.text));
        tokens.push_back(std::move(token));
    }
    return tokens;
}

}  // namespace kwalign::align
