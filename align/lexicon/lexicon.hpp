#pragma once

/// The trilingual lexicon of concepts: reviewable text in corpora/lexicon, one concept per line.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// Index of a concept within its lexicon.
struct ConceptId {
    std::uint32_t value = 0;
    friend auto operator<=>(const ConceptId&, const ConceptId&) = default;
};

struct Concept {
    std::string id;                                         ///< kebab-case, unique: "service-level-agreement"
    char part_of_speech = 'n';                              ///< n, v, a; '?' where an import does not say
    std::string domain;                                     ///< its file's stem: "it-security"
    std::map<std::string, std::vector<std::string>> terms;  ///< by language tag, natural dictionary forms, most usual first
    std::vector<ConceptId> broader;
    std::vector<ConceptId> related;
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

/// All concepts, sorted by id. Immutable after loading; share between threads freely.
class Lexicon {
public:
    /// Reads every *.tsv below `folder` in name order. Columns id, pos, en, nl, et, broader, related; terms separated by "; ".
    /// Throws model::Error(bad_data) with file and line where a line cannot be understood at all.
    /// `imports`: term files (align/imported) that are laid over it in this order, each by its file's stem.
    [[nodiscard]] static Lexicon load(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& imports = {});

    [[nodiscard]] const std::vector<Concept>& concepts() const noexcept { return m_concepts; }
    [[nodiscard]] const Concept& operator[](ConceptId id) const { return m_concepts[id.value]; }
    /// The concept with this id string, or null.
    [[nodiscard]] const Concept* find(std::string_view id) const noexcept;
    /// The first term in `lang`, which is shown to people; where there is none, the first in another language.
    [[nodiscard]] const std::string& label(ConceptId id, std::string_view lang = "en") const;

    /// Tags of the languages that some concept has a term in, sorted.
    [[nodiscard]] std::vector<std::string> languages() const;

    /// Everything a reviewer must mend: missing languages, duplicate ids and terms, unsorted files, unknown broader or related
    /// ids, cycles of broader.
    [[nodiscard]] static std::vector<LexiconProblem> check(const std::filesystem::path& folder);

private:
    std::vector<Concept> m_concepts;
};

}  // namespace kwalign::align
