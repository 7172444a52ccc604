#include "model/exchange/loq_plan.hpp"

#include "model/error.hpp"
#include "model/exchange/clean_text.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/exchange/standard_losses.hpp"
#include "model/identity.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace kwalign::model {

namespace {

bool is_outcome(StatementKind kind) noexcept { return kind != StatementKind::description && kind != StatementKind::deliverable; }

std::string outcome_type(StatementKind kind) {
    if (kind == StatementKind::knowledge) return "http://data.europa.eu/snb/skill-type/knowledge";
    return kind == StatementKind::skill ? "http://data.europa.eu/snb/skill-type/skill" : "";
}

bool contains(const std::vector<std::string>& list, std::string_view value) { return std::ranges::find(list, value) != list.end(); }

/// Midnight where only a date is known; the form of xsd:dateTime.
std::string date_time(std::string_view text) {
    if (std::string moment = moment_of(text); !moment.empty()) return moment;
    const std::string date = date_of(text);
    return date.empty() ? "" : date + "T00:00:00+00:00";
}

/// Makes the plan of one standard.
class Planner {
public:
    Planner(const Standard& standard, const ExportOptions& options, LossReport& losses)
        : m_standard(standard), m_options(options), m_losses(losses), m_main_language(language_tag(standard.languages.empty() ? "" : standard.languages.front())) {}

