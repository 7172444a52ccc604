#include "model/exchange/diff.hpp"

#include "model/exchange/part_match.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace kwalign::model {

namespace {

std::string level_text(const std::optional<Level>& level) {
    if (!level) return {};
    return level->scheme + (level->scheme.empty() ? "" : " ") + level->value;
}

std::string joined(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
    return text;
}

std::string joined(const std::map<std::string, std::string>& values) {
    std::string text;
    for (const auto& [key, value] : values) text += (text.empty() ? "" : ", ") + key + ": " + value;
    return text;
}

std::string eqf_text(const Standard& standard) {
    if (standard.eqf_low == 0) return {};
    return std::to_string(standard.eqf_low) + (standard.eqf_high > standard.eqf_low ? "/" + std::to_string(standard.eqf_high) : "");
}

std::string classification_text(const Standard& standard) {
    std::vector<std::string> texts;
    for (const ClassificationRef& reference : standard.classifications)
        texts.push_back(reference.scheme + " " + reference.code + (reference.title.empty() ? "" : " " + reference.title));
    return joined(texts);
}

std::string derivation_text(const Standard& standard) {
    std::vector<std::string> texts;
    for (const Derivation& derivation : standard.derivations) texts.push_back(derivation.kind + " " + derivation.code + " " + derivation.title);
    return joined(texts);
}

std::string rule_text(const QualificationRule& rule) {
    std::string text = joined(rule.required);
    for (const ElectiveGroup& group : rule.elective)
        text += (text.empty() ? "" : "; ") + ("at least " + std::to_string(group.minimum) + " of " + joined(group.units));
    return text;
}

/// Collects the changes of one part.
class Part {
public:
    Part(std::vector<Change>& changes, std::string part, std::string before_code, std::string after_code)
        : m_changes(changes), m_part(std::move(part)), m_before_code(std::move(before_code)), m_after_code(std::move(after_code)) {}

    void add(ChangeKind kind, const std::string& before, const std::string& after, const std::string& field = {}) {
        Change change{kind, m_part, field, m_before_code, m_after_code, before, after, {}};
        if (kind == ChangeKind::reworded) change.words = word_diff(before, after);
        m_changes.push_back(std::move(change));
    }
    void compare(ChangeKind kind, const std::string& before, const std::string& after, const std::string& field = {}) {
        if (before != after) add(kind, before, after, field);
    }

private:
    std::vector<Change>& m_changes;
    std::string m_part;
    std::string m_before_code;
    std::string m_after_code;
};

void compare_heads(const Standard& before, const Standard& after, std::vector<Change>& changes) {
    Part part(changes, "standard", {}, {});
    const auto field = [&](const char* name, const std::string& a, const std::string& b) { part.compare(ChangeKind::changed, a, b, name); };
    part.compare(ChangeKind::reworded, before.title, after.title);
    part.compare(ChangeKind::level_changed, level_text(before.level), level_text(after.level));
    part.compare(ChangeKind::level_changed, eqf_text(before), eqf_text(after), "eqf");
    field("kind", before.kind, after.kind);
    field("titles", joined(before.titles), joined(after.titles));
    field("identifiers", joined(before.identifiers), joined(after.identifiers));
    field("version", before.version, after.version);
    field("issuer", before.issuer, after.issuer);
    field("decided", before.decided, after.decided);
    field("decision_number", before.decision_number, after.decision_number);
    field("valid_from", before.valid_from, after.valid_from);
    field("valid_until", before.valid_until, after.valid_until);
    field("approved_by", before.approved_by, after.approved_by);
    field("classifications", classification_text(before), classification_text(after));
    field("references", joined(before.references), joined(after.references));
    field("ecf", joined(before.ecf), joined(after.ecf));
    field("derivations", derivation_text(before), derivation_text(after));
    std::set<std::string> names;
    for (const Standard* standard : {&before, &after}) {
        for (const auto& [name, value] : standard->fields) names.insert(name);
    }
    const auto value_of = [](const Standard& standard, const std::string& name) {
        const auto found = standard.fields.find(name);
        return found == standard.fields.end() ? std::string() : found->second;
    };
    for (const std::string& name : names) part.compare(ChangeKind::changed, value_of(before, name), value_of(after, name), "fields." + name);
}

/// Qualifications are the same where kind and title are, or where each side has one of the kind.
void compare_qualifications(const Standard& before, const Standard& after, std::vector<Change>& changes) {
    std::vector<bool> matched(before.qualifications.size());
    const auto alone = [](const Standard& standard, const std::string& kind) {
        return std::count_if(standard.qualifications.begin(), standard.qualifications.end(), [&](const Qualification& q) { return q.kind == kind; }) == 1;
    };
    for (const Qualification& now : after.qualifications) {
        std::size_t i = 0;
        while (i < matched.size() && (matched[i] || before.qualifications[i].kind != now.kind || before.qualifications[i].title != now.title)) ++i;
        if (i == matched.size() && alone(before, now.kind) && alone(after, now.kind)) {
            for (i = 0; before.qualifications[i].kind != now.kind;) ++i;
        }
        if (i == matched.size()) {
            Part(changes, "qualification", {}, now.title).add(ChangeKind::added, {}, now.title);
            continue;
        }
        matched[i] = true;
        const Qualification& old = before.qualifications[i];
        Part part(changes, "qualification", old.title, now.title);
        part.compare(ChangeKind::reworded, old.title, now.title);
        part.compare(ChangeKind::code_changed, old.code, now.code);
        part.compare(ChangeKind::level_changed, level_text(old.level), level_text(now.level));
        part.compare(ChangeKind::changed, rule_text(old.rule), rule_text(now.rule), "rule");
    }
    for (std::size_t i = 0; i < matched.size(); ++i) {
        if (!matched[i]) Part(changes, "qualification", before.qualifications[i].title, {}).add(ChangeKind::removed, before.qualifications[i].title, {});
    }
}

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
            if (!old.match) Part(m_result.changes, part_name(old), old.code(), {}).add(ChangeKind::removed, old.title(), {});
        }
        for (const DiffStatement& old : m_before.statements) {
            if (!old.match) Part(m_result.changes, "statement", old.statement->code, {}).add(ChangeKind::removed, old.statement->text, {});
        }
    }

