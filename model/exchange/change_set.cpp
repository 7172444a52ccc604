#include "model/exchange/change_set.hpp"

#include "model/exchange/identifiers.hpp"

namespace kwalign::model {

namespace {

/// What every published unit and statement repeats from its standard.
bool is_repeated(const Change& change) noexcept {
    if (change.part != "standard") return false;
    return change.kind == ChangeKind::level_changed || change.field == "valid_from" || change.field == "valid_until" ||
           change.field == "decided";
}

bool is_place(ChangeKind kind) noexcept {
    return kind == ChangeKind::added || kind == ChangeKind::removed || kind == ChangeKind::moved || kind == ChangeKind::code_changed;
}

/// Codes of the new version, as far as the old one has them or they are new; after the name of their kind.
std::set<std::string> codes_now(const StandardDiff& diff) {
    std::set<std::string> codes;
    for (const auto& [old, now] : diff.units) codes.insert("unit" + now);
    for (const auto& [old, now] : diff.statements) codes.insert("statement" + now);
    for (const Change& change : diff.changes) {
        if (change.kind == ChangeKind::added) codes.insert(change.part + change.after_code);
    }
    return codes;
}

}  // namespace

ChangeSet::ChangeSet(const SetDiff& diff) {
    for (const StandardDiff& standard : diff.standards) {
        if (standard.after_id.empty())
            m_removed.push_back(standard.before_id);
        else
            add(standard);
    }
    for (const LinkChange& change : diff.links) {
        if (change.after)
            m_links.emplace(change.after->source, change.after->target);
        else
            m_removed.push_back(place_of(*change.before));
    }
}

void ChangeSet::add(const StandardDiff& diff) {
    Parts& parts = m_standards[diff.after_id];
    parts.all = diff.before_id.empty();
    const std::set<std::string> codes = codes_now(diff);
    for (const Change& change : diff.changes) {
        const bool unit = change.part == "unit";
        const bool statement = change.part == "statement";
        parts.all = parts.all || is_repeated(change);
        parts.hierarchy = parts.hierarchy || ((unit || statement) && is_place(change.kind));
        // A part that got another code is a new one to the world, and the old one is gone, unless another part bears that code now.
        const bool gone = change.kind == ChangeKind::removed || change.kind == ChangeKind::code_changed;
        if (gone && (unit || statement) && !codes.contains(change.part + change.before_code))
            m_removed.push_back(diff.before_id + "#" + change.before_code);
        if (change.after_code.empty()) continue;
        if (unit) parts.units.insert(change.after_code);
        if (statement) parts.statements.insert(change.after_code);
    }
}

const ChangeSet::Parts* ChangeSet::find(std::string_view standard) const {
    const auto found = m_standards.find(standard);
    return found == m_standards.end() ? nullptr : &found->second;
}

bool ChangeSet::has_unit(std::string_view standard, std::string_view code) const {
    const Parts* parts = find(standard);
    return parts && (parts->all || parts->units.find(code) != parts->units.end());
}

bool ChangeSet::has_statement(std::string_view standard, std::string_view code) const {
    const Parts* parts = find(standard);
    return parts && (parts->all || parts->statements.find(code) != parts->statements.end());
}

bool ChangeSet::has_hierarchy(std::string_view standard) const {
    const Parts* parts = find(standard);
    return parts && (parts->all || parts->hierarchy);
}

bool ChangeSet::has_link(const Link& link) const { return m_links.contains({link.source, link.target}); }

}  // namespace kwalign::model
