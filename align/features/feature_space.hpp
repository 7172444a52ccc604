#pragma once

/// Features are concepts and, where no term covers a word, the word's cognate key. Weights come from how rare a feature is over
/// everything at hand, so template phrases and everyday verbs fade without being listed.

#include "align/lexicon/analyser.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kwalign::align {

/// Concepts have their ConceptId's value; words follow after the last concept in order of first sight.
using FeatureId = std::uint32_t;

struct Feature {
    FeatureId id = 0;
    double weight = 0.0;  ///< before rarity: how often and how surely the text says it
    friend bool operator==(const Feature&, const Feature&) = default;
};
/// Sorted by id, each id once.
using FeatureVector = std::vector<Feature>;

class WordBridge;

/// A word feature as some text spelled it: what translation starts from.
struct SeenWord {
    std::string lang;
    std::string text;  ///< case-folded word or part of a compound
    friend auto operator<=>(const SeenWord&, const SeenWord&) = default;
};

/// Interns features and counts in how many statements each occurs. Not thread-safe while texts are added; read-only afterwards.
class FeatureSpace {
public:
    /// Keeps references to the lexicon and the bridge (null: words of different languages meet by their cognate keys alone), which must
    /// outlive it.
    explicit FeatureSpace(const Lexicon& lexicon, const WordBridge* bridge = nullptr);

    /// Features of one analysed text; counts it as one statement if `counted`.
    FeatureVector add(const Analysis& analysis, bool counted);

    /// Ends the adding: computes rarities and connects words with their translations. Call once, before rarity() and neighbours().
    void freeze();
    /// Rarity of a feature: log((N + 1) / (df + 0.5)) scaled by how contentful its part of speech is. At least 0.
    [[nodiscard]] double rarity(FeatureId id) const { return m_rarity[id]; }
    /// Concepts near a concept in the lexicon, and translations of a word that no concept covers. Sorted by id.
    [[nodiscard]] const std::vector<Neighbour>& neighbours(FeatureId id) const { return m_neighbours[id]; }
    /// For people: the concept's label in `lang`, or the word as it stood.
    [[nodiscard]] std::string label(FeatureId id, std::string_view lang = "en") const;
    /// The specific domain of a concept, counted from 0; no_domain for words and for concepts of general domains.
    [[nodiscard]] std::size_t domain(FeatureId id) const { return is_concept(id) ? m_domain[id] : no_domain; }
    static constexpr std::size_t no_domain = static_cast<std::size_t>(-1);
    /// log((N + 1) / (statements that speak of the domain + 0.5)), at least 0.
    [[nodiscard]] double domain_rarity(std::size_t domain) const { return m_domain_rarity[domain]; }
    [[nodiscard]] bool is_concept(FeatureId id) const noexcept { return id < m_concepts; }
    [[nodiscard]] std::size_t size() const noexcept { return m_frequency.size(); }

private:
    FeatureId intern(const Mention& mention, const std::string& lang);

    const Lexicon& m_lexicon;
    const WordBridge* m_bridge;
    std::size_t m_concepts = 0;
    std::size_t m_counted = 0;
    std::unordered_map<std::string, FeatureId> m_words;
    std::vector<SeenWord> m_seen_words;  ///< the first spelling of each word feature
    std::vector<std::size_t> m_frequency;
    std::vector<double> m_rarity;
    std::vector<std::size_t> m_domain;            ///< of each concept
    std::vector<std::size_t> m_domain_frequency;  ///< statements that speak of it
    std::vector<double> m_domain_rarity;
    std::vector<std::vector<Neighbour>> m_neighbours;
};

/// Sum of two vectors, the second scaled.
[[nodiscard]] FeatureVector combined(const FeatureVector& a, const FeatureVector& b, double scale_b);

}  // namespace kwalign::align