private:
    static std::string part_name(const DiffHolder& holder) { return holder.unit ? "unit" : "section"; }

    /// Among the children of each parent, those that left their order.
    void find_moved_units() {
        std::map<std::string, std::vector<std::size_t>> children;
        for (std::size_t j = 0; j < m_after.holders.size(); ++j) {
            const DiffHolder& now = m_after.holders[j];
            if (now.unit && now.match && same_parent(*m_before.holders[*now.match].unit, *now.unit)) children[now.unit->parent].push_back(j);
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
    [[nodiscard]] bool same_holder(const DiffStatement& now) const { return m_before.holders[m_before.statements[*now.match].holder].match == now.holder; }

    void holder(std::size_t j) {
        const DiffHolder& now = m_after.holders[j];
        if (!now.match) {
            Part(m_result.changes, part_name(now), {}, now.code()).add(ChangeKind::added, {}, now.title());
            return;
        }
        const DiffHolder& old = m_before.holders[*now.match];
        Part part(m_result.changes, part_name(now), old.code(), now.code());
        part.compare(ChangeKind::code_changed, old.code(), now.code());
        part.compare(ChangeKind::reworded, old.title(), now.title());
        if (!now.unit) return;
        if (!same_parent(*old.unit, *now.unit))
            part.add(ChangeKind::moved, old.unit->parent, now.unit->parent);
        else if (m_moved_holders.contains(j))
            part.add(ChangeKind::moved, {}, {}, "order");
        part.compare(ChangeKind::level_changed, level_text(old.unit->level), level_text(now.unit->level));
        part.compare(ChangeKind::changed, old.unit->requirement, now.unit->requirement, "requirement");
        part.compare(ChangeKind::changed, joined(old.unit->ecf), joined(now.unit->ecf), "ecf");
        part.compare(ChangeKind::changed, old.unit->kind, now.unit->kind, "kind");
        part.compare(ChangeKind::changed, std::string(to_string(old.unit->role)), std::string(to_string(now.unit->role)), "role");
        part.compare(ChangeKind::changed, joined(old.unit->applies_to), joined(now.unit->applies_to), "applies_to");
    }

    void statement(std::size_t j) {
        const DiffStatement& now = m_after.statements[j];
        if (!now.match) {
            Part(m_result.changes, "statement", {}, now.statement->code).add(ChangeKind::added, {}, now.statement->text);
            return;
        }
        const DiffStatement& old = m_before.statements[*now.match];
        m_result.statements.emplace(old.statement->code, now.statement->code);
        Part part(m_result.changes, "statement", old.statement->code, now.statement->code);
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
        part.compare(ChangeKind::changed, joined(old.statement->applies_to), joined(now.statement->applies_to), "applies_to");
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
