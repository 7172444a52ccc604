#pragma once

/// What the engine says to people, in the reader's language. The sentences are data (corpora/align/phrases.tsv), reviewable without code.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// Sentences by id and language. Immutable after loading; share between threads freely.
class Phrases {
public:
    /// TSV with the header "id<TAB>en<TAB>nl<TAB>et"; lines starting with '#' are comments. Throws model::Error: not_found, or bad_data with
    /// file and line where a language is missing, an id comes twice or the languages have different places to fill in.
    [[nodiscard]] static Phrases load(const std::filesystem::path& file);

    /// The languages a phrase exists in: "en", "et", "nl".
    [[nodiscard]] static const std::vector<std::string>& languages();
    /// The sentence `id` in `lang` (English where the language is not one of languages()) with {1}, {2}, ... replaced. Throws std::out_of_range
    /// for an id that is not in the file: that is a mistake of the program, not of its input.
    [[nodiscard]] std::string say(std::string_view id, std::string_view lang, const std::vector<std::string>& values = {}) const;
    /// "a, b and c" in `lang`.
    [[nodiscard]] std::string listed(const std::vector<std::string>& items, std::string_view lang) const;

private:
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> m_sentences;
};

/// Phrases in one language: what most of the code needs.
struct Speaker {
    const Phrases& phrases;
    std::string lang;
    [[nodiscard]] std::string say(std::string_view id, const std::vector<std::string>& values = {}) const {
        return phrases.say(id, lang, values);
    }
    [[nodiscard]] std::string listed(const std::vector<std::string>& items) const { return phrases.listed(items, lang); }
};

}  // namespace kwalign::align
