#include "model/exchange/loq_plan.hpp"

#include "model/error.hpp"
#include "model/exchange/clean_text.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/exchange/loq_head.hpp"
#include "model/exchange/loq_outcomes.hpp"
#include "model/exchange/standard_losses.hpp"
#include "model/identity.hpp"

#include <algorithm>
#include <unordered_map>

namespace kwalign::model {

namespace {

/// Makes the plan of one standard.
class Planner {
public:
    Planner(const Standard& standard, const ExportOptions& options, LossReport& losses)
        : m_standard(standard),
          m_options(options),
          m_losses(losses),
          m_main_language(main_language_of(standard)),
          m_plan(plan_loq_head(standard, options, losses)),
          m_outcomes(standard, options, losses, m_plan.outcomes) {}

    LoqPlan make() {
        if (m_standard.qualifications.empty())
            add_standard();
        else
            for (const Qualification& qualification : m_standard.qualifications) add_qualification(qualification);
        add_parts();
        add_units();
        if (m_plan.specifications.empty())
            throw Error(ErrorCode::unsupported, m_standard.id, "LOQ demands learning outcomes, and the standard has none");
        report_unplaced();
        report_loq_losses(m_standard, m_losses);
        return std::move(m_plan);
    }

private:
    void lose(std::string_view code, std::string_view what, std::string_view place) { m_losses.add(code, LossFate::left_out, what, place); }

    void add_level(LoqSpecification& specification, const std::optional<Level>& level, const std::string& id) {
        if (level) specification.level = loq_level_of(*level);
        if (!specification.level) {
            lose("no-level",
                 "a level that is unknown or of no registered framework; without it nothing is a qualification in LOQ, but a learning "
                 "achievement specification",
                 id);
            return;
        }
        if (level->high > level->low)
            m_losses.add("level-range", LossFate::approximated,
                         "LOQ holds one level: of a range the lower one is written, because every holder has reached it",
                         id + ": " + level->scheme + " " + level->value + " -> EQF " + std::to_string(specification.level->eqf));
        specification.is_qualification = !specification.level->national_uri.empty();
        if (!specification.is_qualification)
            m_losses.add(
                "no-national-level", LossFate::approximated,
                "a qualification needs a national level; what has an EQF level only is written as a learning achievement specification",
                id);
    }

    void add_titles(LoqSpecification& specification, const LocalizedText& titles, const std::string& title) const {
        for (const auto& [lang, value] : titles) {
            const LoqText given = loq_text(lang, value);
            if (given.text.empty()) continue;
            const bool known = std::ranges::any_of(specification.titles, [&](const LoqText& other) { return other.lang == given.lang; });
            if (!known) specification.titles.push_back(given);
        }
        if (specification.titles.empty()) specification.titles.push_back({m_main_language, clean_text(title)});
    }

    void add_description(LoqSpecification& specification, std::string_view lang, std::string_view value) const {
        const LoqText given = loq_text(lang, value);
        for (LoqText& known : specification.descriptions) {
            if (known.lang != given.lang) continue;
            known.text += "\n" + given.text;
            return;
        }
        specification.descriptions.push_back(given);
    }

    /// Identifiers of the standard and the description of the work stand with what it awards as a whole.
    void add_whole(LoqSpecification& specification) {
        m_has_whole = true;
        for (const auto& [scheme, value] : m_standard.identifiers) specification.identifiers.push_back({clean_text(value), scheme});
        for (const Section& section : m_standard.sections) {
            if (section.name != "description_of_work") continue;
            for (const Statement& statement : section.statements) add_description(specification, statement.lang, statement.text);
        }
    }

    void add_qualification(const Qualification& qualification) {
        const std::string id = id_of(m_standard, qualification);
        LoqSpecification specification;
        specification.uri = uri_of(m_options, id);
        const bool repeated =
            std::ranges::any_of(m_plan.specifications, [&](const LoqSpecification& known) { return known.uri == specification.uri; });
        specification.outcomes = m_outcomes.of_qualification(qualification);
        if (repeated || specification.outcomes.empty()) {
            lose("no-outcomes",
                 repeated ? "a qualification of a title that another one has already" : "a qualification without learning outcomes", id);
            return;
        }
        specification.awarded = true;
        specification.is_partial = qualification.kind == "partial" || qualification.kind == "certificate";
        const bool whole = qualification.kind == "whole";
        add_titles(specification, qualification.titles, qualification.title);
        add_level(specification, qualification.level || !whole ? qualification.level : m_standard.level, id);
        for (const std::string& name : qualification.also_known_as) {
            const LoqText other{m_main_language, clean_text(name)};
            const auto same = [&](const LoqText& known) { return known.lang == other.lang && known.text == other.text; };
            if (std::ranges::none_of(specification.titles, same)) specification.other_titles.push_back(other);
        }
        if (!qualification.code.empty()) specification.identifiers.push_back({clean_text(qualification.code), "code"});
        if (whole || m_standard.qualifications.size() == 1) add_whole(specification);
        m_listed.push_back(&qualification);
        m_plan.specifications.push_back(std::move(specification));
    }

