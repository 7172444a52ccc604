#include "align/lexicon/lexicon.hpp"

#include "align/imported/term_import.hpp"
#include "align/lexicon/lexicon_file.hpp"
#include "align/lexicon/merge_imported.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace kwalign::align {
namespace {

std::vector<ConceptId> resolve(const std::vector<Concept>& concepts, const std::vector<std::string>& names) {
    std::vector<ConceptId> out;
    for (const std::string& name : names) {
        const auto it =
            std::lower_bound(concepts.begin(), concepts.end(), name, [](const Concept& c, const std::string& id) { return c.id < id; });
        if (it != concepts.end() && it->id == name) out.push_back({static_cast<std::uint32_t>(it - concepts.begin())});
    }
    return out;
}

}  // namespace

bool is_imported_domain(std::string_view domain) noexcept { return domain.starts_with("import:"); }

bool is_general_domain(std::string_view domain) noexcept {
    static constexpr std::array<std::string_view, 5> general{"competence-verbs", "qualities-attitudes", "time-quantity-place",
                                                             "work-actions", "work-nouns"};
    return std::find(general.begin(), general.end(), domain) != general.end();
}

Lexicon Lexicon::load(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& imports) {
    std::vector<LexiconLine> lines;
    for (const std::filesystem::path& file : lexicon_files(folder)) {
        std::vector<LexiconLine> more = read_lexicon_file(file);
        lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    for (const std::filesystem::path& file : imports) merge_imported(lines, file.stem().string(), read_term_file(file));
    std::stable_sort(lines.begin(), lines.end(), [](const LexiconLine& a, const LexiconLine& b) { return a.id < b.id; });
    lines.erase(std::unique(lines.begin(), lines.end(), [](const LexiconLine& a, const LexiconLine& b) { return a.id == b.id; }),
                lines.end());

    Lexicon lexicon;
    lexicon.m_concepts.reserve(lines.size());
    for (LexiconLine& line : lines)
        lexicon.m_concepts.push_back({std::move(line.id), line.part_of_speech, std::move(line.domain), std::move(line.terms), {}, {}});
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lexicon.m_concepts[i].broader = resolve(lexicon.m_concepts, lines[i].broader);
        lexicon.m_concepts[i].related = resolve(lexicon.m_concepts, lines[i].related);
    }
    return lexicon;
}

const Concept* Lexicon::find(std::string_view id) const noexcept {
    const auto it =
        std::lower_bound(m_concepts.begin(), m_concepts.end(), id, [](const Concept& c, std::string_view wanted) { return c.id < wanted; });
    return it != m_concepts.end() && it->id == id ? &*it : nullptr;
}

std::vector<std::string> Lexicon::languages() const {
    std::set<std::string> tags;
    for (const Concept& entry : m_concepts)
        for (const auto& [lang, terms] : entry.terms) tags.insert(lang);
    return {tags.begin(), tags.end()};
}

const std::string& Lexicon::label(ConceptId id, std::string_view lang) const {
    const Concept& entry = m_concepts[id.value];
    const auto it = entry.terms.find(std::string(lang));
    if (it != entry.terms.end() && !it->second.empty()) return it->second.front();
    for (const auto& [other, terms] : entry.terms)
        if (!terms.empty()) return terms.front();
    return entry.id;
}

}  // namespace kwalign::align