    LoqPlan make() {
        const auto field = isced_field_of(m_standard);
        if (!field)
            throw Error(ErrorCode::unsupported, m_standard.id, "LOQ demands an ISCED-F field, and nothing in the standard says which it is",
                        "state an ISCED-F or ISCO-08 code among its classifications, or add a row to corpora/exchange/isced-f.tsv");
        m_plan.field = *field;
        if (!field->printed) {
            m_plan.field_note = "ISCED-F " + field->code + " follows from " + field->reason;
            m_losses.add("isced-f-derived", LossFate::approximated, "the field of education is not stated in the standard; it follows from a mapping table",
                         m_standard.id + ": " + field->code + " from " + field->reason);
        }
        add_languages();
        add_head();
        add_outcomes();
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

    [[nodiscard]] LoqText text(std::string_view lang, std::string_view value) const { return {language_tag(lang), clean_text(value)}; }

    void add_languages() {
        for (const std::string& lang : m_standard.languages) {
            const auto uri = language_uri(lang);
            if (!uri)
                lose("language", "a language that the table of languages does not list", m_standard.id + ": " + lang);
            else if (!contains(m_plan.languages, *uri))
                m_plan.languages.push_back(*uri);
        }
        if (m_plan.languages.empty()) m_plan.languages.push_back(*language_uri("und"));
    }

    void add_head() {
        m_plan.modified = date_time(m_options.created);
        m_plan.valid_from = date_time(m_standard.valid_from);
        m_plan.valid_until = date_time(m_standard.valid_until);
        for (const ClassificationRef& ref : m_standard.classifications) add_classification(ref);
        if (m_standard.issuer.empty()) return;
        const auto country = country_uri(m_standard.framework);
        if (!country) {
            lose("issuer", "an organisation needs a country, and the framework's is not known", m_standard.id);
            return;
        }
        const std::string name = slug(m_standard.issuer);
        const std::string uri = framework_uri(m_options, m_standard.framework) + "organisation/" + (name.empty() ? uuid_v5("organisation:" + m_standard.issuer) : name);
        m_plan.issuer = LoqOrganisation{uri, uri + "/location", {m_main_language, clean_text(m_standard.issuer)}, *country};
        m_losses.add("awarding-body", LossFate::approximated, "the standard names no awarding body; the authority that issued the standard is written", m_standard.id);
    }

    void add_classification(const ClassificationRef& ref) {
        if (ref.scheme.starts_with("ISCED-F")) return;
        const bool isco = ref.scheme.starts_with("ISCO") && !ref.code.empty() && ref.code.size() <= 4 &&
                          std::ranges::all_of(ref.code, [](char c) { return c >= '0' && c <= '9'; });
        if (!isco) {
            lose("classification", "a reference to another classification than ISCO-08 and ISCED-F", m_standard.id + ": " + ref.scheme + " " + ref.code);
            return;
        }
        const std::string uri = uri_of(m_options, m_standard.id + "!occupation-" + ref.code);
        for (const LoqOccupation& known : m_plan.occupations) {
            if (known.uri == uri) return;
        }
        m_plan.occupations.push_back({uri, isco_uri(ref.code), {m_main_language, clean_text(ref.title.empty() ? "ISCO-08 " + ref.code : ref.title)}});
    }

    void add_outcomes() {
        std::unordered_set<std::string> seen;
        for (const Unit& unit : m_standard.units) {
            m_units.emplace(unit.code, m_unit_outcomes.size());
            m_unit_outcomes.emplace_back();
            for (const Statement& statement : unit.statements) {
                const std::string id = id_of(m_standard, statement);
                if (!is_outcome(statement.kind)) {
                    if (statement.kind == StatementKind::deliverable) lose("deliverables", "products to hand over are no learning outcomes", id);
                    continue;
                }
                const std::string uri = uri_of(m_options, id);
                if (!seen.insert(uri).second) {
                    lose("repeated-code", "a statement whose code another one has already", id);
                    continue;
                }
                if (language_tag(statement.lang) == "und") m_losses.add("unknown-language", LossFate::approximated, "text whose language is not known is marked \"und\"", id);
                m_unit_outcomes.back().push_back({m_plan.outcomes.size(), &statement});
                m_plan.outcomes.push_back({uri, id, text(statement.lang, statement.text), outcome_type(statement.kind)});
            }
        }
    }

    /// Outcomes of unit number `index` that hold for the profile `title`; all where it is empty.
    void collect(std::size_t index, std::string_view title, std::vector<std::size_t>& outcomes) const {
        const Unit& unit = m_standard.units[index];
        const auto applies = [&](const std::vector<std::string>& profiles) { return title.empty() || profiles.empty() || contains(profiles, title); };
        if (!applies(unit.applies_to)) return;
        for (const auto& [outcome, statement] : m_unit_outcomes[index]) {
            if (applies(statement->applies_to)) outcomes.push_back(outcome);
        }
    }

    void collect(const std::vector<std::string>& codes, std::string_view title, std::vector<std::size_t>& outcomes) const {
        for (const std::string& code : codes) {
            if (const auto found = m_units.find(code); found != m_units.end()) collect(found->second, title, outcomes);
        }
    }

    [[nodiscard]] std::vector<std::size_t> outcomes_of(const Qualification& qualification) {
        std::vector<std::size_t> outcomes;
        const std::string_view profile = qualification.kind == "profile" ? std::string_view(qualification.title) : std::string_view();
        const QualificationRule& rule = qualification.rule;
        collect(rule.required, profile, outcomes);
        for (const ElectiveGroup& group : rule.elective) {
            lose("elective-rule", "how many elective units are needed; their outcomes are listed like those of required units", id_of(m_standard, qualification));
            collect(group.units, profile, outcomes);
        }
        if (rule.required.empty() && rule.elective.empty()) {
            for (std::size_t i = 0; i < m_standard.units.size(); ++i) collect(i, profile, outcomes);
        }
        std::ranges::sort(outcomes);
        outcomes.erase(std::ranges::unique(outcomes).begin(), outcomes.end());
        return outcomes;
    }

    void add_level(LoqSpecification& specification, const std::optional<Level>& level, const std::string& id) {
        if (level) specification.level = loq_level_of(*level);
        if (!specification.level) {
            lose("no-level", "a level that is unknown or of no registered framework; without it nothing is a qualification in LOQ, but a learning achievement specification",
                 id);
            return;
        }
        if (level->high > level->low)
            m_losses.add("level-range", LossFate::approximated, "LOQ holds one level: of a range the lower one is written, because every holder has reached it",
                         id + ": " + level->scheme + " " + level->value + " -> EQF " + std::to_string(specification.level->eqf));
        specification.is_qualification = !specification.level->national_uri.empty();
        if (!specification.is_qualification)
            m_losses.add("no-national-level", LossFate::approximated, "a qualification needs a national level; what has an EQF level only is written as a learning achievement specification",
                         id);
    }

    void add_titles(LoqSpecification& specification, const LocalizedText& titles, const std::string& title) const {
        for (const auto& [lang, value] : titles) {
            const LoqText given = text(lang, value);
            if (given.text.empty()) continue;
            const bool known = std::ranges::any_of(specification.titles, [&](const LoqText& other) { return other.lang == given.lang; });
            if (!known) specification.titles.push_back(given);
        }
        if (specification.titles.empty()) specification.titles.push_back({m_main_language, clean_text(title)});
    }

    void add_description(LoqSpecification& specification, std::string_view lang, std::string_view value) const {
        const LoqText given = text(lang, value);
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
        const bool repeated = std::ranges::any_of(m_plan.specifications, [&](const LoqSpecification& known) { return known.uri == specification.uri; });
        specification.outcomes = outcomes_of(qualification);
        if (repeated || specification.outcomes.empty()) {
            lose("no-outcomes", repeated ? "a qualification of a title that another one has already" : "a qualification without learning outcomes", id);
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
        for (std::size_t i = 0; i < m_standard.units.size(); ++i) collect(i, {}, specification.outcomes);
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
            for (const auto& [outcome, statement] : m_unit_outcomes[i]) specification.outcomes.push_back(outcome);
            specification.uri = uri_of(m_options, id);
            if (specification.outcomes.empty() || !written.emplace(unit.code, specification.uri).second) {
                lose("units-without-outcomes", "headings, tasks and other units without learning outcomes of their own", id);
                continue;
            }
            specification.titles.push_back(text(unit.lang, unit.title.empty() ? unit.code : unit.title));
            for (const Statement& statement : unit.statements) {
                if (statement.kind == StatementKind::description) add_description(specification, statement.lang, statement.text);
            }
            specification.identifiers.push_back({clean_text(id), "kwalign"});
            for (std::size_t q = 0; q < awarded; ++q) {
                const std::vector<std::size_t>& all = m_plan.specifications[q].outcomes;
                const bool inside = std::ranges::any_of(specification.outcomes, [&](std::size_t o) { return std::ranges::binary_search(all, o); });
                if (inside) specification.wholes.push_back(m_plan.specifications[q].uri);
            }
            if (const auto parent = written.find(unit.parent); parent != written.end() && unit.parent != unit.code) specification.wholes.push_back(parent->second);
            m_plan.specifications.push_back(std::move(specification));
        }
    }

    /// What only some standards have a place for.
    void report_unplaced() {
        if (!m_plan.issuer && (!m_plan.valid_from.empty() || !m_plan.valid_until.empty()))
            lose("validity", "from when until when it is awarded stands with the awarding body, which is not known", m_standard.id);
        if (m_has_whole) return;
        for (const auto& [scheme, value] : m_standard.identifiers) lose("identifiers", "an identifier of several qualifications together", m_standard.id + ": " + value);
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
    std::unordered_map<std::string_view, std::size_t> m_units;                             ///< position by code
    std::vector<std::vector<std::pair<std::size_t, const Statement*>>> m_unit_outcomes;    ///< by position of the unit
    std::vector<const Qualification*> m_listed;                                            ///< those in the plan, in its order
};

}  // namespace

LoqPlan plan_loq(const Standard& standard, const ExportOptions& options, LossReport& losses) { return Planner(standard, options, losses).make(); }

void check_loq(const ExportSource& source, const ExportOptions&) {
    std::string unknown;
    std::size_t count = 0;
    source.for_each_standard([&](const Standard& standard) {
        if (isced_field_of(standard)) return;
        ++count;
        unknown += (unknown.empty() ? "" : ", ") + standard.id;
    });
    if (count > 0)
        throw Error(ErrorCode::unsupported, unknown, "LOQ demands an ISCED-F field, and nothing in " + std::string(count == 1 ? "this standard" : "these standards") + " says which it is",
                    "state an ISCED-F or ISCO-08 code among the classifications, or leave the standard out");
}

}  // namespace kwalign::model
