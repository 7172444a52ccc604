#pragma once

/// Morphology per language behind one interface: a word becomes one or more keys, and two word forms of one lexeme share a key.
/// Keys are for comparing, never for showing.

#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// Stateless rules of one language. Thread-safe.
class Morphology {
public:
    virtual ~Morphology() = default;

    /// Keys a running word may stand for, most likely first, at least one. `word` is case-folded UTF-8.
    [[nodiscard]] virtual std::vector<std::string> keys_of_word(std::string_view word) const = 0;
    /// Keys of a dictionary form (nominative singular, infinitive): fewer than a running word has, so that chance matches stay rare.
    /// `part_of_speech`: 'v' where the word may be a verb, else 'n' or 'a'. Verb forms meet infinitives only: their keys begin with "v:".
    [[nodiscard]] virtual std::vector<std::string> keys_of_lemma(std::string_view lemma, char part_of_speech) const = 0;
    /// Letters that may stand between the parts of a compound ("s", "en" in Dutch); the empty one is implied.
    [[nodiscard]] virtual const std::vector<std::string>& compound_links() const = 0;
    /// True if compounds are written as one word (Dutch, Estonian).
    [[nodiscard]] virtual bool has_compounds() const = 0;
    /// Words that can stand apart from their verb at the end of a clause ("lost ... op" = oplossen); empty where the language has none.
    [[nodiscard]] virtual const std::vector<std::string>& verb_particles() const = 0;
};

/// The rules for a BCP 47 tag; an unknown language gets rules that leave words as they are. Never null; lives for ever.
[[nodiscard]] const Morphology& morphology_for(std::string_view lang);

/// The spelling two languages share when one borrowed the word: marks, c/k, ts/c, ph/f, voiced and voiceless stops, double
/// letters and the like levelled. "incident", "intsident" -> "incitent". Input: a key or folded word.
[[nodiscard]] std::string cognate_key(std::string_view word);

}  // namespace kwalign::align
