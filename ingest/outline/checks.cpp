#include "ingest/outline/checks.hpp"

#include "ingest/outline/numbering_checks.hpp"
#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/title_checks.hpp"
#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kwalign::ingest {

namespace {

using model::Severity;

constexpr std::size_t most_compared = 300;   // statements of one unit that are compared with each other
constexpr std::size_t least_words = 5;        // of statements that may be near duplicates
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
        check_titles(m_outline, m_form, m_standard, m_findings);
        check_numbering(m_outline, m_findings);
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

    void check_statements() {
        for (const model::Unit& unit : m_standard.units) {
            if (unit.statements.size() > most_compared) continue;
            for (std::size_t i = 0; i < unit.statements.size(); ++i) {
                for (std::size_t k = 0; k < i; ++k) compare(unit, unit.statements[k], unit.statements[i]);
            }
        }
    }

    /// Equal texts, and texts of which one has a single word more.
    void compare(const model::Unit& unit, const model::Statement& first, const model::Statement& second) {
        if (first.kind != second.kind || first.applies_to != second.applies_to) return;
        const auto place = second.spans.empty() ? std::nullopt : std::optional(second.spans.front());
        const std::vector<std::string> a = folded_words(first.text);
        const std::vector<std::string> b = folded_words(second.text);
        if (a == b) {
            m_findings.add("duplicate-statement", Severity::warning, "In " + unit.code + " the same text stands twice (" + first.code + " and " + second.code + ").", place);
        } else if (a.size() >= least_words && b.size() >= least_words && differ_by_one(a, b)) {
            m_findings.add("near-duplicate-statement", Severity::note, "In " + unit.code + " the texts of " + first.code + " and " + second.code + " differ by one word.", place);
        }
    }

    [[nodiscard]] static std::vector<std::string> folded_words(std::string_view text) {
        const std::string folded = model::fold_case(text);
        std::vector<std::string> result;
        for (const model::Word& word : model::words(folded)) result.push_back(folded.substr(word.first, word.last - word.first));
        return result;
    }

    /// One list is the other with one word put in.
    [[nodiscard]] static bool differ_by_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
        const std::vector<std::string>& longer = a.size() > b.size() ? a : b;
        const std::vector<std::string>& shorter = a.size() > b.size() ? b : a;
        if (longer.size() != shorter.size() + 1) return false;
        const auto [in_long, in_short] = std::mismatch(longer.begin(), longer.end(), shorter.begin(), shorter.end());
        return std::equal(in_long + 1, longer.end(), in_short, shorter.end());
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
                m_findings.add("left-over-text", Severity::note, "No rule of the template reads '" + shortened(piece.text) + "'.", piece.span);
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
