#pragma once

/// Finds the lexicon's terms in running text through morphology.

#include "align/lexicon/lexicon.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kwalign::align {

/// A term, cut into the keys of its words.
struct IndexedTerm {
    ConceptId concept_id;
    char part_of_speech = 'n';
    std::vector<std::vector<std::string>> words;  ///< alternatives of each word
    std::string form;                             ///< case-folded
};

/// Terms of one language by the key of their first word. Immutable after construction; keeps no reference to the lexicon.
/// Movable, not copyable: it points into itself.
class TermIndex {
public:
    TermIndex(const Lexicon& lexicon, std::string_view lang);
    TermIndex(TermIndex&&) noexcept = default;
    TermIndex& operator=(TermIndex&&) noexcept = default;

    /// Terms whose first word has `key`; longest first.
    [[nodiscard]] const std::vector<const IndexedTerm*>& starting_with(std::string_view key) const;
    /// The one-word term that shares a key with a word and is spelled most like it ("management" means "manage" rather than "manager"), or
    /// null. `word` is case-folded.
    [[nodiscard]] const IndexedTerm* single(const std::vector<std::string>& keys, std::string_view word) const;
    /// The same over all terms that `accepts` lets through; longer terms win over more alike ones.
    template <class Accepts>
    [[nodiscard]] const IndexedTerm* best(const std::vector<std::string>& keys, std::string_view word, Accepts accepts) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    std::vector<IndexedTerm> m_terms;
    std::unordered_map<std::string, std::vector<const IndexedTerm*>, Hash, std::equal_to<>> m_by_first;
    std::vector<const IndexedTerm*> m_nothing;
};

/// How alike a word and a term's dictionary form look: letters of the common beginning against letters that differ.
[[nodiscard]] int likeness(std::string_view word, std::string_view form) noexcept;

template <class Accepts>
const IndexedTerm* TermIndex::best(const std::vector<std::string>& keys, std::string_view word, Accepts accepts) const {
    const IndexedTerm* best = nullptr;
    int best_likeness = 0;
    for (std::size_t k = 0; k < keys.size(); ++k)
        for (const IndexedTerm* term : starting_with(keys[k])) {
            if (best != nullptr && term->words.size() < best->words.size()) break;  // sorted by length
            if (!accepts(*term)) continue;
            const int alike = likeness(word, term->form) - static_cast<int>(k);  // earlier keys are likelier
            if (best == nullptr || term->words.size() > best->words.size() || alike > best_likeness) {
                best = term;
                best_likeness = alike;
            }
        }
    return best;
}

}  // namespace kwalign::align
