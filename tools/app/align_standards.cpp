#include "tools/app/align_standards.hpp"

#include "align/engine.hpp"
#include "align/table/qualification_coverage.hpp"
#include "model/error.hpp"
#include "model/store/store.hpp"
#include "tools/app/lexicon_image.hpp"
#include "tools/app/standards.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace kwalign::tools {
namespace {

/// Names of several standards are compared with each other, not within themselves: `align nl-mbo ee-estqf` asks how the two
/// frameworks relate.
void drop_pairs_inside_groups(model::EquivalenceTable& table, const std::vector<std::size_t>& groups) {
    if (std::set<std::size_t>(groups.begin(), groups.end()).size() < 2) return;
    std::erase_if(table.pairs, [&groups](const model::Pair& pair) { return groups[pair.source] == groups[pair.target]; });
}

/// Qualifications of every standard that is compared with several, covered by all of these together.
void cover_together(model::EquivalenceTable& table) {
    for (std::size_t i = 0; i < table.standards.size(); ++i) {
        const auto with_it = std::count_if(table.pairs.begin(), table.pairs.end(),
                                           [i](const model::Pair& pair) { return pair.source == i || pair.target == i; });
        if (with_it < 2) continue;
        for (model::Coverage& coverage : align::joint_coverage(table, i))
            if (coverage.of == "qualification") table.joint.push_back(std::move(coverage));
    }
}

void apply_decision(std::vector<model::Link>& links, const model::Link& stored) {
    const auto same = std::find_if(links.begin(), links.end(), [&stored](const model::Link& link) {
        return link.source == stored.source && link.target == stored.target;
    });
    if (same != links.end()) {
        same->decision = stored.decision;
        if (stored.decision.status == model::LinkStatus::confirmed) same->relation = stored.relation;
    } else {
        links.push_back(stored);
    }
}

void apply_decisions(const model::Store& store, model::EquivalenceTable& table) {
    for (model::Pair& pair : table.pairs) {
        for (const model::Link& stored : store.links(table.standards[pair.source].id, table.standards[pair.target].id)) {
            if (stored.decision.status == model::LinkStatus::suggested) continue;
            apply_decision(stored.source.statement.empty() && stored.target.statement.empty() ? pair.links : pair.statement_links, stored);
        }
    }
}

/// Units that links are made between, and those of them that have one.
std::pair<std::size_t, std::size_t> linked_units(const model::Standard& standard, const std::set<std::string>& linked) {
    std::pair<std::size_t, std::size_t> result{0, 0};
    for (const model::Unit& unit : standard.units) {
        if (unit.role != model::UnitRole::competence) continue;
        ++result.second;
        if (linked.contains(unit.code)) ++result.first;
    }
    return result;
}

PairSummary summarize(const model::EquivalenceTable& table, const model::Pair& pair) {
    const model::Standard& source = table.standards[pair.source];
    const model::Standard& target = table.standards[pair.target];
    PairSummary summary;
    summary.source = source.id;
    summary.target = target.id;
    std::set<std::string> from;
    std::set<std::string> to;
    for (const model::Link& link : pair.links) {
        if (link.relation == model::Relation::none || link.decision.status == model::LinkStatus::rejected) continue;
        ++summary.links;
        from.insert(link.source.unit);
        to.insert(link.target.unit);
        summary.strongest.push_back(link);
    }
    std::stable_sort(summary.strongest.begin(), summary.strongest.end(),
                     [](const model::Link& a, const model::Link& b) { return a.confidence > b.confidence; });
    summary.statement_links = pair.statement_links.size();
    std::tie(summary.source_linked, summary.source_units) = linked_units(source, from);
    std::tie(summary.target_linked, summary.target_units) = linked_units(target, to);
    return summary;
}

model::EquivalenceTable build(const Workspace& workspace, const model::Store& store, const AlignRequest& request) {
    const Selection selection = select_standards(store, request.names, true);
    if (selection.standards.size() < 2) {
        throw model::Error(model::ErrorCode::no_such_standard, workspace.store.string(),
                           "two standards are needed, the names give " + std::to_string(selection.standards.size()),
                           "kwalign list shows what is there");
    }
    const align::Engine engine(workspace.data, engine_extras(workspace));
    align::AlignOptions options;
    options.jobs = workspace.jobs;
    options.top = request.top;
    if (request.statements) options.level = align::AlignOptions::Level::statement;
    options.created = request.created;
    options.language = request.language;
    if (request.min_confidence) options.min_confidence = options.min_statement_confidence = *request.min_confidence;
    const VectorResult found = collect_vectors(workspace, request.embeddings, selection.standards);
    if (!found.warning.empty() && request.warn) request.warn(found.warning);
    if (found.vectors.size() > 0) options.vectors = &found.vectors;
    model::EquivalenceTable table = engine.align(selection.standards, selection.background(), options);
    drop_pairs_inside_groups(table, selection.groups);
    cover_together(table);
    apply_decisions(store, table);
    return table;
}

}  // namespace

model::EquivalenceTable build_table(const Workspace& workspace, const AlignRequest& request) {
    return build(workspace, model::Store(workspace.store, model::Store::Mode::read_only), request);
}

std::vector<PairSummary> align_standards(const Workspace& workspace, const AlignRequest& request) {
    const model::EquivalenceTable table = build_table(workspace, request);  // reads only: a store that is not there is not made
    model::Store store(workspace.store, model::Store::Mode::read_write);
    std::vector<PairSummary> summaries;
    for (const model::Pair& pair : table.pairs) {
        std::vector<model::Link> links = pair.links;
        links.insert(links.end(), pair.statement_links.begin(), pair.statement_links.end());
        store.put_links(table.standards[pair.source].id, table.standards[pair.target].id, links);
        summaries.push_back(summarize(table, pair));
    }
    return summaries;
}

}  // namespace kwalign::tools
