#include "align/table/pair_scores.hpp"

#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace kwalign::align {
namespace {

constexpr double known_confidence = 0.99;
constexpr double same_text_confidence = 0.97;

/// True if `derived` names `origin` as the document it was taken from.
bool derives_from(const model::Standard& derived, const model::Standard& origin) {
    return std::any_of(derived.derivations.begin(), derived.derivations.end(), [&](const model::Derivation& d) {
        return !d.code.empty() &&
               std::any_of(origin.identifiers.begin(), origin.identifiers.end(), [&](const auto& id) { return id.second == d.code; });
    });
}

/// A derivation names a unit of the origin either by document code or, where the document's own number is missing, by code and title.
bool is_derivation(const StandardFeatures& a, const UnitFeatures& x, const StandardFeatures& b, const UnitFeatures& y) {
    if (x.unit->derived_from.empty() || x.unit->derived_from != y.unit->code) return false;
    if (derives_from(*a.standard, *b.standard)) return true;
    return a.standard->framework == b.standard->framework && model::fold_case(x.unit->title) == model::fold_case(y.unit->title);
}

void mark_mutual(std::vector<ScoredStatementPair>& pairs) {
    std::map<std::size_t, double> best_of_source;
    std::map<std::size_t, double> best_of_target;
    for (const ScoredStatementPair& p : pairs) {
        double& s = best_of_source[p.pair.source];
        double& t = best_of_target[p.pair.target];
        s = std::max(s, p.confidence);
        t = std::max(t, p.confidence);
    }
    for (ScoredStatementPair& p : pairs)
        p.mutual = p.confidence >= best_of_source[p.pair.source] && p.confidence >= best_of_target[p.pair.target];
}

constexpr double confidence_of_opposites = 0.1;  // times what their content would give

/// Units that are one statement each, such as the entries of lists, and demand opposite things.
bool opposed_units(const StandardFeatures& source, const UnitFeatures& s, const StandardFeatures& target, const UnitFeatures& t) {
    const auto single = [](const UnitFeatures& u) { return u.last_statement - u.first_statement == 1; };
    return single(s) && single(t) && opposed(source.statements[s.first_statement], target.statements[t.first_statement]);
}

std::string normal_text(const model::Statement& statement) { return model::fold_case(model::collapse_spaces(statement.text)); }

}  // namespace

PairScores score_pair(const StandardFeatures& source, const StandardFeatures& target, const FeatureSpace& space, const Models& models,
                      const ScoringOptions& options) {
    PairScores out;
    out.all_statements = score_statement_pairs(source, target, space, options.candidates, options.jobs);
    const std::vector<UnitPair> units = hear_witnesses(source, target, out.all_statements, space, options.jobs);
    std::vector<std::vector<double>> values;
    for (const UnitPair& pair : units) values.push_back(unit_values(pair));
    const std::vector<double> unit_confidence = probabilities(models.unit, std::move(values), options.muted_units);
    const std::vector<double> statement_confidence = probabilities(
        models.statement, statement_values(source, target, out.all_statements, units, unit_confidence, space), options.muted_statements);
    for (std::size_t i = 0; i < units.size(); ++i) {
        const UnitPair& pair = units[i];
        const UnitFeatures& s = source.units[pair.source];
        const UnitFeatures& t = target.units[pair.target];
        if (!s.linkable || !t.linkable) continue;
        ScoredUnitPair scored;
        scored.pair = pair;
        scored.confidence = unit_confidence[i];
        scored.known = is_derivation(source, s, target, t) || is_derivation(target, t, source, s);
        if (opposed_units(source, s, target, t)) scored.confidence *= confidence_of_opposites;
        if (scored.known) scored.confidence = known_confidence;
        out.units.push_back(std::move(scored));
    }
    for (std::size_t i = 0; i < out.all_statements.size(); ++i) {
        const StatementFeatures& s = source.statements[out.all_statements[i].source];
        const StatementFeatures& t = target.statements[out.all_statements[i].target];
        if (s.prose || t.prose) continue;
        ScoredStatementPair scored{out.all_statements[i], statement_confidence[i], false, false};
        if (opposed(s, t)) scored.confidence *= confidence_of_opposites;
        scored.same_text = scored.pair.overlap.balance() > 0.95 && normal_text(*s.statement) == normal_text(*t.statement);
        if (scored.same_text) scored.confidence = std::max(scored.confidence, same_text_confidence);
        out.statements.push_back(scored);
    }
    mark_mutual(out.statements);
    return out;
}

}  // namespace kwalign::align
