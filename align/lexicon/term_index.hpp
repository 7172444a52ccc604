#pragma once

/// Finds the lexicon's terms in running text through morphology.

#include "align/lexicon/image.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// A term, cut into words: a record of the lexicon's image.
using IndexedTerm = image::TermRecord;

/// Terms of one language by the keys of their first word: a view of the lexicon's image, which must outlive it. Cheap to copy.
class TermIndex {
public:
    /// Knows nothing.
    TermIndex() = default;
    TermIndex(const LexiconImage& image, const image::LanguageRecord& language) : m_image(&image), m_language(&language) {}

    /// The one-word term that shares a key with a word and is spelled most like it ("management" means "manage" rather than "manager"), or
    /// null. `word` is case-folded.
    [[nodiscard]] const IndexedTerm* single(const std::vector<std::string>& keys, std::string_view word) const;
    /// The same over all terms that `accepts` lets through; longer terms win over more alike ones.
    template <class Accepts>
    [[nodiscard]] const IndexedTerm* best(const std::vector<std::string>& keys, std::string_view word, Accepts accepts) const;

    [[nodiscard]] static std::size_t length(const IndexedTerm& term) noexcept { return term.words.count; }   ///< words
    [[nodiscard]] std::string_view form(const IndexedTerm& term) const { return m_image->text(term.form); }  ///< case-folded
    /// True if the term's word number `word` (from 0) has one of these keys.
    [[nodiscard]] bool has_key(const IndexedTerm& term, std::size_t word, const std::vector<std::string>& keys) const;

private:
    const LexiconImage* m_image = nullptr;
    const image::LanguageRecord* m_language = nullptr;
};

/// How alike a word and a term's dictionary form look: letters of the common beginning against letters that differ.
[[nodiscard]] int likeness(std::string_view word, std::string_view form) noexcept;

template <class Accepts>
const IndexedTerm* TermIndex::best(const std::vector<std::string>& keys, std::string_view word, Accepts accepts) const {
    const IndexedTerm* best = nullptr;
    int best_likeness = 0;
    if (m_image == nullptr) return nullptr;
    for (std::size_t k = 0; k < keys.size(); ++k)
        for (const std::uint32_t number : m_image->terms_with(*m_language, keys[k])) {
            const IndexedTerm& term = m_image->term(number);
            if (best != nullptr && length(term) < length(*best)) break;  // sorted by length
            if (!accepts(term)) continue;
            const int alike = likeness(word, form(term)) - static_cast<int>(k);  // earlier keys are likelier
            if (best == nullptr || length(term) > length(*best) || alike > best_likeness) {
                best = &term;
                best_likeness = alike;
            }
        }
    return best;
}

}  // namespace kwalign::align
