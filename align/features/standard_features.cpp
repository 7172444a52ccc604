#include "align/features/standard_features.hpp"

#include "align/scoring/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace kwalign::align {
namespace {

constexpr double title_weight = 1.0;  // a title names what the unit is about
constexpr double prose_weight = 0.7;  // descriptions wander more than requirements do

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
            m_seen[std::string(lexicon[m.concept_id].domain)].insert(m.concept_id.value);
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

    bool is_incidental(std::string_view domain) const {
        const auto it = m_seen.find(domain);
        const std::size_t distinct = it == m_seen.end() ? 0 : it->second.size();
        return static_cast<double>(distinct) < incidental_share * static_cast<double>(m_mentions);
    }

    std::size_t m_mentions = 0;
    std::map<std::string, std::set<std::uint32_t>, std::less<>> m_seen;
};

/// Analyses of a standard's titles and statements, in document order.
struct Analyses {
    std::vector<Analysis> titles;
    std::vector<std::vector<Analysis>> statements;
};

/// Mentions are all that features are made of, and tokens take most of the memory.
Analysis mentions_of(const Analyser& analyser, const std::string& text, const std::string& lang) {
    Analysis out = analyser.analyse(text, lang);
    out.tokens = {};
    return out;
}

Analyses analyse_all(const model::Standard& standard, const Analyser& analyser, unsigned jobs) {
    constexpr std::size_t worth_a_thread = 200;  // units
    Analyses out;
    out.titles.resize(standard.units.size());
    out.statements.resize(standard.units.size());
    parallel_ranges(standard.units.size(), jobs, worth_a_thread, [&](std::size_t first, std::size_t last) {
        for (std::size_t u = first; u < last; ++u) {
            const model::Unit& unit = standard.units[u];
            out.titles[u] = mentions_of(analyser, unit.title, unit.lang);
            for (const model::Statement& statement : unit.statements)
                out.statements[u].push_back(mentions_of(analyser, statement.text, statement.lang));
        }
    });
    DomainSense sense;
    for (std::size_t u = 0; u < standard.units.size(); ++u) {
        sense.count(analyser.lexicon(), out.titles[u]);
        for (const Analysis& statement : out.statements[u]) sense.count(analyser.lexicon(), statement);
    }
    for (Analysis& title : out.titles) sense.weigh(analyser.lexicon(), title);
    for (std::vector<Analysis>& unit : out.statements)
        for (Analysis& statement : unit) sense.weigh(analyser.lexicon(), statement);
    return out;
}

bool has_requirement(const model::Unit& unit) {
    return std::any_of(unit.statements.begin(), unit.statements.end(), [](const model::Statement& s) { return !is_prose(s.kind); });
}

/// The units of a list as statements, in the units' order.
std::shared_ptr<const std::vector<model::Statement>> entries_of(const model::Standard& standard) {
    auto out = std::make_shared<std::vector<model::Statement>>();
    out->reserve(standard.units.size());
    for (const model::Unit& unit : standard.units) {
        model::Statement entry;
        entry.code = unit.code;
        entry.kind = model::StatementKind::skill;
        entry.lang = unit.lang;
        entry.text = unit.title;
        out->push_back(std::move(entry));
    }
    return out;
}

double denied_share(const Analysis& analysis) {
    double denied = 0.0;
    double all = 0.0;
    for (const Mention& m : analysis.mentions) {
        const double weight = m.negated ? 2.0 * m.weight : m.weight;  // a mention that is denied was given half its weight
        all += weight;
        if (m.negated) denied += weight;
    }
    return all > 0.0 ? denied / all : 0.0;
}

void count_fields(StandardFeatures& standard, const Lexicon& lexicon) {
    std::map<std::string, std::set<FeatureId>> seen;
    for (const UnitFeatures& unit : standard.units) {
        if (!unit.compared) continue;
        for (const Feature& f : unit.pooled) {
            if (f.id >= lexicon.concepts().size()) continue;
            const std::string domain(lexicon.concepts()[f.id].domain);
            if (!is_general_domain(domain) && !is_imported_domain(domain) && domain != "general-skills" && domain != "documents")
                seen[domain].insert(f.id);
        }
    }
    for (const auto& [domain, concepts] : seen) standard.fields[domain] = concepts.size();
}

}  // namespace

bool opposed(const StatementFeatures& a, const StatementFeatures& b) noexcept {
    constexpr double plainly = 0.5;  // more of the one than of the other
    return std::abs(a.denied - b.denied) > plainly;
}

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

bool is_list(const model::Standard& standard) {
    return standard.kind == "competence_list" && std::none_of(standard.units.begin(), standard.units.end(), has_requirement);
}

bool is_linkable(const model::Statement& statement) noexcept { return !is_prose(statement.kind); }

StandardFeatures extract_features(const model::Standard& standard, const Analyser& analyser, FeatureSpace& space, unsigned jobs) {
    StandardFeatures out;
    out.standard = &standard;
    out.units.reserve(standard.units.size());
    const Analyses analyses = analyse_all(standard, analyser, jobs);
    if (is_list(standard)) out.entries = entries_of(standard);
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
            const Analysis& analysis = analyses.statements[u][out.statements.size() - features.first_statement];
            s.features = space.add(analysis, true);
            s.denied = denied_share(analysis);
            features.pooled = combined(features.pooled, s.features, s.prose ? prose_weight : 1.0);
            out.statements.push_back(std::move(s));
        }
        if (out.entries && features.linkable) {
            StatementFeatures entry{
                &(*out.entries)[u], u, space.add(analyses.titles[u], true), denied_share(analyses.titles[u]), false, true};
            for (std::size_t i = features.first_statement; i < out.statements.size(); ++i)
                entry.features = combined(entry.features, out.statements[i].features, prose_weight);
            out.statements.push_back(std::move(entry));
        }
        features.last_statement = out.statements.size();
        dampen(features.pooled);
        out.units.push_back(std::move(features));
    }
    count_fields(out, analyser.lexicon());
    return out;
}

}  // namespace kwalign::align
