#include "align/lexicon/term_index.hpp"

#include "align/text/morphology.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <utility>

namespace kwalign::align {
namespace {

/// Keys of a term's last word, which stands in its dictionary form. Imports seldom say whether it is a verb; then it may be either.
std::vector<std::string> last_word_keys(std::string_view word, char part_of_speech, const Morphology& morphology) {
    if (part_of_speech != '?') return morphology.keys_of_lemma(word, part_of_speech);
    std::vector<std::string> keys = morphology.keys_of_lemma(word, 'n');
    for (std::string& key : morphology.keys_of_lemma(word, 'v'))
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
    return keys;
}

std::vector<std::vector<std::string>> words_of(const std::string& folded, char part_of_speech, const Morphology& morphology) {
    const std::vector<model::Word> words = model::words(folded);
    std::vector<std::vector<std::string>> out;
    out.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = std::string_view(folded).substr(words[i].first, words[i].last - words[i].first);
        // Only the last word of a term stands in its dictionary form; the others may be inflected ("kvaliteedi tagamine").
        out.push_back(i + 1 == words.size() ? last_word_keys(word, part_of_speech, morphology) : morphology.keys_of_word(word));
    }
    return out;
}

}  // namespace

TermIndex::TermIndex(const Lexicon& lexicon, std::string_view lang) {
    const Morphology& morphology = morphology_for(lang);
    const std::string tag(lang);
    const std::vector<Concept>& concepts = lexicon.concepts();
    for (std::uint32_t c = 0; c < concepts.size(); ++c) {
        const auto terms = concepts[c].terms.find(tag);
        if (terms == concepts[c].terms.end()) continue;
        for (const std::string& term : terms->second) {
            std::string folded = model::fold_case(term);
            IndexedTerm entry{{c}, concepts[c].part_of_speech, words_of(folded, concepts[c].part_of_speech, morphology), std::move(folded)};
            if (!entry.words.empty()) m_terms.push_back(std::move(entry));
        }
    }
    m_by_first.reserve(2 * m_terms.size());
    for (const IndexedTerm& term : m_terms)
        for (const std::string& key : term.words.front()) m_by_first[key].push_back(&term);
    const auto longer = [](const IndexedTerm* a, const IndexedTerm* b) { return a->words.size() > b->words.size(); };
    for (auto& [key, terms] : m_by_first)
        if (!std::is_sorted(terms.begin(), terms.end(), longer)) std::stable_sort(terms.begin(), terms.end(), longer);
}

const std::vector<const IndexedTerm*>& TermIndex::starting_with(std::string_view key) const {
    const auto it = m_by_first.find(key);
    return it == m_by_first.end() ? m_nothing : it->second;
}

const IndexedTerm* TermIndex::single(const std::vector<std::string>& keys, std::string_view word) const {
    return best(keys, word, [](const IndexedTerm& term) { return term.words.size() == 1; });
}

int likeness(std::string_view word, std::string_view form) noexcept {
    std::size_t common = 0;
    while (common < word.size() && common < form.size() && word[common] == form[common]) ++common;
    return static_cast<int>(2 * common) - static_cast<int>(word.size() - common) - static_cast<int>(form.size() - common);
}

}  // namespace kwalign::align
