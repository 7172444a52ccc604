#include "align/graph/third_framework.hpp"

#include "align/graph/link_graph.hpp"

namespace kwalign::align {
namespace {

constexpr double strong_enough = 0.5;   // a path needs both its links to be likely by themselves
constexpr double share_of_doubt = 0.3;  // how much of the remaining doubt full support takes away

struct ItemNumbers {
    explicit ItemNumbers(const std::vector<StandardFeatures>& standards) {
        for (const StandardFeatures& s : standards) {
            first.push_back(count);
            count += s.units.size();
        }
    }
    std::vector<std::size_t> first;
    std::size_t count = 0;
};

std::string name_of(const std::vector<StandardFeatures>& standards, const ItemNumbers& numbers, std::size_t item) {
    std::size_t s = standards.size() - 1;
    while (numbers.first[s] > item) --s;
    const model::Unit& unit = *standards[s].units[item - numbers.first[s]].unit;
    return unit.code + " \"" + unit.title + "\" of " + standards[s].standard->id;
}

}  // namespace

void support_through_third(const std::vector<StandardFeatures>& standards, std::vector<ScoredTablePair>& pairs) {
    if (standards.size() < 3) return;
    const ItemNumbers numbers(standards);
    LinkGraph graph(numbers.count);
    for (const ScoredTablePair& p : pairs)
        for (const ScoredUnitPair& u : p.scores.units)
            if (u.confidence >= strong_enough) graph.add(numbers.first[p.source] + u.pair.source, numbers.first[p.target] + u.pair.target, u.confidence);
    for (ScoredTablePair& p : pairs)
        for (ScoredUnitPair& u : p.scores.units) {
            if (u.known) continue;
            std::size_t via = 0;
            u.support = graph.support(numbers.first[p.source] + u.pair.source, numbers.first[p.target] + u.pair.target, via);
            if (u.support <= 0.0) continue;
            u.supported_by = name_of(standards, numbers, via);
            // Doubtful pairs only: what is likely without help gains nothing, what has no evidence of its own stays out.
            if (u.confidence > 0.2) u.confidence += (1.0 - u.confidence) * share_of_doubt * u.support;
        }
}

}  // namespace kwalign::align
