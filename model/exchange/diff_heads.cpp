#include "model/exchange/diff_heads.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kwalign::model {

namespace {

std::string map_text(const std::map<std::string, std::string>& values) {
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
    return diff_list_text(texts);
}

std::string derivation_text(const Standard& standard) {
    std::vector<std::string> texts;
    for (const Derivation& derivation : standard.derivations)
        texts.push_back(derivation.kind + " " + derivation.code + " " + derivation.title);
    return diff_list_text(texts);
}

std::string rule_text(const QualificationRule& rule) {
    std::string text = diff_list_text(rule.required);
    for (const ElectiveGroup& group : rule.elective)
        text += (text.empty() ? "" : "; ") + ("at least " + std::to_string(group.minimum) + " of " + diff_list_text(group.units));
    return text;
}

}  // namespace

std::string diff_level_text(const std::optional<Level>& level) {
    if (!level) return {};
    return level->scheme + (level->scheme.empty() ? "" : " ") + level->value;
}

std::string diff_list_text(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
    return text;
}

void compare_heads(const Standard& before, const Standard& after, std::vector<Change>& changes) {
    PartChanges part(changes, "standard", {}, {});
    const auto field = [&](const char* name, const std::string& a, const std::string& b) { part.compare(ChangeKind::changed, a, b, name); };
    part.compare(ChangeKind::reworded, before.title, after.title);
    part.compare(ChangeKind::level_changed, diff_level_text(before.level), diff_level_text(after.level));
    part.compare(ChangeKind::level_changed, eqf_text(before), eqf_text(after), "eqf");
    field("kind", before.kind, after.kind);
    field("titles", map_text(before.titles), map_text(after.titles));
    field("identifiers", map_text(before.identifiers), map_text(after.identifiers));
    field("version", before.version, after.version);
    field("issuer", before.issuer, after.issuer);
    field("decided", before.decided, after.decided);
    field("decision_number", before.decision_number, after.decision_number);
    field("valid_from", before.valid_from, after.valid_from);
    field("valid_until", before.valid_until, after.valid_until);
    field("approved_by", before.approved_by, after.approved_by);
    field("classifications", classification_text(before), classification_text(after));
    field("references", diff_list_text(before.references), diff_list_text(after.references));
    field("ecf", diff_list_text(before.ecf), diff_list_text(after.ecf));
    field("derivations", derivation_text(before), derivation_text(after));
    std::set<std::string> names;
    for (const Standard* standard : {&before, &after}) {
        for (const auto& [name, value] : standard->fields) names.insert(name);
    }
    const auto value_of = [](const Standard& standard, const std::string& name) {
        const auto found = standard.fields.find(name);
        return found == standard.fields.end() ? std::string() : found->second;
    };
    for (const std::string& name : names)
        part.compare(ChangeKind::changed, value_of(before, name), value_of(after, name), "fields." + name);
}

void compare_qualifications(const Standard& before, const Standard& after, std::vector<Change>& changes) {
    std::vector<bool> matched(before.qualifications.size());
    const auto alone = [](const Standard& standard, const std::string& kind) {
        return std::count_if(standard.qualifications.begin(), standard.qualifications.end(),
                             [&](const Qualification& q) { return q.kind == kind; }) == 1;
    };
    for (const Qualification& now : after.qualifications) {
        std::size_t i = 0;
        while (i < matched.size() &&
               (matched[i] || before.qualifications[i].kind != now.kind || before.qualifications[i].title != now.title))
            ++i;
        if (i == matched.size() && alone(before, now.kind) && alone(after, now.kind)) {
            for (i = 0; before.qualifications[i].kind != now.kind;) ++i;
        }
        if (i == matched.size()) {
            PartChanges(changes, "qualification", {}, now.title).add(ChangeKind::added, {}, now.title);
            continue;
        }
        matched[i] = true;
        const Qualification& old = before.qualifications[i];
        PartChanges part(changes, "qualification", old.title, now.title);
        part.compare(ChangeKind::reworded, old.title, now.title);
        part.compare(ChangeKind::code_changed, old.code, now.code);
        part.compare(ChangeKind::level_changed, diff_level_text(old.level), diff_level_text(now.level));
        part.compare(ChangeKind::changed, rule_text(old.rule), rule_text(now.rule), "rule");
    }
    for (std::size_t i = 0; i < matched.size(); ++i) {
        if (!matched[i])
            PartChanges(changes, "qualification", before.qualifications[i].title, {})
                .add(ChangeKind::removed, before.qualifications[i].title, {});
    }
}

}  // namespace kwalign::model
