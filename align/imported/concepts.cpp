#include "align/imported/concepts.hpp"

#include "align/imported/import_text.hpp"
#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <utility>

namespace kwalign::align {
namespace {

constexpr std::size_t max_concepts = 1'000'000;
constexpr std::size_t max_id_bytes = 500;
constexpr std::size_t max_terms = 200;  // of one concept and language
constexpr std::size_t max_term_bytes = 120;
constexpr std::ptrdiff_t max_spaces = 7;

/// Pieces between line ends, "|" and "; ".
std::vector<std::string> terms_in(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t line = std::min(text.find_first_of("\n\r|"), text.find("; "));
        if (std::string term = model::to_nfc(model::collapse_spaces(text.substr(0, line))); !term.empty()) out.push_back(std::move(term));
        if (line == std::string_view::npos) break;
        text.remove_prefix(line + 1);
    }
    return out;
}

bool is_term(const std::string& text) { return text.size() <= max_term_bytes && std::count(text.begin(), text.end(), ' ') <= max_spaces; }

/// Ids hold no blanks, so that lists of them can be written with blanks between.
std::string clean_id(std::string_view id) {
    std::string out = model::collapse_spaces(id);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; }, '_');
    return out;
}

}  // namespace

ImportedConcept& ConceptCollector::at(std::string_view id, const std::string& place) {
    std::string key = clean_id(id);
    if (key.empty() || key.size() > max_id_bytes)
        throw model::Error(model::ErrorCode::bad_data, place, "a concept has no id, or one over 500 bytes");
    const auto [it, fresh] = m_by_id.emplace(key, m_concepts.size());
    if (fresh) {
        if (m_concepts.size() == max_concepts)
            throw model::Error(model::ErrorCode::limit_exceeded, place, "there are more than a million concepts");
        m_concepts.push_back({std::move(key), '?', {}, {}, {}});
    }
    return m_concepts[it->second];
}

void ConceptCollector::add_terms(ImportedConcept& to, std::string_view lang, std::string_view text, bool preferred) {
    const std::string tag = primary_language(lang);
    if (tag.empty() || (!m_languages.empty() && std::find(m_languages.begin(), m_languages.end(), tag) == m_languages.end())) return;
    std::vector<std::string> fresh = terms_in(text);
    const std::size_t before = fresh.size();
    std::erase_if(fresh, [](const std::string& term) { return !is_term(term); });
    m_left_out += before - fresh.size();
    if (fresh.empty()) return;
    std::vector<std::string>& terms = to.terms[tag];
    for (std::size_t i = 0; i < fresh.size() && terms.size() < max_terms; ++i) {
        const bool known = std::find(terms.begin(), terms.end(), fresh[i]) != terms.end();
        if (!known) terms.push_back(fresh[i]);
        if (preferred && i == 0) {
            const auto at = std::find(terms.begin(), terms.end(), fresh[i]);
            std::rotate(terms.begin(), at, at + 1);
        }
    }
}

std::vector<ImportedConcept> ConceptCollector::finish() {
    std::erase_if(m_concepts, [](const ImportedConcept& c) { return c.terms.empty(); });
    for (ImportedConcept& c : m_concepts)
        for (std::vector<std::string>* ids : {&c.broader, &c.related}) {
            for (std::string& id : *ids) id = clean_id(id);
            std::sort(ids->begin(), ids->end());
            ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
        }
    std::sort(m_concepts.begin(), m_concepts.end(), [](const ImportedConcept& a, const ImportedConcept& b) { return a.id < b.id; });
    m_by_id.clear();
    return std::move(m_concepts);
}

}  // namespace kwalign::align
