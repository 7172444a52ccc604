#include "align/lexicon/term_index.hpp"

#include <algorithm>

namespace kwalign::align {

const IndexedTerm* TermIndex::single(const std::vector<std::string>& keys, std::string_view word) const {
    return best(keys, word, [](const IndexedTerm& term) { return length(term) == 1; });
}

bool TermIndex::has_key(const IndexedTerm& term, std::size_t word, const std::vector<std::string>& keys) const {
    for (const image::Text& key : m_image->texts(m_image->word_keys(term, word)))
        if (std::find(keys.begin(), keys.end(), m_image->text(key)) != keys.end()) return true;
    return false;
}

int likeness(std::string_view word, std::string_view form) noexcept {
    std::size_t common = 0;
    while (common < word.size() && common < form.size() && word[common] == form[common]) ++common;
    return static_cast<int>(2 * common) - static_cast<int>(word.size() - common) - static_cast<int>(form.size() - common);
}

}  // namespace kwalign::align
