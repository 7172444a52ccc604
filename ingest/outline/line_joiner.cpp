#include "ingest/outline/line_joiner.hpp"

#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>

namespace kwalign::ingest {

namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::string_view real_hyphen = "\xE2\x80\x90";
constexpr std::size_t hyphenated_least = 3;  // divided lines; fewer can be chance
constexpr double hyphenated_share = 0.04;    // of the lines; hyphenated columns reach 0.1 and more, others stay below 0.01

/// Bytes of the hyphen that the text ends in, or 0.
std::size_t final_hyphen(std::string_view text) {
    if (text.ends_with('-')) return 1;
    if (text.ends_with(soft_hyphen)) return soft_hyphen.size();
    return text.ends_with(real_hyphen) ? real_hyphen.size() : 0;
}

/// Letters, digits, apostrophes and hyphens inside; everything that is not ASCII counts as a letter.
bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '\'' ||
           static_cast<unsigned char>(c) >= 0x80U;
}

std::string_view last_word(std::string_view text) {
    std::size_t start = text.size();
    while (start > 0 && is_word_byte(text[start - 1])) --start;
    return text.substr(start);
}

std::string_view first_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    return text.substr(0, end);
}

bool is_conjunction(std::string_view word) {
    static constexpr std::array<std::string_view, 10> words = {"en", "of", "ja", "või", "ega", "ning", "and", "or", "und", "oder"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// "IT", "e", "B2", "3": what takes a hyphen in the middle of a line, too.
bool keeps_hyphen(std::string_view stem) {
    const bool digits = std::any_of(stem.begin(), stem.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool small = std::any_of(stem.begin(), stem.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return digits || !small || stem.size() <= 1;
}

bool is_divided(const Line& line) {
    const std::size_t hyphen = line.ends_with_hyphen ? final_hyphen(line.text) : 0;
    if (hyphen == 0 || line.text.size() <= hyphen) return false;
    const char before = line.text[line.text.size() - hyphen - 1];
    return (before >= 'a' && before <= 'z') || static_cast<unsigned char>(before) >= 0x80U;
}

}  // namespace

LineJoiner::LineJoiner(const LayoutDocument& document) {
    std::size_t divided = 0;
    bool open = false;  // the line before ended inside a word
    for (const Line& line : document.lines) {
        divided += is_divided(line) ? 1U : 0U;
        const std::string lower = model::to_lower(line.text);
        for (std::size_t at = 0; at < lower.size();) {
            const std::string_view word = first_word(std::string_view(lower).substr(at));
            const bool cut = (at + word.size() == lower.size() && final_hyphen(word) > 0) || (at == 0 && open);
            if (!word.empty() && !cut) ++m_words[std::string(word)];
            at += std::max<std::size_t>(word.size(), 1);
        }
        count_pairs(lower);
        if (line.role == LineRole::body) open = final_hyphen(lower) > 0;
    }
    m_hyphenated =
        divided >= hyphenated_least && static_cast<double>(divided) >= hyphenated_share * static_cast<double>(document.lines.size());
}

void LineJoiner::count_pairs(std::string_view text) {
    for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
        const std::string_view left = last_word(text.substr(0, at));
        const std::string_view right = first_word(text.substr(at + 1));
        if (!left.empty() && !right.empty()) ++m_words[std::string(left) + "/" + std::string(right)];
    }
}

std::size_t LineJoiner::count(std::string_view word) const {
    const auto found = m_words.find(model::to_lower(word));
    return found == m_words.end() ? 0 : found->second;
}

std::string LineJoiner::join(std::string_view left, std::string_view right, std::vector<model::Repair>* repairs) const {
    const std::size_t hyphen = final_hyphen(left);
    if (left.empty() || right.empty()) return std::string(left) + std::string(right);
    if (hyphen == 0 || left.size() == hyphen || left[left.size() - hyphen - 1] == ' ') return std::string(left) + " " + std::string(right);
    const std::string_view kept = left.substr(0, left.size() - hyphen);
    const std::string stem(last_word(kept));
    const std::string next(first_word(right));
    const auto without = [&](double confidence) {
        if (repairs != nullptr)
            repairs->push_back({"hyphen-join", stem + std::string(left.substr(kept.size())) + "\n" + next, stem + next, confidence});
        return std::string(kept) + std::string(right);
    };
    if (left.ends_with(soft_hyphen)) return without(1.0);
    if (is_conjunction(next)) return std::string(left) + " " + std::string(right);
    const std::string with = std::string(left) + std::string(right);
    if (stem.empty() || keeps_hyphen(stem) || !starts_lower(right)) return with;
    const std::size_t whole = count(stem + next);
    const std::size_t hyphenated = count(stem + "-" + next);
    if (hyphenated > whole) return with;
    if (whole > 0) return without(0.98);
    // A word that has a hyphen of its own before ("up-to-") is rarely divided at a second place.
    return m_hyphenated && stem.find('-') == std::string::npos ? without(0.9) : with;
}

}  // namespace kwalign::ingest
