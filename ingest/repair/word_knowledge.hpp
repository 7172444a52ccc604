#pragma once

/// What is known of a document's words: dictionaries, the small words of its languages, and the document itself.

#include "ingest/layout/line.hpp"
#include "ingest/outline/language.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// Refers to the language data, which must outlive it.
class WordKnowledge {
public:
    /// `tags`: the languages of the document, the most frequent first. Words of English are always known: every field borrows them.
    WordKnowledge(const LayoutDocument& document, std::vector<std::string> tags, const LanguageModel& languages);

    /// A dictionary of one of the document's languages has the word.
    [[nodiscard]] bool knows(std::string_view word) const;
    /// The dictionary of this language has it.
    [[nodiscard]] bool knows(std::string_view word, std::string_view lang) const;
    /// How often the document prints the word, exactly so.
    [[nodiscard]] std::size_t printed(std::string_view word) const;
    [[nodiscard]] bool is_particle(std::string_view word, std::string_view lang, Glue side) const {
        return m_languages.is_particle(word, lang, side);
    }
    /// There is a dictionary of the language.
    [[nodiscard]] bool has_dictionary(std::string_view lang) const;
    [[nodiscard]] const std::vector<std::string>& languages() const noexcept { return m_tags; }

private:
    const LanguageModel& m_languages;
    std::vector<std::string> m_tags;
    std::map<std::string, std::size_t, std::less<>> m_printed;
};

/// A token of letters and digits in a text, by bytes.
struct Token {
    std::size_t first = 0;
    std::size_t last = 0;
};
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

}  // namespace kwalign::ingest
