#include "model/exchange/standard_losses.hpp"

#include "model/exchange/identifiers.hpp"

#include <string>
#include <string_view>

namespace kwalign::model {

namespace {

/// Counts what is there and has no place.
class Lost {
public:
    Lost(const Standard& standard, LossReport& losses) : m_standard(standard), m_losses(losses) {}

    void of_standard(bool present, std::string_view code, std::string_view what) { add(present, code, what, m_standard.id); }
    template <typename Part>
    void of_part(const Part& part, bool present, std::string_view code, std::string_view what) {
        if (present) add(true, code, what, id_of(m_standard, part));
    }

    /// What no format but kwalign's own says.
    void common() {
        of_standard(!m_standard.derivations.empty(), "derivations", "what the standard was taken from");
        of_standard(!m_standard.persons.empty(), "persons", "named persons are left out");
        of_standard(!m_standard.source.sha256.empty(), "source", "the document that the standard was read from");
        of_standard(!m_standard.findings.empty(), "findings", "what was noticed while reading");
        for (const Unit& unit : m_standard.units) {
            of_part(unit, unit.level.has_value(), "unit-level", "levels of single units");
            of_part(unit, !unit.ecf.empty(), "e-cf", "e-CF codes of units");
            of_part(unit, !unit.requirement.empty(), "requirement", "whether a unit is mandatory or elective");
            of_part(unit, !unit.derived_from.empty(), "unit-origin", "the unit that a unit was taken from");
            of_part(unit, !unit.spans.empty(), "spans", "pages and places");
            for (const Statement& statement : unit.statements) {
                of_part(statement, !statement.section.empty() || !statement.group.empty(), "headings",
                        "the headings that a statement stands under");
                of_part(statement, statement.raw != statement.text || !statement.repairs.empty(), "raw-text",
                        "text as extracted and its repairs");
                of_part(statement, !statement.spans.empty(), "spans", "pages and places");
            }
        }
    }

private:
    void add(bool present, std::string_view code, std::string_view what, std::string_view place) {
        if (present) m_losses.add(code, LossFate::left_out, what, place);
    }

    const Standard& m_standard;
    LossReport& m_losses;
};

}  // namespace

void report_label_losses(const Standard& standard, LossReport& losses) {
    Lost lost(standard, losses);
    lost.common();
    lost.of_standard(standard.level.has_value() || standard.eqf_low > 0, "level", "the level of the standard");
    lost.of_standard(!standard.classifications.empty() || !standard.references.empty() || !standard.ecf.empty(), "references",
                     "the classifications and standards that it refers to");
    lost.of_standard(!standard.sections.empty(), "sections", "prose about the standard");
    lost.of_standard(!standard.fields.empty() || !standard.approved_by.empty() || !standard.decision_number.empty(), "fields",
                     "further printed fields");
    for (const Qualification& qualification : standard.qualifications)
        lost.of_part(qualification, true, "qualifications", "what is awarded and which units it needs");
    for (const Unit& unit : standard.units) {
        lost.of_part(unit, !unit.applies_to.empty(), "profiles", "the profiles that a unit or statement holds for");
        for (const Statement& statement : unit.statements)
            lost.of_part(statement, !statement.applies_to.empty(), "profiles", "the profiles that a unit or statement holds for");
    }
}

void report_loq_losses(const Standard& standard, LossReport& losses) {
    Lost lost(standard, losses);
    lost.common();
    lost.of_standard(!standard.version.empty(), "version", "the version of the standard");
    lost.of_standard(!standard.decided.empty() || !standard.decision_number.empty() || !standard.approved_by.empty(), "decision",
                     "who decided the standard, and when");
    lost.of_standard(!standard.references.empty() || !standard.ecf.empty(), "references", "the standards and codes that it refers to");
    lost.of_standard(!standard.fields.empty(), "fields", "further printed fields");
    for (const Section& section : standard.sections)
        lost.of_standard(section.name != "description_of_work", "sections", "prose about the standard other than the description of work");
}

}  // namespace kwalign::model
