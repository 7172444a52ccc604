#pragma once

/// Running text to mentions of concepts and words: the one place where languages meet.

#include "align/lexicon/lexicon.hpp"
#include "align/lexicon/term_index.hpp"
#include "model/text/speller.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// How a mention was found.
enum class Found { term, inner_term, compound_part, separable_verb, dictionary_form, word };
[[nodiscard]] std::string_view to_string(Found found) noexcept;

/// One word of the text.
struct Token {
    std::string text;               ///< case-folded
    std::vector<std::string> keys;  ///< by morphology, most likely first
    std::size_t first = 0;          ///< bytes in the case-folded text
    std::size_t last = 0;
    bool number = false;
    bool function_word = false;
    bool negation = false;     ///< "not", "geen", "ilma"
    bool before_mark = false;  ///< followed by punctuation that no term reaches over
    bool acronym = false;      ///< in capitals among small letters: "SLA", "KPIs"
    bool ends_clause = false;  ///< followed by punctuation, a conjunction or nothing
};

/// A concept, or a word that no term covers (`concept_known` false, then `key` is its cognate key).
struct Mention {
    bool concept_known = false;
    ConceptId concept_id;
    std::string key;
    std::string text;  ///< the words as they stand
    Found found = Found::word;
    double weight = 1.0;     ///< 0..1: an inner term or a part of a compound says less than a whole term
    std::size_t token = 0;   ///< index of its first token
    std::size_t length = 1;  ///< tokens
    bool negated = false;    ///< said not to be ("without interrupting the service"): still a topic, but half of one
};

struct Analysis {
    std::string lang;
    std::vector<Token> tokens;
    std::vector<Mention> mentions;
};

/// Immutable after construction; share between threads freely.
class Analyser {
public:
    /// Keeps references to both, which must outlive it. `function_words` ("lang<TAB>word") are no terms by themselves, only inside longer
    /// ones, and no mentions; "lang<TAB>word<TAB>negation" marks those that negate what follows them in their clause.
    /// `dictionaries` (null: none) are asked, each opened when it first is, for the stems of words that neither the lexicon by the rules of
    /// morphology nor compound splitting makes anything of.
    Analyser(const Lexicon& lexicon, const std::set<std::string>& function_words, const model::Spellers* dictionaries = nullptr);

    /// `lang`: "en", "nl", "et", or another that an import has terms in; words of any but the three are kept as they are.
    [[nodiscard]] Analysis analyse(std::string_view text, std::string_view lang) const;
    /// The terms of a language; none for one that the lexicon does not have. Lives as long as this.
    [[nodiscard]] const TermIndex& terms(std::string_view lang) const;
    [[nodiscard]] const Lexicon& lexicon() const noexcept { return m_lexicon; }

private:
    const Lexicon& m_lexicon;
    const std::set<std::string>& m_function_words;
    const model::Spellers* m_dictionaries;
    std::map<std::string, TermIndex, std::less<>> m_indexes;
    TermIndex m_none;
};

}  // namespace kwalign::align
