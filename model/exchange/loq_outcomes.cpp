#include "model/exchange/loq_outcomes.hpp"

#include "model/exchange/clean_text.hpp"
#include "model/exchange/identifiers.hpp"

#include <algorithm>

namespace kwalign::model {

namespace {

bool is_outcome(StatementKind kind) noexcept { return kind != StatementKind::description && kind != StatementKind::deliverable; }

std::string outcome_type(StatementKind kind) {
    if (kind == StatementKind::knowledge) return "http://data.europa.eu/snb/skill-type/knowledge";
    return kind == StatementKind::skill ? "http://data.europa.eu/snb/skill-type/skill" : "";
}

}  // namespace

LoqText loq_text(std::string_view lang, std::string_view value) { return {language_tag(lang), clean_text(value)}; }

LoqOutcomes::LoqOutcomes(const Standard& standard, const ExportOptions& options, LossReport& losses, std::vector<LoqOutcome>& outcomes)
    : m_standard(standard), m_losses(losses) {
    for (const Unit& unit : standard.units) {
        m_units.emplace(unit.code, m_unit_outcomes.size());
        m_unit_outcomes.emplace_back();
        for (const Statement& statement : unit.statements) add(statement, options, outcomes);
    }
    m_seen.clear();
}

void LoqOutcomes::add(const Statement& statement, const ExportOptions& options, std::vector<LoqOutcome>& outcomes) {
    const std::string id = id_of(m_standard, statement);
    if (!is_outcome(statement.kind)) {
        if (statement.kind == StatementKind::deliverable)
            m_losses.add("deliverables", LossFate::left_out, "products to hand over are no learning outcomes", id);
        return;
    }
    const std::string uri = uri_of(options, id);
    if (!m_seen.emplace(uri, true).second) {
        m_losses.add("repeated-code", LossFate::left_out, "a statement whose code another one has already", id);
        return;
    }
    if (language_tag(statement.lang) == "und")
        m_losses.add("unknown-language", LossFate::approximated, "text whose language is not known is marked \"und\"", id);
    m_unit_outcomes.back().emplace_back(outcomes.size(), &statement);
    outcomes.push_back({uri, id, loq_text(statement.lang, statement.text), outcome_type(statement.kind)});
}

void LoqOutcomes::collect(std::size_t index, std::string_view title, std::vector<std::size_t>& found) const {
    const auto applies = [&](const std::vector<std::string>& profiles) {
        return title.empty() || profiles.empty() || std::ranges::find(profiles, title) != profiles.end();
    };
    if (!applies(m_standard.units[index].applies_to)) return;
    for (const auto& [outcome, statement] : m_unit_outcomes[index]) {
        if (applies(statement->applies_to)) found.push_back(outcome);
    }
}

void LoqOutcomes::collect(const std::vector<std::string>& codes, std::string_view title, std::vector<std::size_t>& found) const {
    for (const std::string& code : codes) {
        if (const auto unit = m_units.find(code); unit != m_units.end()) collect(unit->second, title, found);
    }
}

std::vector<std::size_t> LoqOutcomes::of_unit(std::size_t index) const {
    std::vector<std::size_t> found;
    for (const auto& [outcome, statement] : m_unit_outcomes[index]) found.push_back(outcome);
    return found;
}

std::vector<std::size_t> LoqOutcomes::of_standard() const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_unit_outcomes.size(); ++i) collect(i, {}, found);
    return found;
}

std::vector<std::size_t> LoqOutcomes::of_qualification(const Qualification& qualification) const {
    std::vector<std::size_t> found;
    const std::string_view profile = qualification.kind == "profile" ? std::string_view(qualification.title) : std::string_view();
    const QualificationRule& rule = qualification.rule;
    collect(rule.required, profile, found);
    for (const ElectiveGroup& group : rule.elective) {
        m_losses.add("elective-rule", LossFate::left_out,
                     "how many elective units are needed; their outcomes are listed like those of required units",
                     id_of(m_standard, qualification));
        collect(group.units, profile, found);
    }
    if (rule.required.empty() && rule.elective.empty()) {
        for (std::size_t i = 0; i < m_unit_outcomes.size(); ++i) collect(i, profile, found);
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

}  // namespace kwalign::model
