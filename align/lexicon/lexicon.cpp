#include "align/lexicon/lexicon.hpp"

#include "align/imported/term_import.hpp"
#include "align/lexicon/image.hpp"
#include "align/lexicon/image_builder.hpp"
#include "align/lexicon/lexicon_file.hpp"
#include "align/lexicon/merge_imported.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace kwalign::align {
namespace {

std::vector<LexiconLine> all_lines(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& imports) {
    std::vector<LexiconLine> lines;
    for (const std::filesystem::path& file : lexicon_files(folder)) {
        std::vector<LexiconLine> more = read_lexicon_file(file);
        lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    for (const std::filesystem::path& file : imports) merge_imported(lines, file.stem().string(), read_term_file(file));
    std::stable_sort(lines.begin(), lines.end(), [](const LexiconLine& a, const LexiconLine& b) { return a.id < b.id; });
    lines.erase(std::unique(lines.begin(), lines.end(), [](const LexiconLine& a, const LexiconLine& b) { return a.id == b.id; }),
                lines.end());
    return lines;
}

std::shared_ptr<const LexiconImage> compiled(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& imports,
                                             const SourceDigest& sources) {
    return LexiconImage::from_bytes(image_bytes(all_lines(folder, imports), sources), folder.string());
}

}  // namespace

bool is_imported_domain(std::string_view domain) noexcept { return domain.starts_with("import:"); }

bool is_general_domain(std::string_view domain) noexcept {
    static constexpr std::array<std::string_view, 5> general{"competence-verbs", "qualities-attitudes", "time-quantity-place",
                                                             "work-actions", "work-nouns"};
    return std::find(general.begin(), general.end(), domain) != general.end();
}

Lexicon::Lexicon() : Lexicon(LexiconImage::from_bytes(image_bytes({}, {}), "an empty lexicon")) {}

Lexicon::Lexicon(std::shared_ptr<const LexiconImage> image) : m_image(std::move(image)) {
    m_concepts.reserve(m_image->concepts().size());
    for (const image::ConceptRecord& record : m_image->concepts())
        m_concepts.push_back({m_image->text(record.id), static_cast<char>(record.part_of_speech), m_image->text(record.domain),
                              m_image->relations(record.broader), m_image->relations(record.related),
                              m_image->neighbours(record.neighbours)});
}

Lexicon Lexicon::load(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& imports) {
    return Lexicon(compiled(folder, imports, digest_of_sources(folder, imports)));
}

Lexicon Lexicon::open(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& imports,
                      const std::vector<std::filesystem::path>& images) {
    const SourceDigest sources = digest_of_sources(folder, imports);
    for (const std::filesystem::path& file : images)
        if (std::shared_ptr<const LexiconImage> image = LexiconImage::map(file, sources)) return Lexicon(std::move(image));
    return Lexicon(compiled(folder, imports, sources));
}

const Concept* Lexicon::find(std::string_view id) const noexcept {
    const auto it =
        std::lower_bound(m_concepts.begin(), m_concepts.end(), id, [](const Concept& c, std::string_view wanted) { return c.id < wanted; });
    return it != m_concepts.end() && it->id == id ? &*it : nullptr;
}

std::vector<std::string> Lexicon::languages() const {
    std::vector<std::string> out;
    for (const image::LanguageRecord& language : m_image->languages()) out.emplace_back(m_image->text(language.tag));
    return out;
}

std::map<std::string, std::size_t> Lexicon::term_counts() const {
    std::map<std::string, std::size_t> out;
    for (const image::LanguageRecord& language : m_image->languages())
        for (std::uint32_t c = 0; c < m_concepts.size(); ++c)
            if (const std::size_t count = m_image->term_list(language, {c}).count; count > 0)
                out[std::string(m_image->text(language.tag))] += count;
    return out;
}

std::vector<std::string_view> Lexicon::terms(ConceptId id, std::string_view lang) const {
    std::vector<std::string_view> out;
    for (const image::LanguageRecord& language : m_image->languages())
        if (m_image->text(language.tag) == lang)
            for (const image::Text& term : m_image->texts(m_image->term_list(language, id))) out.push_back(m_image->text(term));
    return out;
}

std::string_view Lexicon::label(ConceptId id, std::string_view lang) const {
    std::string_view other;
    for (const image::LanguageRecord& language : m_image->languages()) {
        const std::span<const image::Text> terms = m_image->texts(m_image->term_list(language, id));
        if (terms.empty()) continue;
        if (m_image->text(language.tag) == lang) return m_image->text(terms.front());
        if (other.empty()) other = m_image->text(terms.front());
    }
    return other.empty() ? m_concepts[id.value].id : other;
}

}  // namespace kwalign::align
