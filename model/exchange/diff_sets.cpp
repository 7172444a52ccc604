#include "model/exchange/diff.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace kwalign::model {

namespace {

/// "nl-mbo:C0088@2" -> "nl-mbo:C0088"
std::string base_id(const std::string& id) { return id.substr(0, id.find('@')); }

using LinkKey = std::tuple<Endpoint, Endpoint>;

/// Ends of old links as the new version calls them.
class Translation {
public:
    explicit Translation(const std::vector<StandardDiff>& standards) {
        for (const StandardDiff& standard : standards)
            m_standards.emplace(base_id(standard.before_id.empty() ? standard.after_id : standard.before_id), &standard);
    }

    [[nodiscard]] Endpoint now(const Endpoint& old) const {
        Endpoint end{base_id(old.standard), old.unit, old.statement};
        const auto found = m_standards.find(end.standard);
        if (found == m_standards.end()) return end;
        if (!found->second->after_id.empty()) end.standard = base_id(found->second->after_id);
        if (const auto statement = found->second->statements.find(old.statement); statement != found->second->statements.end())
            end.statement = statement->second;
        if (const auto unit = found->second->units.find(old.unit); unit != found->second->units.end()) end.unit = unit->second;
        return end;
    }

private:
    std::map<std::string, const StandardDiff*> m_standards;
};

/// A statement may have moved to another unit; its own code names it.
LinkKey key_of(Endpoint source, Endpoint target) {
    for (Endpoint* end : {&source, &target}) {
        if (!end->statement.empty()) end->unit.clear();
    }
    return {std::move(source), std::move(target)};
}

bool is_changed(const Link& before, const Link& after) {
    return before.relation != after.relation || before.decision.status != after.decision.status ||
           std::abs(before.confidence - after.confidence) >= 0.01 - 1e-9;
}

StandardDiff only_side(const Standard& standard, bool before) {
    StandardDiff diff;
    (before ? diff.before_id : diff.after_id) = standard.id;
    (before ? diff.before_version : diff.after_version) = standard.version;
    diff.title = standard.title;
    return diff;
}

/// For each standard of `after` its older version, or null: one with the same id, else one of the same name.
std::vector<const Standard*> find_versions(const std::vector<Standard>& before, const std::vector<Standard>& after,
                                           std::vector<bool>& taken) {
    std::vector<const Standard*> versions(after.size(), nullptr);
    for (const bool exact : {true, false}) {
        for (std::size_t j = 0; j < after.size(); ++j) {
            for (std::size_t i = 0; i < before.size() && !versions[j]; ++i) {
                const bool same = exact ? before[i].id == after[j].id : base_id(before[i].id) == base_id(after[j].id);
                if (!same || taken[i]) continue;
                versions[j] = &before[i];
                taken[i] = true;
            }
        }
    }
    return versions;
}

}  // namespace

std::vector<LinkChange> diff_links(const std::vector<Link>& before, const std::vector<Link>& after,
                                   const std::vector<StandardDiff>& standards) {
    const Translation translation(standards);
    std::map<LinkKey, LinkChange> changes;
    for (const Link& link : before) changes[key_of(translation.now(link.source), translation.now(link.target))].before = link;
    for (const Link& link : after) {
        changes[key_of({base_id(link.source.standard), link.source.unit, link.source.statement},
                       {base_id(link.target.standard), link.target.unit, link.target.statement})]
            .after = link;
    }
    std::vector<LinkChange> result;
    for (auto& [key, change] : changes) {
        if (!change.before || !change.after || is_changed(*change.before, *change.after)) result.push_back(std::move(change));
    }
    return result;
}

SetDiff diff_sets(const std::vector<Standard>& before, const std::vector<Link>& links_before, const std::vector<Standard>& after,
                  const std::vector<Link>& links_after) {
    std::vector<bool> taken(before.size());
    const auto versions = find_versions(before, after, taken);
    std::vector<StandardDiff> all;
    for (std::size_t j = 0; j < after.size(); ++j)
        all.push_back(versions[j] ? diff_standards(*versions[j], after[j]) : only_side(after[j], false));
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!taken[i]) all.push_back(only_side(before[i], true));
    }
    const auto id_of = [](const StandardDiff& diff) { return diff.after_id.empty() ? diff.before_id : diff.after_id; };
    std::stable_sort(all.begin(), all.end(), [&](const StandardDiff& a, const StandardDiff& b) { return id_of(a) < id_of(b); });
    SetDiff diff;
    diff.links = diff_links(links_before, links_after, all);
    for (StandardDiff& standard : all) {
        if (!standard.changes.empty() || standard.before_id.empty() || standard.after_id.empty())
            diff.standards.push_back(std::move(standard));
    }
    return diff;
}

}  // namespace kwalign::model
