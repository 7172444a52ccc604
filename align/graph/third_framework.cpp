#include "align/graph/third_framework.hpp"

#include "align/graph/link_graph.hpp"
#include "align/scoring/typing.hpp"

#include <map>
#include <set>
#include <utility>

namespace kwalign::align {
namespace {

constexpr double strong_enough = 0.5;              // a path needs both its links to be likely by themselves
constexpr double share_of_doubt = 0.3;             // how much of the remaining doubt full support takes away
constexpr double share_of_doubt_if_carried = 0.6;  // the same where the documents state one of the two links
constexpr double next_to_nothing = 0.1;            // confidence of a pair that contradicts two interchangeable ones
constexpr std::size_t most_contradictions = 2;     // told of one link

using Items = std::pair<std::size_t, std::size_t>;

struct ItemNumbers {
    explicit ItemNumbers(const std::vector<StandardFeatures>& standards) {
        for (const StandardFeatures& s : standards) {
            first.push_back(count);
            count += s.units.size();
        }
    }
    [[nodiscard]] Items of(const ScoredTablePair& p, const ScoredUnitPair& u) const {
        return {first[p.source] + u.pair.source, first[p.target] + u.pair.target};
    }
    std::vector<std::size_t> first;
    std::size_t count = 0;
};

std::string name_of(const std::vector<StandardFeatures>& standards, const ItemNumbers& numbers, std::size_t item) {
    std::size_t s = standards.size() - 1;
    while (numbers.first[s] > item) --s;
    const model::Unit& unit = *standards[s].units[item - numbers.first[s]].unit;
    return unit.code + " \"" + unit.title + "\" (" + standards[s].standard->id + ")";
}

bool interchangeable(const ScoredUnitPair& u) {
    const model::Relation relation = relation_of({u.pair.covered_source, u.pair.covered_target, u.known, u.pair.mutual()});
    return relation == model::Relation::equal || relation == model::Relation::equivalent;
}

/// Pairs of items, both ways round, that `accepts`.
template <class Accepts>
std::set<Items> items_of(const ItemNumbers& numbers, const std::vector<ScoredTablePair>& pairs, Accepts accepts) {
    std::set<Items> out;
    for (const ScoredTablePair& p : pairs)
        for (const ScoredUnitPair& u : p.scores.units)
            if (accepts(u)) {
                const auto [a, b] = numbers.of(p, u);
                out.insert({a, b});
                out.insert({b, a});
            }
    return out;
}

/// Tells both links of every a = b = c of whose ends share next to nothing.
void find_contradictions(const std::vector<StandardFeatures>& standards, const ItemNumbers& numbers, std::vector<ScoredTablePair>& pairs) {
    const std::set<Items> same = items_of(numbers, pairs, interchangeable);
    if (same.empty()) return;
    std::map<Items, ScoredUnitPair*> by_items;
    std::map<std::size_t, std::vector<std::size_t>> partners;
    for (const Items& s : same) partners[s.first].push_back(s.second);
    for (ScoredTablePair& p : pairs)
        for (ScoredUnitPair& u : p.scores.units) {
            const auto [a, b] = numbers.of(p, u);
            by_items[{a, b}] = by_items[{b, a}] = &u;
        }
    for (const auto& [via, ends] : partners)
        for (std::size_t i = 0; i < ends.size(); ++i)
            for (std::size_t k = i + 1; k < ends.size(); ++k) {
                const auto across = by_items.find({ends[i], ends[k]});
                if (across == by_items.end() || across->second->confidence >= next_to_nothing)
                    continue;  // units of one standard are not compared
                const Contradiction c{name_of(standards, numbers, ends[i]), name_of(standards, numbers, ends[k]),
                                      name_of(standards, numbers, via)};
                for (const std::size_t end : {ends[i], ends[k]}) {
                    ScoredUnitPair& leg = *by_items.at({via, end});
                    if (leg.contradictions.size() < most_contradictions) leg.contradictions.push_back(c);
                }
            }
}

}  // namespace

void support_through_third(const std::vector<StandardFeatures>& standards, std::vector<ScoredTablePair>& pairs) {
    if (standards.size() < 3) return;
    const ItemNumbers numbers(standards);
    LinkGraph graph(numbers.count);
    for (const ScoredTablePair& p : pairs)
        for (const ScoredUnitPair& u : p.scores.units)
            if (u.confidence >= strong_enough)
                graph.add(numbers.first[p.source] + u.pair.source, numbers.first[p.target] + u.pair.target, u.confidence);
    const std::set<Items> known = items_of(numbers, pairs, [](const ScoredUnitPair& u) { return u.known; });
    for (ScoredTablePair& p : pairs)
        for (ScoredUnitPair& u : p.scores.units) {
            if (u.known) continue;
            std::size_t via = 0;
            const auto [a, b] = numbers.of(p, u);
            u.support = graph.support(a, b, via);
            if (u.support <= 0.0) continue;
            u.supported_by = name_of(standards, numbers, via);
            u.carried = known.contains({a, via}) || known.contains({via, b});
            // Doubtful pairs only: what is likely without help gains nothing, what has no evidence of its own stays out.
            if (u.confidence > 0.2)
                u.confidence += (1.0 - u.confidence) * (u.carried ? share_of_doubt_if_carried : share_of_doubt) * u.support;
        }
    find_contradictions(standards, numbers, pairs);
}

}  // namespace kwalign::align
