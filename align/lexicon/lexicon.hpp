#pragma once

/// The trilingual lexicon of concepts: reviewable text in corpora/lexicon, one concept per line.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// Index of a concept within its lexicon.
struct ConceptId {
    std::uint32_t value = 0;
    friend auto operator<=>(const ConceptId&, const ConceptId&) = default;
};

/// How far one concept or word stands for another: 1 for the same, less for broader, narrower and related concepts.
struct Neighbour {
    std::uint32_t id = 0;
    double degree = 0.0;  ///< 0..1
};

/// Views into its lexicon; its terms: Lexicon::terms.
struct Concept {
    std::string_view id;        ///< kebab-case, unique: "service-level-agreement"
    char part_of_speech = 'n';  ///< n, v, a; '?' where an import does not say
    std::string_view domain;    ///< its file's stem: "it-security"
    std::span<const ConceptId> broader;
    std::span<const ConceptId> related;
    std::span<const Neighbour> neighbours;  ///< all that is near by these relations, also of other concepts to it; sorted by id
};

/// True for the domains of what users imported, which are no fields of work: "import:esco".
[[nodiscard]] bool is_imported_domain(std::string_view domain) noexcept;
/// True for domains of the lexicon that speak of work as such (verbs, qualities, time) rather than of any field's work.
[[nodiscard]] bool is_general_domain(std::string_view domain) noexcept;

/// One thing that breaks the lexicon's rules.
struct LexiconProblem {
    std::string file;
    std::size_t line = 0;
    std::string message;
};

class LexiconImage;

/// All concepts, sorted by id, with their terms. Immutable after loading; share between threads freely. Copies share what they are made of, and
/// views live as long as any of them.
class Lexicon {
public:
    /// Knows nothing.
    Lexicon();
    /// Compiles every *.tsv below `folder` in name order. Columns id, pos, en, nl, et, broader, related; terms separated by "; ".
    /// Throws model::Error(bad_data) with file and line where a line cannot be understood at all.
    /// `imports`: term files (align/imported) that are laid over it in this order, each by its file's stem.
    [[nodiscard]] static Lexicon load(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& imports = {});
    /// The same, from the first of `images` that was compiled from exactly these files (`kwalign lexicon compile`) where there is one, which
    /// takes a tenth of the time. The result is the same.
    [[nodiscard]] static Lexicon open(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& imports,
                                      const std::vector<std::filesystem::path>& images);

    [[nodiscard]] const std::vector<Concept>& concepts() const noexcept { return m_concepts; }
    [[nodiscard]] const Concept& operator[](ConceptId id) const { return m_concepts[id.value]; }
    /// The concept with this id string, or null.
    [[nodiscard]] const Concept* find(std::string_view id) const noexcept;
    /// A concept's terms in `lang` (BCP 47 primary tag) in natural dictionary forms, most usual first; may be none.
    [[nodiscard]] std::vector<std::string_view> terms(ConceptId id, std::string_view lang) const;
    /// The first term in `lang`, which is shown to people; where there is none, the first in another language.
    [[nodiscard]] std::string_view label(ConceptId id, std::string_view lang = "en") const;

    /// How many terms there are in each language.
    [[nodiscard]] std::map<std::string, std::size_t> term_counts() const;
    /// Tags of the languages that some concept has a term in, sorted.
    [[nodiscard]] std::vector<std::string> languages() const;
    /// What it is made of, for TermIndex and for writing it to a file.
    [[nodiscard]] const LexiconImage& image() const noexcept { return *m_image; }

    /// Everything a reviewer must mend: missing languages, duplicate ids and terms, unsorted files, unknown broader or related
    /// ids, cycles of broader.
    [[nodiscard]] static std::vector<LexiconProblem> check(const std::filesystem::path& folder);

private:
    explicit Lexicon(std::shared_ptr<const LexiconImage> image);

    std::shared_ptr<const LexiconImage> m_image;
    std::vector<Concept> m_concepts;
};

}  // namespace kwalign::align
