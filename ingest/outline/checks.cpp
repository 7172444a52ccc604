#include "ingest/outline/checks.hpp"

#include "ingest/outline/accounting.hpp"
#include "ingest/outline/identity_checks.hpp"
#include "ingest/outline/numbering_checks.hpp"
#include "ingest/outline/statement_checks.hpp"
#include "ingest/outline/title_checks.hpp"
#include "ingest/outline/wording.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace kwalign::ingest {

namespace {

using model::Severity;

std::optional<model::SourceSpan> place_of(const model::Unit& unit) {
    return unit.spans.empty() ? std::nullopt : std::optional(unit.spans.front());
}

/// Names of fields as people say them.
std::string in_words(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> words = {
        {{"valid_from", "day from which it is valid"},
         {"valid_until", "day until which it is valid"},
         {"decided", "day of its decision"},
         {"register_id", "register number"},
         {"crebo", "crebo number"},
         {"isco", "occupation code (ISCO)"},
         {"approved_by", "body that approved it"},
         {"certificate_code", "code of the certificate"}}};
    for (const auto& [field, text] : words) {
        if (field == name) return std::string(text);
    }
    return std::string(name);
}

class Checker {
public:
    Checker(const LayoutDocument& document, const Outline& outline, const Template& form, const LanguageModel& languages,
            model::Standard& standard, model::Findings& findings)
        : m_document(document), m_outline(outline), m_form(form), m_languages(languages), m_standard(standard), m_findings(findings) {}

    void run() {
        check_identity(m_outline, m_form, m_standard, m_findings);
        check_fields();
        check_levels();
        check_titles(m_outline, m_form, m_standard, m_findings);
        check_numbering(m_outline, m_findings);
        check_references();
        check_empty();
        check_statements(m_languages, m_standard, m_findings);
        check_languages(m_standard, m_findings);
        account_for_text(m_document, m_outline, m_standard, m_findings);
    }

private:
    [[nodiscard]] bool present(std::string_view name) const {
        if (name == "title") return !m_standard.title.empty();
        if (name == "version") return !m_standard.version.empty();
        if (name == "decided") return !m_standard.decided.empty();
        if (name == "valid_from") return !m_standard.valid_from.empty();
        if (name == "valid_until") return !m_standard.valid_until.empty();
        if (name == "approved_by") return !m_standard.approved_by.empty();
        if (name == "level") return m_standard.level.has_value();
        if (name == "isco") return !m_standard.classifications.empty();
        if (name == "persons") return !m_standard.persons.empty();
        return m_standard.identifiers.contains(std::string(name)) || m_standard.fields.contains(std::string(name));
    }

    void check_fields() {
        for (const std::string& name : m_form.required_fields) {
            if (!present(name)) m_findings.add("missing-field", Severity::note, "The document states no " + in_words(name) + ".");
        }
    }

    void check_levels() {
        if (!m_standard.level) return;
        const model::Level& level = *m_standard.level;
        if (level.low != level.high)
            m_findings.add("level-range", Severity::note, "The level is a range: " + level.scheme + " " + level.value + ".");
        for (const model::Unit& unit : m_standard.units) {
            if (!unit.level || unit.level->scheme != level.scheme) continue;
            if (unit.level->low >= level.low && unit.level->high <= level.high) continue;
            m_findings.add(
                "level-differs", Severity::warning,
                unit.code + " " + unit.title + " is of level " + unit.level->value + ", the standard of level " + level.value + ".",
                place_of(unit));
        }
    }

    /// A competence without text cannot be compared, and a heading without text may have lost it.
    void check_empty() {
        for (const model::Unit& unit : m_standard.units) {
            if (unit.role != model::UnitRole::competence && unit.role != model::UnitRole::bundle) continue;
            if (unit.statements.empty() && !has_children(unit))
                m_findings.add("empty-unit", Severity::warning, unit.code + " " + unit.title + " has no text.", place_of(unit));
        }
        for (std::size_t i = 1; i < m_outline.nodes.size(); ++i) {
            const OutlineNode& node = m_outline.nodes[i];
            const HeadingRule& rule = m_form.headings[node.rule];
            const bool takes_text = rule.content == Content::prose || rule.content == Content::items || rule.content == Content::rows;
            if (rule.makes != Makes::section || !takes_text || !node.entries.empty() || node.pieces.empty() || rule.takes_title ||
                has_child(i))
                continue;
            const std::size_t next = node.pieces.back() + 1;
            if (next < m_outline.pieces.size() && reading_of(m_outline.pieces[next].rule) == Reading::boilerplate) continue;
            m_findings.add("empty-section", Severity::note, "Nothing stands under the heading '" + node.title + "'.",
                           m_outline.pieces[node.pieces.front()].span);
        }
    }

    [[nodiscard]] bool has_children(const model::Unit& unit) const {
        return std::any_of(m_standard.units.begin(), m_standard.units.end(),
                           [&](const model::Unit& other) { return other.parent == unit.code; });
    }

    [[nodiscard]] bool has_child(std::size_t node) const {
        return std::any_of(m_outline.nodes.begin(), m_outline.nodes.end(), [&](const OutlineNode& other) { return other.parent == node; });
    }

    /// Rows that speak of statements which are not there, and statements that the table leaves out.
    void check_references() {
        if (!m_form.collectors.reference_row) return;
        std::set<std::string> rows;
        std::set<std::string> codes;
        for (const model::Unit& unit : m_standard.units) {
            for (const model::Statement& statement : unit.statements) {
                if (statement.kind != model::StatementKind::description) codes.insert(statement.code);
            }
        }
        for (std::size_t i = 1; i < m_outline.nodes.size(); ++i) {
            const std::vector<std::string>& collect = m_form.headings[m_outline.nodes[i].rule].collect;
            if (std::find(collect.begin(), collect.end(), "references") == collect.end()) continue;
            for (const Entry& entry : m_outline.nodes[i].entries) check_reference_row(entry, codes, rows);
        }
        if (rows.empty()) return;
        for (const std::string& code : codes) {
            if (!rows.contains(code)) m_findings.add("unreferenced-statement", Severity::note, "The table has no row for " + code + ".");
        }
    }

    void check_reference_row(const Entry& entry, const std::set<std::string>& codes, std::set<std::string>& rows) {
        const std::string text = join_pieces(m_outline, entry.pieces);
        const auto match = m_form.collectors.reference_row->find(text);
        if (!match) return;
        const std::string code(match->group("code"));
        rows.insert(code);
        if (codes.contains(code)) return;
        m_findings.add("dangling-reference", Severity::warning, "A table row speaks of " + code + ", which the document does not have.",
                       m_outline.pieces[entry.pieces.front()].span);
    }

    const LayoutDocument& m_document;
    const Outline& m_outline;
    const Template& m_form;
    const LanguageModel& m_languages;
    model::Standard& m_standard;
    model::Findings& m_findings;
};

}  // namespace

void check_standard(const LayoutDocument& document, const Outline& outline, const Template& form, const LanguageModel& languages,
                    model::Standard& standard, model::Findings& findings) {
    Checker(document, outline, form, languages, standard, findings).run();
}

}  // namespace kwalign::ingest
