#include "tools/app/standard_facts.hpp"

#include "tools/app/text_layout.hpp"

#include <algorithm>
#include <cstddef>

namespace kwalign::tools {
namespace {

std::string with_text(const std::string& first, std::string_view joint, const std::string& second) {
    if (second.empty()) return first;
    return first.empty() ? second : first + std::string(joint) + second;
}

std::string period(const model::Standard& standard) {
    if (standard.valid_from.empty() && standard.valid_until.empty()) return {};
    return with_text(standard.valid_from.empty() ? "" : "from " + standard.valid_from, " ",
                     standard.valid_until.empty() ? "" : "until " + standard.valid_until);
}

}  // namespace

std::string describe(const model::Level& level) {
    if (level.value.empty()) return {};
    return (level.scheme.empty() ? "level" : level.scheme) + " " + level.value;
}

std::string eqf_of(const model::Standard& standard) {
    if (standard.eqf_low == 0) return {};
    std::string text = "EQF " + std::to_string(standard.eqf_low);
    if (standard.eqf_high > standard.eqf_low) text += "-" + std::to_string(standard.eqf_high);
    return text;
}

std::string pages_of(const std::vector<model::SourceSpan>& spans) {
    int low = 0;
    int high = 0;
    for (const model::SourceSpan& span : spans) {
        if (span.page <= 0) continue;
        low = low == 0 ? span.page : std::min(low, span.page);
        high = std::max(high, span.page);
    }
    if (low == 0) return {};
    return low == high ? "page " + std::to_string(low) : "pages " + std::to_string(low) + "-" + std::to_string(high);
}

std::string describe(const model::Qualification& qualification) {
    std::string text = with_text(qualification.kind, ": ", qualification.title);
    if (qualification.level) text = with_text(text, ", ", describe(*qualification.level));
    if (!qualification.code.empty()) text += " (" + qualification.code + ")";
    std::string rule = joined(qualification.rule.required, ", ");
    for (const model::ElectiveGroup& group : qualification.rule.elective) {
        rule = with_text(rule, " and ", "at least " + std::to_string(group.minimum) + " of " + joined(group.units, ", "));
    }
    return with_text(text, "; ", rule);
}

std::vector<std::pair<std::string, std::string>> facts_of(const model::Standard& standard, model::Persons persons) {
    std::vector<std::pair<std::string, std::string>> facts;
    const auto add = [&facts](std::string label, std::string value) {
        if (!value.empty()) facts.emplace_back(std::move(label), std::move(value));
    };
    add("id", standard.id);
    add("framework", standard.framework);
    add("kind", standard.kind);
    for (const auto& [scheme, value] : standard.identifiers) add(scheme, value);
    for (const auto& [lang, title] : standard.titles) {
        if (title != standard.title) add("title (" + lang + ")", title);
    }
    add("version", standard.version);
    add("level", with_text(standard.level ? describe(*standard.level) : "", ", ", eqf_of(standard)));
    add("issuer", standard.issuer);
    add("decided", with_text(standard.decided, ", ", standard.decision_number));
    add("valid", period(standard));
    add("approved by", standard.approved_by);
    for (const model::ClassificationRef& ref : standard.classifications) add(ref.scheme, with_text(ref.code, " ", ref.title));
    for (const model::Derivation& from : standard.derivations) {
        add(from.kind, with_text(with_text(from.code, " ", from.title), ", ", from.level ? describe(*from.level) : ""));
    }
    add("languages", joined(standard.languages, ", "));
    add("e-CF", joined(standard.ecf, ", "));
    add("names", joined(standard.references, "; "));
    for (const auto& [name, value] : standard.fields) add(name, value);
    if (persons == model::Persons::keep) {
        for (const model::Person& person : standard.persons)
            add(person.role.empty() ? "person" : person.role, with_text(person.name, ", ", person.organisation));
    }
    add("source", standard.source.path + " (" + standard.source.media_type + ", " + counted(standard.source.pages, "page") + ")");
    add("read by", with_text(standard.source.template_id, ", ", percent(standard.source.text_accounted) + " of the text accounted for"));
    return facts;
}

std::map<std::string, std::size_t, std::less<>> depths_of(const model::Standard& standard) {
    std::map<std::string, std::size_t, std::less<>> depths;
    for (const model::Unit& unit : standard.units) {
        const auto parent = depths.find(unit.parent);
        depths.emplace(unit.code, unit.parent.empty() || parent == depths.end() ? 0 : parent->second + 1);
    }
    return depths;
}

}  // namespace kwalign::tools
