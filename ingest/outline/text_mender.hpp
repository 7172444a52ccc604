#pragma once

#include "ingest/outline/language.hpp"
#include "ingest/outline/line_joiner.hpp"
#include "model/standard.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// Mends what text recognition damaged, on evidence of the document itself and of its language; every change is recorded.
/// The rules: "glued-words" (a word run together with an article or the like, where both occur apart and the whole is no known
/// word), "letter-for-digit" (a zero inside a word), "spelling" (the language data's own rules, such as a lost diaeresis), "slash-blank" (a blank beside a slash that the document prints without elsewhere).
class TextMender {
public:
    /// Both must outlive the mender.
    TextMender(const LineJoiner& words, const LanguageModel& languages) : m_words(words), m_languages(languages) {}

    /// The text of a statement or title in language `lang`; `repairs` gets what was changed.
    [[nodiscard]] std::string mend(std::string_view printed, std::string_view lang, std::vector<model::Repair>& repairs) const;

private:
    [[nodiscard]] std::string mend_word(const std::string& word, std::string_view lang, std::vector<model::Repair>& repairs) const;
    [[nodiscard]] std::string without_blanks_at_slash(std::string text, std::vector<model::Repair>& repairs) const;
    [[nodiscard]] std::string with_letter(const std::string& word) const;
    [[nodiscard]] std::string apart(const std::string& word, std::string_view lang, int depth) const;

    const LineJoiner& m_words;
    const LanguageModel& m_languages;
};

}  // namespace kwalign::ingest
