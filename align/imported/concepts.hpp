#pragma once

/// Concepts with terms that a user brings along: what every import format becomes.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kwalign::align {

/// One concept of an import.
struct ImportedConcept {
    std::string id;                                         ///< URI or the file's own id
    char part_of_speech = '?';                              ///< n, v, a; '?' where the file does not say
    std::map<std::string, std::vector<std::string>> terms;  ///< by primary language tag, preferred term first
    std::vector<std::string> broader;                       ///< ids
    std::vector<std::string> related;

    friend bool operator==(const ImportedConcept&, const ImportedConcept&) = default;
};

/// Gathers concepts from one or several files; the same id in several files is one concept. Terms are cleaned: spaces collapsed, "; " and line
/// ends part terms, those over 120 bytes or 8 words are sentences and left out (and counted), repeated ones kept once.
class ConceptCollector {
public:
    /// `languages`: primary tags to keep; none: all.
    explicit ConceptCollector(std::vector<std::string> languages = {}) : m_languages(std::move(languages)) {}

    /// The concept with this id, new where it is the first time. `place` is for the error. Throws model::Error(limit_exceeded) beyond a million.
    ImportedConcept& at(std::string_view id, const std::string& place);
    /// A preferred term goes before the others. An empty language, or one that is not kept, adds nothing.
    void add_terms(ImportedConcept& to, std::string_view lang, std::string_view text, bool preferred);

    /// Concepts with at least one term, sorted by id. Ends the gathering.
    [[nodiscard]] std::vector<ImportedConcept> finish();
    /// Terms left out because they were sentences rather than terms.
    [[nodiscard]] std::size_t left_out() const noexcept { return m_left_out; }

private:
    std::vector<std::string> m_languages;
    std::vector<ImportedConcept> m_concepts;
    std::unordered_map<std::string, std::size_t> m_by_id;
    std::size_t m_left_out = 0;
};

}  // namespace kwalign::align
