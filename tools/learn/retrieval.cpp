#include "tools/learn/retrieval.hpp"

#include "align/text/morphology.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace kwalign::tools {
namespace {

constexpr double cognate_probability = 0.8;  // the same spelling may still be chance
constexpr double lexicon_weight =
    0.25;  // beside tables: concepts know fewer of a segment's words, and what they know the tables mostly know too

/// Numbers for strings.
class Numbering {
public:
    std::uint32_t operator[](const std::string& key) {
        return m_numbers.emplace(key, static_cast<std::uint32_t>(m_numbers.size())).first->second;
    }
    std::size_t size() const noexcept { return m_numbers.size(); }

private:
    std::unordered_map<std::string, std::uint32_t> m_numbers;
};

/// A word of the foreign side with the English keys it may mean, and its own number for counting.
struct ProjectedWord {
    std::uint32_t key = 0;
    std::vector<std::pair<std::uint32_t, double>> english;
};

struct Foreign {
    std::vector<ProjectedWord> words;
    std::map<std::uint32_t, double> concepts;
};
struct English {
    std::vector<std::uint32_t> keys;  ///< sorted, different
    std::map<std::uint32_t, double> concepts;
};

std::map<std::uint32_t, double> concepts_of(const align::Analysis& analysis) {
    std::map<std::uint32_t, double> out;
    for (const align::Mention& m : analysis.mentions)
        if (m.concept_known) out[m.concept_id.value] = std::max(out[m.concept_id.value], m.weight);
    return out;
}

std::vector<double> idf_of(const std::vector<std::size_t>& counts, std::size_t texts) {
    std::vector<double> out;
    for (const std::size_t n : counts) out.push_back(std::log((static_cast<double>(texts) + 1.0) / (static_cast<double>(n) + 0.5)));
    return out;
}

class Retrieval {
public:
    Retrieval(const align::TranslationTable& table, const align::Analyser& analyser, std::string_view lang)
        : m_table(table), m_analyser(analyser), m_lang(lang) {}

    void read(const std::vector<align::ParallelSegment>& segments) {
        for (const align::ParallelSegment& segment : segments) m_english.push_back(read_english(segment.english));
        for (const align::ParallelSegment& segment : segments) m_foreign.push_back(read_foreign(segment.foreign));
        weigh();
    }

    double share(const RetrievalOptions& options) const {
        double found = 0.0;
        for (std::size_t s = 0; s < m_foreign.size(); ++s) {
            std::vector<double> scores(m_english.size(), 0.0);
            if (options.tables) add_table_scores(m_foreign[s], scores);
            if (options.lexicon) add_concept_scores(m_foreign[s], scores, options.tables ? lexicon_weight : 1.0);
            const double own = scores[s];
            const bool best = own > 0.0 && std::none_of(scores.begin(), scores.end(), [own](double other) { return other > own; });
            if (best) found += 1.0 / static_cast<double>(std::count(scores.begin(), scores.end(), own));
        }
        return m_foreign.empty() ? 0.0 : found / static_cast<double>(m_foreign.size());
    }

private:
    English read_english(const std::string& text) {
        const align::Analysis analysis = m_analyser.analyse(text, "en");
        English out;
        for (const align::Token& token : analysis.tokens) {
            if (token.function_word) continue;
            const std::uint32_t key = m_keys[token.keys.front()];
            out.keys.push_back(key);
            if (token.text.size() > 3 || token.number) m_by_spelling[align::cognate_key(token.keys.front())].push_back(key);
        }
        std::sort(out.keys.begin(), out.keys.end());
        out.keys.erase(std::unique(out.keys.begin(), out.keys.end()), out.keys.end());
        out.concepts = concepts_of(analysis);
        return out;
    }

    Foreign read_foreign(const std::string& text) {
        const align::Analysis analysis = m_analyser.analyse(text, m_lang);
        Foreign out;
        for (const align::Token& token : analysis.tokens) {
            if (token.function_word) continue;
            if (token.number) {
                add_word(out, token.text, {});
                continue;
            }
            for (const align::ProjectedUnit& unit : m_table.project(token.text)) add_word(out, unit.key, unit.translations);
        }
        out.concepts = concepts_of(analysis);
        return out;
    }

    void add_word(Foreign& out, const std::string& key, const std::vector<align::Translation>& translations) {
        ProjectedWord word;
        word.key = m_foreign_keys[key];
        std::map<std::uint32_t, double> english;
        for (const align::Translation& t : translations) english[m_keys[t.english_key]] = std::sqrt(t.probability);
        const auto alike = m_by_spelling.find(align::cognate_key(key));
        if (alike != m_by_spelling.end())
            for (const std::uint32_t k : alike->second) english[k] = std::max(english[k], cognate_probability);
        word.english.assign(english.begin(), english.end());
        out.words.push_back(std::move(word));
    }

