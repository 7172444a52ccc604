#include "align/table/linker.hpp"

#include "align/graph/link_graph.hpp"
#include "align/scoring/typing.hpp"
#include "align/table/together.hpp"
#include "model/unit_level.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace kwalign::align {
namespace {

// An evaluator signs a handful of links per item, not a dozen; more would only mean that the item is vague.
constexpr std::size_t capacity_of_unit = 6;
constexpr std::size_t capacity_of_statement = 4;
constexpr const char* method = "kwalign 1: concepts, words, titles, codes, structure";

/// Wording differs even where requirements agree: two thirds of a statement's distinctive content in common count as all of it.
double as_met(double coverage) { return std::min(1.0, coverage * 1.5); }

constexpr double near_identical = 0.95;  // content in common both ways

/// Which of the scored pairs become links. `Pair` has confidence, source(), target().
template <class Scored, class Ends>
std::vector<std::size_t> choose(const std::vector<Scored>& scored, std::size_t top, double min_confidence, std::size_t capacity,
                                Ends ends) {
    std::vector<std::size_t> order(scored.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto [source_a, target_a] = ends(scored[a]);
        const auto [source_b, target_b] = ends(scored[b]);
        if (source_a != source_b) return source_a < source_b;
        if (scored[a].confidence != scored[b].confidence) return scored[a].confidence > scored[b].confidence;
        return target_a < target_b;
    });
    std::vector<std::size_t> chosen;
    if (top > 0) {
        std::map<std::size_t, std::size_t> taken;
        for (const std::size_t i : order)
            if (taken[ends(scored[i]).first]++ < top) chosen.push_back(i);
        return chosen;
    }
    std::vector<BipartiteEdge> edges;
    std::vector<std::size_t> of_edge;
    std::size_t sources = 0;
    std::size_t targets = 0;
    for (const std::size_t i : order) {
        if (scored[i].confidence < min_confidence) continue;
        const auto [s, t] = ends(scored[i]);
        edges.push_back({s, t, scored[i].confidence});
        of_edge.push_back(i);
        sources = std::max(sources, s + 1);
        targets = std::max(targets, t + 1);
    }
    const std::vector<bool> selected = select_links(edges, sources, targets, capacity);
    for (std::size_t e = 0; e < edges.size(); ++e)
        if (selected[e]) chosen.push_back(of_edge[e]);
    return chosen;
}

}  // namespace

std::optional<int> level_difference(const model::Standard& source, const model::Unit& source_unit, const model::Standard& target,
                                    const model::Unit& target_unit) {
    const std::optional<model::EqfRange> s = model::eqf_of_unit(source, source_unit);
    const std::optional<model::EqfRange> t = model::eqf_of_unit(target, target_unit);
    if (!s || !t) return std::nullopt;
    return model::level_gap(*s, *t);
}

std::vector<model::Link> link_units(const Comparison& c, const AlignOptions& options) {
    std::vector<model::Link> links;
    const auto ends = [](const ScoredUnitPair& p) { return std::pair{p.pair.source, p.pair.target}; };
    for (const std::size_t i : choose(c.scores.units, options.top, options.min_confidence, capacity_of_unit, ends)) {
        const ScoredUnitPair& scored = c.scores.units[i];
        const model::Unit& s = *c.source.units[scored.pair.source].unit;
        const model::Unit& t = *c.target.units[scored.pair.target].unit;
        model::Link link;
        link.source = {c.source.standard->id, s.code, {}};
        link.target = {c.target.standard->id, t.code, {}};
        link.confidence = scored.confidence;
        link.coverage_source = scored.pair.covered_source;
        link.coverage_target = scored.pair.covered_target;
        const bool same_text = std::min(scored.pair.content.coverage_source, scored.pair.content.coverage_target) > near_identical;
        link.relation = relation_of({link.coverage_source, link.coverage_target, same_text, scored.pair.mutual()});
        link.level_difference = level_difference(*c.source.standard, s, *c.target.standard, t);
        link.method = method;
        link.evidence = unit_evidence(c, scored);
        links.push_back(std::move(link));
    }
    if (options.top == 0) note_joint_cover(c, links);
    return links;
}

std::vector<model::Link> link_statements(const Comparison& c, const AlignOptions& options) {
    std::vector<model::Link> links;
    const auto ends = [](const ScoredStatementPair& p) { return std::pair{p.pair.source, p.pair.target}; };
    for (const std::size_t i : choose(c.scores.statements, options.top, options.min_statement_confidence, capacity_of_statement, ends)) {
        const ScoredStatementPair& scored = c.scores.statements[i];
        const StatementFeatures& s = c.source.statements[scored.pair.source];
        const StatementFeatures& t = c.target.statements[scored.pair.target];
        const model::Unit& source_unit = *c.source.units[s.unit].unit;
        const model::Unit& target_unit = *c.target.units[t.unit].unit;
        model::Link link;
        link.source = {c.source.standard->id, source_unit.code, s.entry ? std::string{} : s.statement->code};  // an entry is its unit
        link.target = {c.target.standard->id, target_unit.code, t.entry ? std::string{} : t.statement->code};
        link.confidence = scored.confidence;
        link.coverage_source = as_met(scored.pair.overlap.coverage_source);
        link.coverage_target = as_met(scored.pair.overlap.coverage_target);
        link.relation = relation_of({link.coverage_source, link.coverage_target, scored.same_text, scored.mutual});
        link.level_difference = level_difference(*c.source.standard, source_unit, *c.target.standard, target_unit);
        link.method = method;
        link.evidence = statement_evidence(c, scored);
        links.push_back(std::move(link));
    }
    return links;
}

}  // namespace kwalign::align
