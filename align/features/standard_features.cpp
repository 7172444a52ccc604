#include "align/features/standard_features.hpp"

#include <cmath>

namespace kwalign::align {
namespace {

constexpr double title_weight = 2.0;   // a title names what the unit is about
constexpr double prose_weight = 0.7;   // descriptions wander more than requirements do

/// A feature that ten statements repeat is not ten times as important.
void dampen(FeatureVector& features) {
    for (Feature& f : features) f.weight = std::log1p(f.weight) / std::log(2.0);
}

bool is_prose(model::StatementKind kind) noexcept {
    return kind == model::StatementKind::description || kind == model::StatementKind::result;
}

}  // namespace

bool is_linkable(const model::Statement& statement) noexcept { return !is_prose(statement.kind); }

StandardFeatures extract_features(const model::Standard& standard, const Analyser& analyser, FeatureSpace& space) {
    StandardFeatures out;
    out.standard = &standard;
    out.units.reserve(standard.units.size());
    for (const model::Unit& unit : standard.units) {
        UnitFeatures features;
        features.unit = &unit;
        features.linkable = unit.role == model::UnitRole::competence;
        features.compared = features.linkable || unit.role == model::UnitRole::bundle;
        features.title = space.add(analyser.analyse(unit.title, unit.lang), false);
        features.pooled = combined({}, features.title, title_weight);
        features.first_statement = out.statements.size();
        for (const model::Statement& statement : unit.statements) {
            StatementFeatures s;
            s.statement = &statement;
            s.unit = out.units.size();
            s.prose = is_prose(statement.kind);
            s.features = space.add(analyser.analyse(statement.text, statement.lang), true);
            features.pooled = combined(features.pooled, s.features, s.prose ? prose_weight : 1.0);
            out.statements.push_back(std::move(s));
        }
        features.last_statement = out.statements.size();
        dampen(features.pooled);
        out.units.push_back(std::move(features));
    }
    return out;
}

}  // namespace kwalign::align
