#include "align/features/standard_features.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace kwalign::align {
namespace {

constexpr double title_weight = 1.0;   // a title names what the unit is about
constexpr double prose_weight = 0.7;   // descriptions wander more than requirements do

/// A feature that ten statements repeat is not ten times as important.
void dampen(FeatureVector& features) {
    for (Feature& f : features) f.weight = std::log1p(f.weight) / std::log(2.0);
}

bool is_prose(model::StatementKind kind) noexcept {
    return kind == model::StatementKind::description || kind == model::StatementKind::result;
}

/// A word that fits a trade the document does not speak of otherwise ("points" in a text on software: pointing, mortar) was
/// probably meant otherwise: one domain per discourse (Magnini et al. 2002). Domains with few concepts in the document are incidental.
class DomainSense {
public:
    void count(const Lexicon& lexicon, const Analysis& analysis) {
        for (const Mention& m : analysis.mentions) {
            if (!m.concept_known) continue;
            ++m_mentions;
            m_seen[lexicon[m.concept_id].domain].insert(m.concept_id.value);
        }
    }
    void weigh(const Lexicon& lexicon, Analysis& analysis) const {
        if (m_mentions < enough_to_judge) return;
        for (Mention& m : analysis.mentions)
            if (m.concept_known && is_incidental(lexicon[m.concept_id].domain)) m.weight *= incidental_weight;
    }

private:
    static constexpr std::size_t enough_to_judge = 150;
    static constexpr double incidental_share = 0.012;  // of all mentions
    static constexpr double incidental_weight = 0.3;

    bool is_incidental(const std::string& domain) const {
        const auto it = m_seen.find(domain);
        const std::size_t distinct = it == m_seen.end() ? 0 : it->second.size();
        return static_cast<double>(distinct) < incidental_share * static_cast<double>(m_mentions);
    }

    std::size_t m_mentions = 0;
    std::map<std::string, std::set<std::uint32_t>> m_seen;
};

/// Analyses of a standard's titles and statements, in document order.
struct Analyses {
    std::vector<Analysis> titles;
    std::vector<std::vector<Analysis>> statements;
};

Analyses analyse_all(const model::Standard& standard, const Analyser& analyser) {
    Analyses out;
    DomainSense sense;
    for (const model::Unit& unit : standard.units) {
        out.titles.push_back(analyser.analyse(unit.title, unit.lang));
        sense.count(analyser.lexicon(), out.titles.back());
        out.statements.emplace_back();
        for (const model::Statement& statement : unit.statements) {
            out.statements.back().push_back(analyser.analyse(statement.text, statement.lang));
            sense.count(analyser.lexicon(), out.statements.back().back());
        }
    }
    for (Analysis& title : out.titles) sense.weigh(analyser.lexicon(), title);
    for (std::vector<Analysis>& unit : out.statements)
        for (Analysis& statement : unit) sense.weigh(analyser.lexicon(), statement);
    return out;
}

void count_fields(StandardFeatures& standard, const Lexicon& lexicon) {
    std::map<std::string, std::set<FeatureId>> seen;
    for (const UnitFeatures& unit : standard.units) {
        if (!unit.compared) continue;
        for (const Feature& f : unit.pooled) {
            if (f.id >= lexicon.concepts().size()) continue;
            const std::string& domain = lexicon.concepts()[f.id].domain;
            if (!is_general_domain(domain) && domain != "general-skills" && domain != "documents") seen[domain].insert(f.id);
        }
    }
    for (const auto& [domain, concepts] : seen) standard.fields[domain] = concepts.size();
}

}  // namespace

double field_affinity(const StandardFeatures& a, const StandardFeatures& b) {
    constexpr std::size_t enough_to_tell = 15;  // concepts
    constexpr double of_neighbours = 0.7;
    constexpr double foreign = 0.3;  // cosine that occupations without anything in common reach by everyday words
    constexpr double same = 0.65;    // cosine from which a difference is one of emphasis
    std::size_t count_a = 0;
    std::size_t count_b = 0;
    double product = 0.0;
    double square_a = 0.0;
    double square_b = 0.0;
    for (const auto& [field, count] : a.fields) {
        count_a += count;
        const double x = static_cast<double>(count);
        square_a += x * x;
        const auto it = b.fields.find(field);
        if (it != b.fields.end()) product += x * static_cast<double>(it->second);
    }
    for (const auto& [field, count] : b.fields) {
        count_b += count;
        square_b += static_cast<double>(count) * static_cast<double>(count);
    }
    if (count_a < enough_to_tell || count_b < enough_to_tell) return of_neighbours;
    const double cosine = product / std::sqrt(square_a * square_b);
    return std::clamp((cosine - foreign) / (same - foreign), 0.0, 1.0);
}

bool is_linkable(const model::Statement& statement) noexcept { return !is_prose(statement.kind); }

StandardFeatures extract_features(const model::Standard& standard, const Analyser& analyser, FeatureSpace& space) {
    StandardFeatures out;
    out.standard = &standard;
    out.units.reserve(standard.units.size());
    const Analyses analyses = analyse_all(standard, analyser);
    for (const model::Unit& unit : standard.units) {
        const std::size_t u = out.units.size();
        UnitFeatures features;
        features.unit = &unit;
        features.linkable = unit.role == model::UnitRole::competence;
        features.compared = features.linkable || unit.role == model::UnitRole::bundle;
        features.title = space.add(analyses.titles[u], false);
        features.pooled = combined({}, features.title, title_weight);
        features.first_statement = out.statements.size();
        for (const model::Statement& statement : unit.statements) {
            StatementFeatures s;
            s.statement = &statement;
            s.unit = u;
            s.prose = is_prose(statement.kind);
            s.features = space.add(analyses.statements[u][out.statements.size() - features.first_statement], true);
            features.pooled = combined(features.pooled, s.features, s.prose ? prose_weight : 1.0);
            out.statements.push_back(std::move(s));
        }
        features.last_statement = out.statements.size();
        dampen(features.pooled);
        out.units.push_back(std::move(features));
    }
    count_fields(out, analyser.lexicon());
    return out;
}

}  // namespace kwalign::align
