#include "model/exchange/diff.hpp"

#include "model/exchange/diff_heads.hpp"
#include "model/exchange/part_match.hpp"

#include <set>

namespace kwalign::model {

namespace {

/// Compares the matched parts and lists the others.
class PartComparison {
public:
    PartComparison(const Standard& before, const Standard& after, StandardDiff& result)
        : m_before(diff_side(before)), m_after(diff_side(after)), m_result(result) {
        match_parts(m_before, m_after);
        for (const DiffHolder& old : m_before.holders) {
            if (old.unit && old.match) m_result.units.emplace(old.code(), m_after.holders[*old.match].code());
        }
        find_moved_units();
        find_moved_statements();
    }

    void run() {
        std::size_t next = 0;
        for (std::size_t j = 0; j < m_after.holders.size(); ++j) {
            holder(j);
            for (; next < m_after.statements.size() && m_after.statements[next].holder == j; ++next) statement(next);
        }
        for (const DiffHolder& old : m_before.holders) {
            if (!old.match) PartChanges(m_result.changes, part_name(old), old.code(), {}).add(ChangeKind::removed, old.title(), {});
        }
        for (const DiffStatement& old : m_before.statements) {
            if (!old.match)
                PartChanges(m_result.changes, "statement", old.statement->code, {}).add(ChangeKind::removed, old.statement->text, {});
        }
    }

private:
    static std::string part_name(const DiffHolder& holder) { return holder.unit ? "unit" : "section"; }

    /// Among the children of each parent, those that left their order.
    void find_moved_units() {
        std::map<std::string, std::vector<std::size_t>> children;
        for (std::size_t j = 0; j < m_after.holders.size(); ++j) {
            const DiffHolder& now = m_after.holders[j];
            if (now.unit && now.match && same_parent(*m_before.holders[*now.match].unit, *now.unit))
                children[now.unit->parent].push_back(j);
        }
        for (const auto& [parent, group] : children) mark(group, m_after.holders, m_moved_holders);
    }

    void find_moved_statements() {
        std::map<std::size_t, std::vector<std::size_t>> children;
        for (std::size_t j = 0; j < m_after.statements.size(); ++j) {
            const DiffStatement& now = m_after.statements[j];
            if (now.match && same_holder(now)) children[now.holder].push_back(j);
        }
        for (const auto& [holder, group] : children) mark(group, m_after.statements, m_moved_statements);
    }

    template <typename Parts>
    static void mark(const std::vector<std::size_t>& group, const Parts& parts, std::set<std::size_t>& moved) {
        std::vector<std::size_t> old_places;
        for (const std::size_t j : group) old_places.push_back(*parts[j].match);
        const std::vector<bool> out = out_of_order(old_places);
        for (std::size_t k = 0; k < group.size(); ++k) {
            if (out[k]) moved.insert(group[k]);
        }
    }

    [[nodiscard]] bool same_parent(const Unit& old, const Unit& now) const {
        const auto found = m_result.units.find(old.parent);
        return (found == m_result.units.end() ? old.parent : found->second) == now.parent;
    }
    [[nodiscard]] bool same_holder(const DiffStatement& now) const {
        return m_before.holders[m_before.statements[*now.match].holder].match == now.holder;
    }

    void holder(std::size_t j) {
        const DiffHolder& now = m_after.holders[j];
        if (!now.match) {
            PartChanges(m_result.changes, part_name(now), {}, now.code()).add(ChangeKind::added, {}, now.title());
            return;
        }
        const DiffHolder& old = m_before.holders[*now.match];
        PartChanges part(m_result.changes, part_name(now), old.code(), now.code());
        part.compare(ChangeKind::code_changed, old.code(), now.code());
        part.compare(ChangeKind::reworded, old.title(), now.title());
        if (!now.unit) return;
        if (!same_parent(*old.unit, *now.unit))
            part.add(ChangeKind::moved, old.unit->parent, now.unit->parent);
        else if (m_moved_holders.contains(j))
            part.add(ChangeKind::moved, {}, {}, "order");
        part.compare(ChangeKind::level_changed, diff_level_text(old.unit->level), diff_level_text(now.unit->level));
        part.compare(ChangeKind::changed, old.unit->requirement, now.unit->requirement, "requirement");
        part.compare(ChangeKind::changed, diff_list_text(old.unit->ecf), diff_list_text(now.unit->ecf), "ecf");
        part.compare(ChangeKind::changed, old.unit->kind, now.unit->kind, "kind");
        part.compare(ChangeKind::changed, std::string(to_string(old.unit->role)), std::string(to_string(now.unit->role)), "role");
        part.compare(ChangeKind::changed, diff_list_text(old.unit->applies_to), diff_list_text(now.unit->applies_to), "applies_to");
    }

    void statement(std::size_t j) {
        const DiffStatement& now = m_after.statements[j];
        if (!now.match) {
            PartChanges(m_result.changes, "statement", {}, now.statement->code).add(ChangeKind::added, {}, now.statement->text);
            return;
        }
        const DiffStatement& old = m_before.statements[*now.match];
        m_result.statements.emplace(old.statement->code, now.statement->code);
        PartChanges part(m_result.changes, "statement", old.statement->code, now.statement->code);
        const std::string& old_holder = m_before.holders[old.holder].code();
        const std::string& new_holder = m_after.holders[now.holder].code();
        if (!same_holder(now))
            part.add(ChangeKind::moved, old_holder, new_holder);
        else if (code_changed(old.statement->code, now.statement->code, old_holder, new_holder))
            part.add(ChangeKind::code_changed, old.statement->code, now.statement->code);
        if (same_holder(now) && m_moved_statements.contains(j)) part.add(ChangeKind::moved, {}, {}, "order");
        part.compare(ChangeKind::reworded, old.statement->text, now.statement->text);
        part.compare(ChangeKind::changed, std::string(to_string(old.statement->kind)), std::string(to_string(now.statement->kind)), "kind");
        part.compare(ChangeKind::changed, old.statement->lang, now.statement->lang, "lang");
        part.compare(ChangeKind::changed, diff_list_text(old.statement->applies_to), diff_list_text(now.statement->applies_to),
                     "applies_to");
    }

    /// A code that only follows its unit's has not changed by itself.
    static bool code_changed(const std::string& old, const std::string& now, const std::string& old_holder, const std::string& new_holder) {
        if (old == now) return false;
        return !old.starts_with(old_holder) || new_holder + old.substr(old_holder.size()) != now;
    }

    DiffSide m_before;
    DiffSide m_after;
    StandardDiff& m_result;
    std::set<std::size_t> m_moved_holders;
    std::set<std::size_t> m_moved_statements;
};

}  // namespace

std::string_view to_string(ChangeKind kind) noexcept {
    switch (kind) {
        case ChangeKind::added: return "added";
        case ChangeKind::removed: return "removed";
        case ChangeKind::reworded: return "reworded";
        case ChangeKind::moved: return "moved";
        case ChangeKind::level_changed: return "level-changed";
        case ChangeKind::code_changed: return "code-changed";
        case ChangeKind::changed: return "changed";
    }
    return "changed";
}

StandardDiff diff_standards(const Standard& before, const Standard& after) {
    StandardDiff result;
    result.before_id = before.id;
    result.after_id = after.id;
    result.before_version = before.version;
    result.after_version = after.version;
    result.title = after.title;
    compare_heads(before, after, result.changes);
    compare_qualifications(before, after, result.changes);
    PartComparison(before, after, result).run();
    return result;
}

}  // namespace kwalign::model
