#include "ingest/layout/join.hpp"

#include "ingest/layout/clean_text.hpp"
#include "ingest/text/utf8.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>

namespace kwalign::ingest {

namespace {

/// Letters, digits, and hyphens or apostrophes between them.
bool is_word_character(char32_t c) {
    return is_letter(c) || is_digit(c) || c == U'-' || c == 0x2010 || c == U'\'' || c == 0x2019 || c > 0x17f;
}

bool is_dash(char32_t c) { return c == 0x2013 || c == 0x2014; }

std::string_view last_word(std::string_view text) {
    std::size_t start = text.size();
    while (start > 0) {
        std::size_t before = start - 1;
        while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xc0) == 0x80) --before;
        std::size_t at = before;
        const char32_t c = next_code_point(text, at);
        if (!is_word_character(c) || is_dash(c)) break;
        start = before;
    }
    return text.substr(start);
}

std::string_view first_word(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t c = next_code_point(text, next);
        if (!is_word_character(c) || is_dash(c)) break;
        at = next;
    }
    return text.substr(0, at);
}

/// Words after which a hyphen before them stays: "netwerk- en systeembeheer".
bool is_connective(std::string_view word) {
    static constexpr std::array<std::string_view, 8> words = {"en", "of", "ja", "või", "ega", "and", "or", "dan"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// "IT", "e", "B2", "3": what takes a hyphen in the middle of a line, too.
bool keeps_hyphen(std::string_view stem) {
    std::size_t letters = 0;
    std::size_t upper = 0;
    bool digits = false;
    for (std::size_t at = 0; at < stem.size();) {
        const char32_t c = next_code_point(stem, at);
        ++letters;
        if (is_upper_letter(c)) ++upper;
        if (is_digit(c)) digits = true;
    }
    return digits || letters <= 1 || (upper == letters && letters <= 6);
}

std::string joined_by(std::string_view left, std::string_view glue, std::string_view right) {
    std::string text(left);
    text += glue;
    text += right;
    return text;
}

}  // namespace

WordEvidence::WordEvidence(const LayoutDocument& document) {
    for (const Line& line : document.lines) {
        const std::string text = model::to_lower(line.text);
        std::string_view rest = text;
        while (!rest.empty()) {
            const std::string_view word = first_word(rest);
            if (word.empty()) {
                std::size_t at = 0;
                static_cast<void>(next_code_point(rest, at));
                rest.remove_prefix(at);
                continue;
            }
            rest.remove_prefix(word.size());
            const bool cut = rest.empty() && has_final_hyphen(word);
            if (!cut) ++m_counts[std::string(word)];
        }
    }
}

std::size_t WordEvidence::count(std::string_view word) const {
    const auto found = m_counts.find(model::to_lower(word));
    return found == m_counts.end() ? 0 : found->second;
}

JoinResult join(std::string_view left, std::string_view right, const WordEvidence& evidence) {
    if (left.empty() || right.empty()) return {joined_by(left, {}, right), std::nullopt};
    if (!has_final_hyphen(left)) return {joined_by(left, " ", right), std::nullopt};

    const char32_t hyphen = last_code_point(left);
    const std::string_view with_hyphen = last_word(left);
    const std::size_t hyphen_bytes = hyphen == U'-' ? 1 : hyphen == 0xad ? 2 : 3;
    const std::string_view stem_text = left.substr(0, left.size() - hyphen_bytes);
    const std::string_view stem = last_word(stem_text);
    const std::string_view next = first_word(right);

    const auto without = [&](double confidence) {
        model::Repair repair{"hyphen-join", joined_by(stem, "-", next), joined_by(stem, {}, next), confidence};
        return JoinResult{joined_by(stem_text, {}, right), std::move(repair)};
    };
    if (hyphen == 0xad) return without(1.0);
    if (is_connective(next)) return {joined_by(left, " ", right), std::nullopt};
    if (keeps_hyphen(stem) || !is_lower_letter(first_code_point(right))) return {joined_by(left, {}, right), std::nullopt};

    const std::size_t whole = evidence.count(joined_by(stem, {}, next));
    const std::size_t hyphenated = evidence.count(joined_by(stem, "-", next));
    if (hyphenated > whole || with_hyphen.find('-') + 1 < with_hyphen.size()) {
        // "up-to-" with "date": the word has hyphens of its own.
        if (whole == 0) return {joined_by(left, {}, right), std::nullopt};
    }
    return without(whole > 0 ? 0.98 : 0.9);
}

}  // namespace kwalign::ingest
