#include "align/table/coverage.hpp"

#include "align/table/qualification_coverage.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace kwalign::align {
namespace {

constexpr double met = 0.5;           // wording differs: half of the distinctive content in common is a whole requirement met
constexpr double third_linked = 0.3;  // of a linked statement, as its link says; less is a part that does not stand for the whole

enum class Side { source, target };

/// Which statements of one side are covered by the other.
class CoveredStatements {
public:
    CoveredStatements(const Comparison& c, Side side, const std::vector<model::Link>& units, const std::vector<model::Link>& statements) {
        for (const model::Link& link : statements)
            if ((side == Side::source ? link.coverage_source : link.coverage_target) >= third_linked)
                m_covered.insert(side == Side::source ? link.source.statement : link.target.statement);
        std::set<std::pair<std::string, std::string>> linked;
        for (const model::Link& link : units) linked.insert({link.source.unit, link.target.unit});
        for (const StatementPair& p : c.scores.all_statements) {
            const StatementFeatures& s = c.source.statements[p.source];
            const StatementFeatures& t = c.target.statements[p.target];
            if (!linked.contains({c.source.units[s.unit].unit->code, c.target.units[t.unit].unit->code})) continue;
            if (side == Side::source && p.overlap.coverage_source >= met) m_covered.insert(s.statement->code);
            if (side == Side::target && p.overlap.coverage_target >= met) m_covered.insert(t.statement->code);
        }
    }
    [[nodiscard]] bool contains(const std::string& code) const { return m_covered.contains(code); }

private:
    std::set<std::string> m_covered;
};

model::Coverage cover_unit(const StandardFeatures& standard, const UnitFeatures& unit, const std::string& by,
                           const CoveredStatements& covered, bool linked) {
    model::Coverage out;
    out.standard = standard.standard->id;
    out.by = by;
    out.code = unit.unit->code;
    out.of = "unit";
    for (std::size_t i = unit.first_statement; i < unit.last_statement; ++i) {
        const StatementFeatures& s = standard.statements[i];
        if (s.prose || s.entry) continue;
        ++out.total;
        if (covered.contains(s.statement->code))
            ++out.covered;
        else
            out.uncovered.push_back(s.statement->code);
    }
    if (out.total == 0) {
        out.total = 1;
        out.covered = linked ? 1 : 0;
        if (!linked) out.uncovered.push_back(unit.unit->code);
    }
    out.numerator = static_cast<double>(out.covered);
    out.denominator = static_cast<double>(out.total);
    return out;
}

void cover_side(std::vector<model::Coverage>& out, const Comparison& c, Side side, const std::vector<model::Link>& links,
                const std::vector<model::Link>& statements) {
    const StandardFeatures& own = side == Side::source ? c.source : c.target;
    const std::string& by = (side == Side::source ? c.target : c.source).standard->id;
    const CoveredStatements covered(c, side, links, statements);
    std::set<std::string> linked;
    for (const model::Link& link : links) linked.insert(side == Side::source ? link.source.unit : link.target.unit);
    std::map<std::string, model::Coverage> units;
    for (const UnitFeatures& unit : own.units) {
        if (!unit.compared) continue;
        const model::Coverage coverage = cover_unit(own, unit, by, covered, linked.contains(unit.unit->code));
        out.push_back(coverage);
        units.emplace(coverage.code, coverage);
    }
    for (const model::Qualification& q : own.standard->qualifications) {
        model::Coverage coverage = cover_qualification(*own.standard, q, by, units);
        if (coverage.total > 0) out.push_back(std::move(coverage));
    }
}

std::string why_not(const Comparison& c, const ScoredUnitPair& near, Side side) {
    const UnitFeatures& s = c.source.units[near.pair.source];
    const UnitFeatures& t = c.target.units[near.pair.target];
    const std::vector<std::string> shared = shared_labels(s.pooled, t.pooled, c, 3);
    const std::vector<std::string> missing =
        side == Side::source ? missing_labels(s.pooled, t.pooled, c, 4) : missing_labels(t.pooled, s.pooled, c, 4);
    std::string out = shared.empty() ? c.speaker.say("gap.shares_nothing") : c.speaker.say("gap.shares_only", {c.speaker.listed(shared)});
    if (!missing.empty()) out += " " + c.speaker.say("gap.missing", {c.speaker.listed(missing)});
    return out;
}

/// "4 of its 6 statements are linked one by one, with B.2."; empty where none is.
std::string linked_one_by_one(const Comparison& c, Side side, const UnitFeatures& unit, const std::vector<model::Link>& statements) {
    std::set<std::string> own;
    std::set<std::string> partners;
    for (const model::Link& link : statements) {
        const model::Endpoint& mine = side == Side::source ? link.source : link.target;
        if (mine.unit != unit.unit->code) continue;
        own.insert(mine.statement);
        partners.insert((side == Side::source ? link.target : link.source).unit);
    }
    if (own.empty()) return {};
    const StandardFeatures& standard = side == Side::source ? c.source : c.target;
    const auto total = std::count_if(standard.statements.begin() + static_cast<std::ptrdiff_t>(unit.first_statement),
                                     standard.statements.begin() + static_cast<std::ptrdiff_t>(unit.last_statement),
                                     [](const StatementFeatures& s) { return !s.prose && !s.entry; });
    return c.speaker.say("gap.statements", {std::to_string(own.size()), std::to_string(total),
                                            c.speaker.listed(std::vector<std::string>(partners.begin(), partners.end()))});
}

void find_gaps_of_side(std::vector<model::Gap>& out, const Comparison& c, Side side, const std::vector<model::Link>& links,
                       const std::vector<model::Link>& statements) {
    const StandardFeatures& own = side == Side::source ? c.source : c.target;
    const StandardFeatures& other = side == Side::source ? c.target : c.source;
    std::set<std::string> linked;
    for (const model::Link& link : links) linked.insert(side == Side::source ? link.source.unit : link.target.unit);
    std::vector<const ScoredUnitPair*> nearest_of(own.units.size(), nullptr);
    for (const ScoredUnitPair& p : c.scores.units) {
        const ScoredUnitPair*& best = nearest_of[side == Side::source ? p.pair.source : p.pair.target];
        if (best == nullptr || p.confidence > best->confidence) best = &p;
    }
    for (std::size_t u = 0; u < own.units.size(); ++u) {
        const UnitFeatures& unit = own.units[u];
        if (!unit.linkable || linked.contains(unit.unit->code)) continue;
        const ScoredUnitPair* nearest = nearest_of[u];
        model::Gap gap;
        gap.item = {own.standard->id, unit.unit->code, {}};
        gap.by = other.standard->id;
        if (nearest == nullptr) {
            gap.why = c.speaker.say("gap.nothing");
        } else {
            const std::size_t theirs = side == Side::source ? nearest->pair.target : nearest->pair.source;
            gap.nearest = {other.standard->id, other.units[theirs].unit->code, {}};
            gap.nearest_confidence = nearest->confidence;
            gap.why = why_not(c, *nearest, side);
        }
        if (const std::string parts = linked_one_by_one(c, side, unit, statements); !parts.empty()) gap.why += " " + parts;
        out.push_back(std::move(gap));
    }
}

}  // namespace

std::vector<model::Coverage> measure_coverage(const Comparison& c, const std::vector<model::Link>& units,
                                              const std::vector<model::Link>& statements) {
    std::vector<model::Coverage> out;
    cover_side(out, c, Side::source, units, statements);
    cover_side(out, c, Side::target, units, statements);
    return out;
}

std::vector<model::Gap> find_gaps(const Comparison& c, const std::vector<model::Link>& units, const std::vector<model::Link>& statements) {
    std::vector<model::Gap> out;
    find_gaps_of_side(out, c, Side::source, units, statements);
    find_gaps_of_side(out, c, Side::target, units, statements);
    return out;
}

}  // namespace kwalign::align
