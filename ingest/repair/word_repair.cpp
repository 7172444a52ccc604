#include "ingest/repair/word_repair.hpp"

#include "ingest/text/utf8.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <vector>

namespace kwalign::ingest {

namespace {

constexpr std::size_t shortest_word = 4;   // code points; shorter ones have too many neighbours
constexpr std::size_t longest_word = 48;   // bytes; bounds the number of candidates
constexpr std::size_t shortest_glued = 5;  // bytes of the part that is no small word
constexpr std::size_t most_candidates = 400;

using Candidates = std::set<std::string>;

struct Shape {
    std::size_t letters = 0;
    std::size_t lower = 0;
    std::size_t digits = 0;
};

Shape shape_of(std::string_view word) {
    Shape shape;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = next_code_point(word, at);
        if (is_digit(c))
            ++shape.digits;
        else
            ++shape.letters;
        if (is_lower_letter(c)) ++shape.lower;
    }
    return shape;
}

struct Exchange {
    std::string_view from;
    std::string_view to;
};

/// `word` with each single occurrence of one exchange made.
void exchange(const std::string& word, const Exchange& pair, Candidates& candidates) {
    for (std::size_t at = word.find(pair.from); at != std::string::npos && candidates.size() < most_candidates;
         at = word.find(pair.from, at + 1))
        candidates.insert(std::string(word).replace(at, pair.from.size(), pair.to));
}

/// The only candidate that a dictionary or the document vouches for; the document's word where both have some.
std::optional<model::Repair> chosen(std::string rule, const std::string& word, const Candidates& candidates, std::string_view lang,
                                    const WordKnowledge& knowledge) {
    std::vector<std::string> known;
    std::vector<std::string> printed;
    for (const std::string& candidate : candidates) {
        if (candidate == word || !knowledge.knows(candidate, lang)) continue;
        known.push_back(candidate);
        if (knowledge.printed(candidate) > 0) printed.push_back(candidate);
    }
    if (printed.size() == 1) return model::Repair{std::move(rule), word, printed.front(), 0.95};
    if (known.size() == 1) return model::Repair{std::move(rule), word, known.front(), 0.85};
    return std::nullopt;
}

/// "0SI", "i0S", "1nternet"; not "C0088" or "K1W1".
std::optional<model::Repair> letter_for_digit(const std::string& word, std::string_view lang, const WordKnowledge& knowledge) {
    const Shape shape = shape_of(word);
    if (shape.digits != 1 || shape.letters < 2) return std::nullopt;
    static constexpr std::array pairs = {Exchange{"0", "O"}, Exchange{"0", "o"}, Exchange{"1", "l"}, Exchange{"1", "I"},
                                         Exchange{"1", "i"}, Exchange{"5", "S"}, Exchange{"5", "s"}};
    Candidates candidates;
    for (const Exchange& pair : pairs) exchange(word, pair, candidates);
    std::vector<std::string> printed;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(printed),
                 [&](const std::string& candidate) { return knowledge.printed(candidate) > 0; });
    if (printed.size() == 1) return model::Repair{"letter-for-digit", word, printed.front(), 0.95};
    return shape.lower > 0 ? chosen("letter-for-digit", word, candidates, lang, knowledge) : std::nullopt;
}

/// "loT" for "IoT": a small l before what ends in capitals stands for a capital I.
std::optional<model::Repair> letter_case(const std::string& word, const WordKnowledge& knowledge) {
    if (word.size() < 3 || word.size() > 6 || word[0] != 'l' || !is_upper_letter(last_code_point(word))) return std::nullopt;
    std::string mended = word;
    mended[0] = 'I';
    return model::Repair{"letter-case", word, mended, knowledge.printed(mended) > 0 ? 0.95 : 0.75};
}

std::vector<std::string> letters_of(std::string_view word) {
    std::vector<std::string> letters;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t start = at;
        static_cast<void>(next_code_point(word, at));
        letters.emplace_back(word.substr(start, at - start));
    }
    return letters;
}

/// The letters that a printed one may have been, with the marks of the language.
std::vector<std::string> marked(std::string_view letter, std::string_view lang) {
    static const std::map<std::string, std::map<std::string, std::vector<std::string>, std::less<>>, std::less<>> marks = {
        {"nl", {{"e", {"ë", "é", "è", "ê"}}, {"i", {"ï"}}, {"o", {"ö"}}, {"u", {"ü"}}, {"a", {"ä"}}}},
        {"et", {{"a", {"ä"}}, {"o", {"õ", "ö"}}, {"u", {"ü"}}, {"s", {"š"}}, {"z", {"ž"}}}},
        {"en", {{"i", {"ï"}}, {"e", {"é"}}}}};
    const auto language = marks.find(lang);
    if (language == marks.end()) return {};
    const std::string base = model::strip_marks(letter);
    const auto found = language->second.find(base);
    if (found == language->second.end()) return base == letter ? std::vector<std::string>{} : std::vector<std::string>{base};
    std::vector<std::string> result = found->second;
    if (base != letter) result.push_back(base);
    return result;
}