    void weigh() {
        m_postings.resize(m_keys.size());
        for (std::size_t t = 0; t < m_english.size(); ++t)
            for (const std::uint32_t key : m_english[t].keys) m_postings[key].push_back(t);
        std::vector<std::size_t> counts;
        for (const std::vector<std::size_t>& posting : m_postings) counts.push_back(posting.size());
        m_idf = idf_of(counts, m_english.size());
        std::vector<std::size_t> foreign_counts(m_foreign_keys.size(), 0);
        for (const Foreign& f : m_foreign)
            for (const ProjectedWord& word : f.words) ++foreign_counts[word.key];
        m_foreign_idf = idf_of(foreign_counts, m_foreign.size());
        std::vector<std::size_t> concept_counts(m_analyser.lexicon().concepts().size(), 0);
        for (const English& e : m_english)
            for (const auto& [id, weight] : e.concepts) ++concept_counts[id];
        m_concept_idf = idf_of(concept_counts, m_english.size());
        m_concept_postings.resize(concept_counts.size());
        for (std::size_t t = 0; t < m_english.size(); ++t) {
            double square = 0.0;
            for (const auto& [id, weight] : m_english[t].concepts) {
                m_concept_postings[id].emplace_back(t, weight * m_concept_idf[id]);
                square += weight * m_concept_idf[id] * weight * m_concept_idf[id];
            }
            m_concept_norm.push_back(std::sqrt(square));
            double sum = 0.0;
            for (const std::uint32_t key : m_english[t].keys) sum += m_idf[key];
            m_english_weight.push_back(sum);
        }
    }

    void add_table_scores(const Foreign& f, std::vector<double>& scores) const {
        std::vector<double> forth(scores.size(), 0.0);
        std::vector<double> back(scores.size(), 0.0);
        std::vector<double> best(scores.size(), 0.0);
        std::map<std::uint32_t, double> meant;
        double weight = 0.0;
        for (const ProjectedWord& word : f.words) {
            weight += m_foreign_idf[word.key];
            std::vector<std::size_t> touched;
            for (const auto& [key, p] : word.english) {
                meant[key] = std::max(meant[key], p);
                for (const std::size_t t : m_postings[key]) {
                    if (best[t] == 0.0) touched.push_back(t);
                    best[t] = std::max(best[t], p);
                }
            }
            for (const std::size_t t : touched) {
                forth[t] += m_foreign_idf[word.key] * best[t];
                best[t] = 0.0;
            }
        }
        for (const auto& [key, p] : meant)
            for (const std::size_t t : m_postings[key]) back[t] += m_idf[key] * p;
        for (std::size_t t = 0; t < scores.size(); ++t)
            if (forth[t] > 0.0 && back[t] > 0.0) scores[t] += std::sqrt(forth[t] / weight * back[t] / m_english_weight[t]);
    }

    void add_concept_scores(const Foreign& f, std::vector<double>& scores, double share) const {
        std::vector<double> products(scores.size(), 0.0);
        double square = 0.0;
        for (const auto& [id, weight] : f.concepts) {
            const double w = weight * m_concept_idf[id];
            square += w * w;
            for (const auto& [t, other] : m_concept_postings[id]) products[t] += w * other;
        }
        for (std::size_t t = 0; t < scores.size(); ++t)
            if (products[t] > 0.0) scores[t] += share * products[t] / (std::sqrt(square) * m_concept_norm[t]);
    }

    const align::TranslationTable& m_table;
    const align::Analyser& m_analyser;
    std::string_view m_lang;
    Numbering m_keys;
    Numbering m_foreign_keys;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_by_spelling;
    std::vector<English> m_english;
    std::vector<Foreign> m_foreign;
    std::vector<std::vector<std::size_t>> m_postings;
    std::vector<double> m_idf;
    std::vector<double> m_foreign_idf;
    std::vector<double> m_concept_idf;
    std::vector<std::vector<std::pair<std::size_t, double>>> m_concept_postings;
    std::vector<double> m_concept_norm;
    std::vector<double> m_english_weight;
};

}  // namespace

double share_found(const std::vector<align::ParallelSegment>& segments, const align::TranslationTable& table,
                   const align::Analyser& analyser, std::string_view lang, const RetrievalOptions& options) {
    Retrieval retrieval(table, analyser, lang);
    retrieval.read(segments);
    return retrieval.share(options);
}

}  // namespace kwalign::tools
