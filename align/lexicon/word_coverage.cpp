#include "align/lexicon/word_coverage.hpp"

#include "model/text/unicode.hpp"

#include <algorithm>

namespace kwalign::align {
namespace {

constexpr std::size_t min_letters = 3;

enum class Known { no, table, part, whole };

class Counter {
public:
    Counter(const Analyser& analyser, const TranslationTables& tables) : m_analyser(analyser), m_tables(tables) {}

    void count(const std::string& text, const std::string& lang) {
        const Analysis analysis = m_analyser.analyse(text, lang);
        const std::vector<Known> by_concept = words_of_concepts(analysis);
        WordCoverage& out = m_coverage[analysis.lang];
        for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
            const Token& token = analysis.tokens[i];
            if (token.number || token.function_word || model::count_code_points(token.text) < min_letters) continue;
            ++out.words;
            Known known = by_concept[i];
            if (known == Known::no && table_knows(token.text, analysis.lang)) known = Known::table;
            out.concepts += known == Known::whole ? 1U : 0U;
            out.parts += known == Known::part ? 1U : 0U;
            out.tables += known == Known::table ? 1U : 0U;
            if (known == Known::no) ++m_unknown[analysis.lang][token.text];
        }
    }

    std::map<std::string, WordCoverage> finish() {
        for (auto& [lang, coverage] : m_coverage) {
            coverage.unknown.assign(m_unknown[lang].begin(), m_unknown[lang].end());
            std::stable_sort(coverage.unknown.begin(), coverage.unknown.end(),
                             [](const auto& a, const auto& b) { return a.second > b.second; });
        }
        std::erase_if(m_coverage, [](const auto& entry) { return entry.second.words == 0; });
        return std::move(m_coverage);
    }

private:
    static std::vector<Known> words_of_concepts(const Analysis& analysis) {
        std::vector<Known> out(analysis.tokens.size(), Known::no);
        std::vector<bool> has_unknown_part(analysis.tokens.size(), false);
        for (const Mention& m : analysis.mentions) {
            if (!m.concept_known)
                has_unknown_part[m.token] = true;
            else
                for (std::size_t i = m.token; i < m.token + m.length; ++i) out[i] = Known::whole;
        }
        for (std::size_t i = 0; i < out.size(); ++i)
            if (out[i] == Known::whole && has_unknown_part[i]) out[i] = Known::part;
        return out;
    }

    bool table_knows(const std::string& word, const std::string& lang) const {
        const auto table = m_tables.find(lang);
        if (table == m_tables.end()) return false;
        const std::vector<ProjectedUnit> units = table->second.project(word);
        return std::all_of(units.begin(), units.end(), [](const ProjectedUnit& unit) { return !unit.translations.empty(); });
    }

    const Analyser& m_analyser;
    const TranslationTables& m_tables;
    std::map<std::string, WordCoverage> m_coverage;
    std::map<std::string, std::map<std::string, std::size_t>> m_unknown;
};

}  // namespace

std::map<std::string, WordCoverage> measure_words(const model::Standard& standard, const Analyser& analyser,
                                                  const TranslationTables& tables) {
    Counter counter(analyser, tables);
    for (const model::Unit& unit : standard.units) {
        counter.count(unit.title, unit.lang);
        for (const model::Statement& statement : unit.statements) counter.count(statement.text, statement.lang);
    }
    return counter.finish();
}

}  // namespace kwalign::align