    /// A list of competences that awards nothing.
    void add_standard() {
        LoqSpecification specification;
        specification.uri = uri_of(m_options, m_standard.id);
        specification.outcomes = m_outcomes.of_standard();
        if (specification.outcomes.empty()) return;
        specification.awarded = true;
        add_titles(specification, m_standard.titles, m_standard.title);
        add_level(specification, m_standard.level, m_standard.id);
        add_whole(specification);
        m_plan.specifications.push_back(std::move(specification));
    }

    void add_parts() {
        for (std::size_t whole = 0; whole < m_listed.size(); ++whole) {
            if (m_listed[whole]->kind != "whole" || !m_plan.specifications[whole].is_qualification) continue;
            for (std::size_t part = 0; part < m_listed.size(); ++part) {
                if (m_listed[part]->kind != "partial" || !m_plan.specifications[part].is_qualification) continue;
                m_plan.specifications[whole].parts.push_back(m_plan.specifications[part].uri);
                m_plan.specifications[part].wholes.push_back(m_plan.specifications[whole].uri);
            }
        }
    }

    void add_units() {
        const std::size_t awarded = m_plan.specifications.size();
        std::unordered_map<std::string_view, std::string> written;  // URIs by unit code
        for (std::size_t i = 0; i < m_standard.units.size(); ++i) {
            const Unit& unit = m_standard.units[i];
            const std::string id = id_of(m_standard, unit);
            LoqSpecification specification;
            specification.outcomes = m_outcomes.of_unit(i);
            specification.uri = uri_of(m_options, id);
            if (specification.outcomes.empty() || !written.emplace(unit.code, specification.uri).second) {
                lose("units-without-outcomes", "headings, tasks and other units without learning outcomes of their own", id);
                continue;
            }
            specification.titles.push_back(loq_text(unit.lang, unit.title.empty() ? unit.code : unit.title));
            for (const Statement& statement : unit.statements) {
                if (statement.kind == StatementKind::description) add_description(specification, statement.lang, statement.text);
            }
            specification.identifiers.push_back({clean_text(id), "kwalign"});
            for (std::size_t q = 0; q < awarded; ++q) {
                const std::vector<std::size_t>& all = m_plan.specifications[q].outcomes;
                const bool inside =
                    std::ranges::any_of(specification.outcomes, [&](std::size_t o) { return std::ranges::binary_search(all, o); });
                if (inside) specification.wholes.push_back(m_plan.specifications[q].uri);
            }
            if (const auto parent = written.find(unit.parent); parent != written.end() && unit.parent != unit.code)
                specification.wholes.push_back(parent->second);
            m_plan.specifications.push_back(std::move(specification));
        }
    }

    /// What only some standards have a place for.
    void report_unplaced() {
        if (!m_plan.issuer && (!m_plan.valid_from.empty() || !m_plan.valid_until.empty()))
            lose("validity", "from when until when it is awarded stands with the awarding body, which is not known", m_standard.id);
        if (m_has_whole) return;
        for (const auto& [scheme, value] : m_standard.identifiers)
            lose("identifiers", "an identifier of several qualifications together", m_standard.id + ": " + value);
        for (const Section& section : m_standard.sections) {
            if (section.name == "description_of_work") lose("sections", "prose about several qualifications together", m_standard.id);
        }
    }

    const Standard& m_standard;
    const ExportOptions& m_options;
    LossReport& m_losses;
    std::string m_main_language;
    bool m_has_whole = false;  ///< something stands for the standard as a whole
    LoqPlan m_plan;
    LoqOutcomes m_outcomes;                      ///< after the plan, which it fills
    std::vector<const Qualification*> m_listed;  ///< those in the plan, in its order
};

}  // namespace

LoqPlan plan_loq(const Standard& standard, const ExportOptions& options, LossReport& losses) {
    return Planner(standard, options, losses).make();
}

}  // namespace kwalign::model