/// One or two letters with other marks.
Candidates with_marks(const std::string& word, std::string_view lang) {
    const std::vector<std::string> letters = letters_of(word);
    const auto put = [&](std::size_t i, const std::string& letter, std::size_t j, const std::string& other) {
        std::string text;
        for (std::size_t k = 0; k < letters.size(); ++k) text += k == i ? letter : k == j ? other : letters[k];
        return text;
    };
    Candidates candidates;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        for (const std::string& letter : marked(letters[i], lang)) {
            candidates.insert(put(i, letter, letters.size(), {}));
            if (lang != "et") continue;  // words of the others hardly have two
            for (std::size_t j = i + 1; j < letters.size() && candidates.size() < most_candidates; ++j) {
                for (const std::string& other : marked(letters[j], lang)) candidates.insert(put(i, letter, j, other));
            }
        }
    }
    return candidates;
}

Candidates look_alikes(const std::string& word) {
    static constexpr std::array pairs = {Exchange{"g", "q"},  Exchange{"q", "g"},  Exchange{"ii", "ij"}, Exchange{"l", "i"},
                                         Exchange{"i", "l"},  Exchange{"I", "l"},  Exchange{"l", "I"},   Exchange{"rn", "m"},
                                         Exchange{"m", "rn"}, Exchange{"vv", "w"}, Exchange{"cl", "d"},  Exchange{"d", "cl"},
                                         Exchange{"ri", "n"}, Exchange{"ni", "m"}, Exchange{"e", "c"},   Exchange{"c", "e"},
                                         Exchange{"f", "t"},  Exchange{"j", "i"},  Exchange{"i", "j"},   Exchange{"tt", "ti"}};
    Candidates candidates;
    for (const Exchange& pair : pairs) exchange(word, pair, candidates);
    return candidates;
}

/// A small word at the front or the end, or inside between two words.
std::optional<model::Repair> unglued(const std::string& word, std::string_view lang, const WordKnowledge& knowledge) {
    const std::string lower = model::to_lower(word);
    if (lower.size() != word.size()) return std::nullopt;
    const auto vouched = [&](std::string_view part) {
        return part.size() >= shortest_glued && (knowledge.printed(part) > 0 || knowledge.knows(part, lang));
    };
    const auto is_boundary = [&](std::size_t at) { return (static_cast<unsigned char>(lower[at]) & 0xC0U) != 0x80U; };
    const std::string_view text = lower;
    for (std::size_t i = 2; i + 2 <= text.size(); ++i) {
        if (!is_boundary(i)) continue;
        const std::string_view left = text.substr(0, i);
        const std::string_view right = text.substr(i);
        // "decentrale" is no article and noun: two letters need the other part in print.
        const bool leading =
            knowledge.is_particle(left, lang, Glue::before) && vouched(right) && (left.size() > 2 || knowledge.printed(right) > 0);
        const bool trailing =
            knowledge.is_particle(right, lang, Glue::behind) && vouched(left) && (right.size() > 2 || knowledge.printed(left) > 0);
        if (leading || trailing) return model::Repair{"glued-words", word, word.substr(0, i) + " " + word.substr(i), 0.9};
        for (std::size_t j = i + 2; i >= shortest_glued && j + shortest_glued <= text.size(); ++j) {
            if (!is_boundary(j) || !knowledge.is_particle(text.substr(i, j - i), lang, Glue::before)) continue;
            if (vouched(left) && vouched(text.substr(j)) && knowledge.printed(text.substr(j)) > 0)
                return model::Repair{"glued-words", word, word.substr(0, i) + " " + word.substr(i, j - i) + " " + word.substr(j), 0.8};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<model::Repair> repair_word(const std::string& word, std::string_view lang, const WordKnowledge& knowledge,
                                         RepairReach reach) {
    if (word.size() > longest_word || !knowledge.has_dictionary(lang) || knowledge.knows(word)) return std::nullopt;
    if (auto repair = letter_for_digit(word, lang, knowledge)) return repair;
    const Shape shape = shape_of(word);
    if (shape.digits > 0) return std::nullopt;
    if (auto repair = letter_case(word, knowledge)) return repair;
    if (shape.letters < shortest_word || shape.lower + 1 < shape.letters) return std::nullopt;  // abbreviations and names of programs
    if (auto repair = chosen("lost-marks", word, with_marks(word, lang), lang, knowledge)) return repair;
    if (reach == RepairReach::recognised) {
        if (auto repair = chosen("look-alike", word, look_alikes(word), lang, knowledge)) return repair;
    }
    return unglued(word, lang, knowledge);
}

}  // namespace kwalign::ingest
