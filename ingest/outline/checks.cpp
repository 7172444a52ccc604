#include "ingest/outline/checks.hpp"

#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kwalign::ingest {

namespace {

using model::Severity;

constexpr std::size_t left_over_shown = 50;  // one finding a line up to here, then one for the rest

std::optional<model::SourceSpan> place_of(const model::Unit& unit) {
    return unit.spans.empty() ? std::nullopt : std::optional(unit.spans.front());
}

std::size_t count_signs(std::string_view text) {
    std::string kept(text);
    std::erase_if(kept, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    return model::count_code_points(kept);
}

class Checker {
public:
    Checker(const LayoutDocument& document, const Outline& outline, const Template& form, model::Standard& standard, model::Findings& findings)
        : m_document(document), m_outline(outline), m_form(form), m_standard(standard), m_findings(findings) {}

    void run() {
        check_fields();
        check_levels();
        check_titles();
        check_references();
        check_statements();
        check_languages();
        account_for_text();
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
            if (!present(name)) m_findings.add("missing-field", Severity::note, "The document states no " + name + ".");
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
            m_findings.add("level-differs", Severity::warning,
                           unit.code + " " + unit.title + " is of level " + unit.level->value + ", the standard of level " + level.value + ".", place_of(unit));
        }
    }

    /// The same unit under two titles: in the overview and the body, or as task and as competence with the same codes.
    void check_titles() {
        std::set<std::string> told;
        for (const OverviewEntry& entry : m_outline.overview) {
            const model::Unit* unit = m_standard.find_unit(entry.code);
            if (unit == nullptr) {
                m_findings.add("missing-unit", Severity::warning, "The overview names " + entry.code + " " + entry.title + ", which the body does not have.",
                               m_outline.pieces[entry.piece].span);
            } else if (title_likeness(unit->title, entry.title) < 0.98) {
                m_findings.add("title-mismatch", Severity::note, entry.code + " is '" + entry.title + "' in the overview and '" + unit->title + "' in the body.",
                               m_outline.pieces[entry.piece].span);
            }
        }
        for (const model::Unit& task : m_standard.units) {
            if (task.role != model::UnitRole::task || task.ecf.empty()) continue;
            for (const model::Unit& unit : m_standard.units) {
                if (unit.role != model::UnitRole::competence || unit.ecf != task.ecf || last_number(unit.code) != last_number(task.code)) continue;
                if (model::fold_case(unit.title) == model::fold_case(task.title)) continue;
                m_findings.add("title-mismatch", Severity::note,
                               "Task " + task.code + " '" + task.title + "' and competence " + unit.code + " '" + unit.title + "' have the same codes.", place_of(unit));
            }
        }
    }

    [[nodiscard]] static std::string last_number(std::string_view code) {
        const std::size_t at = code.find_last_of(".-");
        return std::string(at == std::string_view::npos ? code : code.substr(at + 1));
    }

    void check_references() {
        if (!m_form.collectors.reference_row) return;
        std::set<std::string> codes;
        for (const model::Unit& unit : m_standard.units)
            for (const model::Statement& statement : unit.statements) codes.insert(statement.code);
        for (const OutlineNode& node : m_outline.nodes) {
            if (&node == &m_outline.nodes.front()) continue;
            const std::vector<std::string>& collect = m_form.headings[node.rule].collect;
            if (std::find(collect.begin(), collect.end(), "references") == collect.end()) continue;
            for (const Entry& entry : node.entries) check_reference_row(entry, codes);
        }
    }

    void check_reference_row(const Entry& entry, const std::set<std::string>& codes) {
        const std::string text = join_pieces(m_outline, entry.pieces);
        const auto match = m_form.collectors.reference_row->find(text);
        if (!match) return;
        const std::string code(match->group("code"));
        if (codes.contains(code)) return;
        m_findings.add("dangling-reference", Severity::warning, "A table row speaks of " + code + ", which the document does not have.",
                       m_outline.pieces[entry.pieces.front()].span);
    }

    void check_statements() {
        for (const model::Unit& unit : m_standard.units) {
            std::map<std::string, const model::Statement*> seen;
            for (const model::Statement& statement : unit.statements) {
                const auto [known, fresh] = seen.emplace(model::fold_case(statement.text), &statement);
                if (fresh) continue;
                m_findings.add("duplicate-statement", Severity::warning,
                               "In " + unit.code + " the same text stands twice (" + known->second->code + " and " + statement.code + ").",
                               statement.spans.empty() ? std::nullopt : std::optional(statement.spans.front()));
            }
        }
    }

    void check_languages() {
        if (m_standard.languages.size() < 2) return;
        const std::string main = m_standard.titles.empty() ? m_standard.languages.front() : title_language(m_standard);
        for (const model::Unit& unit : m_standard.units) {
            const std::string lang = most_frequent(unit.statements);
            if (!lang.empty() && lang != unit.lang)
                m_findings.add("language-switch", Severity::note,
                               unit.code + " has a title in " + unit.lang + " and statements in " + lang + ".", place_of(unit));
        }
        for (const model::Section& section : m_standard.sections) {
            const std::string lang = most_frequent(section.statements);
            if (!lang.empty() && lang != main)
                m_findings.add("language-switch", Severity::note, "The section '" + section.title + "' is in " + lang + ", the document's title in " + main + ".");
        }
    }

    [[nodiscard]] static std::string most_frequent(const std::vector<model::Statement>& statements) {
        std::map<std::string, std::size_t> counts;
        for (const model::Statement& statement : statements) ++counts[statement.lang];
        std::string best;
        std::size_t most = 0;
        for (const auto& [lang, count] : counts) {
            if (count > most) {
                most = count;
                best = lang;
            }
        }
        return best;
    }

    /// Every character is consumed, page furniture, or reported here.
    void account_for_text() {
        std::size_t all = 0;
        std::size_t left = 0;
        std::size_t shown = 0;
        std::size_t hidden = 0;
        for (const Line& line : m_document.lines) all += count_signs(line.text);
        for (const Piece& piece : m_outline.pieces) {
            if (!piece.rule.empty()) continue;
            left += count_signs(piece.text);
            if (shown++ < left_over_shown)
                m_findings.add("left-over-text", Severity::note, "No rule of the template reads '" + piece.text + "'.", piece.span);
            else
                ++hidden;
        }
        if (hidden > 0) m_findings.add("left-over-text", Severity::note, std::to_string(hidden) + " further lines are read by no rule.");
        m_standard.source.text_accounted = all == 0 ? 1.0 : 1.0 - static_cast<double>(left) / static_cast<double>(all);
    }

    const LayoutDocument& m_document;
    const Outline& m_outline;
    const Template& m_form;
    model::Standard& m_standard;
    model::Findings& m_findings;
};

}  // namespace

void check_standard(const LayoutDocument& document, const Outline& outline, const Template& form, model::Standard& standard, model::Findings& findings) {
    Checker(document, outline, form, standard, findings).run();
}

}  // namespace kwalign::ingest
