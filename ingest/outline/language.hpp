#pragma once

/// Which language a short text is in, by its function words and letter trigrams (after Cavnar and Trenkle 1994, and Dunning
/// 1994 for the log-likelihood), with what the neighbourhood suggests as a prior.

#include "ingest/outline/pattern.hpp"
#include "model/text/speller.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kwalign::ingest {

/// Evidence for each candidate language, in natural-log units; higher is likelier. Only differences mean something.
using LanguageScores = std::map<std::string, double>;

/// Where a small word sticks to its neighbour when blanks get lost.
enum class Glue { before, behind };

/// Loaded once from corpora/language/*.tsv; immutable. Lines: w word weight; t trigram 100*ln(share); g and h small words that
/// stick to the next or the previous word when blanks get lost; r expression replacement, for misspellings; p expression, for
/// what forms print where something should be filled in.
class LanguageModel {
public:
    /// Throws Error(bad_template) naming file and line.
    explicit LanguageModel(const std::filesystem::path& folder);

    /// Tags of the languages known, sorted.
    [[nodiscard]] std::vector<std::string> languages() const;
    /// Scores of the candidates; languages without a model are left out. Empty text scores all the same.
    [[nodiscard]] LanguageScores score(std::string_view text, const std::vector<std::string>& candidates) const;
    /// The best candidate of scores plus prior; `fallback` where there is nothing to choose from.
    [[nodiscard]] static std::string best(const LanguageScores& scores, const LanguageScores& prior, std::string_view fallback);

    /// True for a small word of the language that may be glued to a neighbour on this side.
    [[nodiscard]] bool is_particle(std::string_view word, std::string_view lang, Glue side) const;
    /// The word by the language's spelling rules; unchanged where none applies.
    [[nodiscard]] std::string respell(const std::string& word, std::string_view lang) const;
    /// True for a text that a form prints where its author should have written something, in any of the languages.
    [[nodiscard]] bool is_placeholder(std::string_view text) const;
    /// Spelling dictionaries of the languages, opened when first asked.
    [[nodiscard]] const model::Spellers& spellers() const noexcept { return *m_spellers; }

private:
    struct SpellingRule {
        Pattern from;
        std::string to;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    using Weights = std::unordered_map<std::string, double, TextHash, std::equal_to<>>;  // looked up for every letter of a document
    struct Language {
        Weights words;
        Weights trigrams;
        std::set<std::string, std::less<>> leading;
        std::set<std::string, std::less<>> trailing;
        std::vector<SpellingRule> spelling;
        std::vector<Pattern> placeholders;
    };
    static void read_line(Language& language, const std::string& line, const std::string& place);

    std::map<std::string, Language, std::less<>> m_languages;
    std::unique_ptr<model::Spellers> m_spellers = std::make_unique<model::Spellers>();
};

/// Languages of texts that stand in a row: each by its own evidence, helped by the evidence of the two before and after it,
/// which counts the less the farther away it is, and by `fallback_weight` for the fallback language.
[[nodiscard]] std::vector<std::string> languages_in_context(const LanguageModel& model, const std::vector<std::string>& texts,
                                                            const std::vector<std::string>& candidates, std::string_view fallback,
                                                            double fallback_weight = 0.5);

}  // namespace kwalign::ingest
