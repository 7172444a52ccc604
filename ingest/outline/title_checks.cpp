#include "ingest/outline/title_checks.hpp"

#include "ingest/outline/code_checks.hpp"
#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace kwalign::ingest {

namespace {

using model::Severity;

constexpr double same_title = 0.98;  // blanks and one letter in fifty may differ

std::optional<model::SourceSpan> place_of(const model::Unit& unit) {
    return unit.spans.empty() ? std::nullopt : std::optional(unit.spans.front());
}

std::string in_quotes(std::string_view text) { return "'" + shortened(text) + "'"; }

std::string last_number(std::string_view code) {
    const std::size_t at = code.find_last_of(".-");
    return std::string(at == std::string_view::npos ? code : code.substr(at + 1));
}

void check_overview(const Outline& outline, const model::Standard& standard, model::Findings& findings) {
    std::set<std::string> told;
    for (const OverviewEntry& entry : outline.overview) {
        if (!told.insert(entry.code).second) continue;
        const model::SourceSpan& span = outline.pieces[entry.piece].span;
        const model::Unit* unit = standard.find_unit(entry.code);
        if (unit == nullptr)
            findings.add("missing-unit", Severity::warning,
                         "The overview names " + entry.code + " " + in_quotes(entry.title) + ", which the body does not have.", span);
        else if (title_likeness(unit->title, entry.title) < same_title)
            findings.add("title-mismatch", Severity::note,
                         entry.code + " is " + in_quotes(entry.title) + " in the overview and " + in_quotes(unit->title) + " in the body.",
                         span);
    }
}

void check_tasks(const model::Standard& standard, model::Findings& findings) {
    for (const model::Unit& task : standard.units) {
        if (task.role != model::UnitRole::task || task.ecf.empty()) continue;
        for (const model::Unit& unit : standard.units) {
            if (unit.role != model::UnitRole::competence || unit.ecf != task.ecf || last_number(unit.code) != last_number(task.code))
                continue;
            if (model::fold_case(unit.title) == model::fold_case(task.title)) continue;
            findings.add("title-mismatch", Severity::note,
                         "Task " + task.code + " " + in_quotes(task.title) + " and competence " + unit.code + " " + in_quotes(unit.title) +
                             " have the same codes.",
                         place_of(unit));
        }
    }
}

/// "Title , B1-K1 Title , C1-K1": what stands between the two codes of a row is this document's title.
void check_derivation_text(const std::string& text, const Template& form, const model::Standard& standard, model::Findings& findings) {
    std::size_t from = 0;
    while (from < text.size()) {
        const auto other = form.collectors.derivation_other->find(text, from);
        if (!other) return;
        const auto own = form.collectors.derivation_own->find(text, other->last);
        if (!own) return;
        from = own->last;
        std::string_view title = trimmed(std::string_view(text).substr(other->last, own->first - other->last));
        while (title.ends_with(',') || title.ends_with(' ')) title.remove_suffix(1);
        const model::Unit* unit = standard.find_unit(normal_code(form, own->group("code")));
        if (unit == nullptr || title.empty() || form.collectors.derivation_other->matches(title) ||
            title_likeness(unit->title, title) >= same_title)
            continue;
        findings.add("title-mismatch", Severity::note,
                     unit->code + " is " + in_quotes(title) + " in the derivation table and " + in_quotes(unit->title) + " in the body.",
                     place_of(*unit));
    }
}

void check_derivations(const Outline& outline, const Template& form, const model::Standard& standard, model::Findings& findings) {
    if (!form.collectors.derivation_own || !form.collectors.derivation_other) return;
    for (std::size_t i = 1; i < outline.nodes.size(); ++i) {
        const std::vector<std::string>& collect = form.headings[outline.nodes[i].rule].collect;
        if (std::find(collect.begin(), collect.end(), "derivations") == collect.end()) continue;
        check_derivation_text(node_text(outline, outline.nodes[i]), form, standard, findings);
    }
}

}  // namespace

void check_titles(const Outline& outline, const Template& form, const model::Standard& standard, model::Findings& findings) {
    check_overview(outline, standard, findings);
    check_tasks(standard, findings);
    check_derivations(outline, form, standard, findings);
    check_codes(outline, form, standard, findings);
}

}  // namespace kwalign::ingest
