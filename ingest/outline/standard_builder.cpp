#include "ingest/outline/standard_builder.hpp"

#include "ingest/outline/checks.hpp"
#include "ingest/outline/fields.hpp"
#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/qualifications.hpp"
#include "ingest/outline/tables.hpp"
#include "ingest/outline/text_languages.hpp"
#include "ingest/outline/wording.hpp"
#include "model/identity.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace kwalign::ingest {

namespace {

std::string without_colon(std::string_view title) {
    std::string_view kept = trimmed(title);
    while (kept.ends_with(':') || kept.ends_with(' ')) kept.remove_suffix(1);
    return std::string(kept);
}

std::string snake(std::string_view title) {
    std::string name = model::slug(title);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

class Builder {
public:
    Builder(const LayoutDocument& document, const Outline& outline, const Template& form, const LanguageModel& languages,
            const model::Limits& limits)
        : m_document(document), m_outline(outline), m_form(form), m_languages(languages), m_findings(limits.max_findings) {}

    model::Standard run() {
        m_standard.framework = m_form.framework;
        m_standard.kind = m_form.kind;
        m_standard.issuer = m_form.issuer;
        m_standard.title = m_outline.title;
        for (const model::Finding& finding : m_outline.findings) m_findings.add(finding);
        for (std::size_t i = 1; i < m_outline.nodes.size(); ++i) read_node(i);
        read_fields(m_document, m_outline, m_form, m_standard, m_findings);
        read_levels();
        name_profiles();
        tell_languages(m_form, m_languages, m_standard);
        mend_texts(m_outline, m_languages, m_standard);
        read_code_table(m_outline, m_form, m_standard);
        read_derivations(m_outline, m_form, m_standard, m_findings);
        read_references(m_form, m_standard);
        read_qualifications(m_outline, m_form, m_standard, m_findings);
        derive_eqf();
        name_languages(m_standard);
        if (m_printed_again > 0)
            m_findings.add("repeated-text", model::Severity::note,
                           std::to_string(m_printed_again) + " statements are printed once more and were left out.");
        model::assign_identities(m_standard);
        check_standard(m_document, m_outline, m_form, m_languages, m_standard, m_findings);
        m_standard.findings = m_findings.list();
        return std::move(m_standard);
    }

private:
    [[nodiscard]] const HeadingRule& rule_of(std::size_t node) const { return m_form.headings[m_outline.nodes[node].rule]; }
    [[nodiscard]] static bool collects(const HeadingRule& rule, std::string_view name) {
        return std::find(rule.collect.begin(), rule.collect.end(), name) != rule.collect.end();
    }

    [[nodiscard]] std::optional<std::size_t> unit_above(std::size_t node) const {
        for (std::optional<std::size_t> at = node; at && *at != 0; at = m_outline.nodes[*at].parent) {
            const auto found = m_unit_of.find(*at);
            if (found != m_unit_of.end()) return found->second;
        }
        return std::nullopt;
    }

    void read_node(std::size_t index) {
        const OutlineNode& node = m_outline.nodes[index];
        const HeadingRule& rule = rule_of(index);
        if (rule.makes == Makes::unit) add_unit(index);
        if (rule.content != Content::prose && rule.content != Content::items && rule.content != Content::rows) return;
        if (node.entries.empty() || collects(rule, "overview")) return;
        const std::optional<std::size_t> unit = unit_above(index);
        if (unit && !rule.about_standard && rule.makes != Makes::area)
            add_statements(index, m_standard.units[*unit]);
        else if (rule.makes == Makes::section || rule.makes == Makes::area || rule.about_standard)
            add_section(index);
    }

    void add_unit(std::size_t index) {
        const OutlineNode& node = m_outline.nodes[index];
        const HeadingRule& rule = rule_of(index);
        model::Unit unit;
        unit.code = node.code;
        if (node.code_printed != node.code) unit.code_printed = node.code_printed;
        unit.title = model::collapse_spaces(node.title);
        unit.kind = rule.kind;
        unit.role = rule.role;
        unit.level = node.level;
        if (rule.printed_level && !unit.level) unit.level = cut_level(m_form, unit.title);
        if (rule.printed_codes) unit.ecf = cut_code_list(m_form, unit.title);
        if (!unit.ecf.empty()) unit.ecf_source = "printed";
        if (unit.title != node.title) unit.title_printed = node.title;
        unit.requirement =
            rule.role == model::UnitRole::competence || rule.role == model::UnitRole::task ? node.requirement : std::string{};
        unit.parent = parent_code(index, unit.code);
        for (const std::size_t piece : node.pieces) model::append_span(unit.spans, m_outline.pieces[piece].span);
        m_standard.units.push_back(std::move(unit));
        m_unit_of[index] = m_standard.units.size() - 1;
    }

    /// The nearest earlier unit whose code this one continues ("C1" of "C1-K1"), else the unit it stands in.
    [[nodiscard]] std::string parent_code(std::size_t index, const std::string& code) const {
        std::string best;
        for (const model::Unit& unit : m_standard.units) {
            const bool continues = code.size() > unit.code.size() && code.starts_with(unit.code) &&
                                   (code[unit.code.size()] == '.' || code[unit.code.size()] == '-');
            if (continues && unit.code.size() > best.size()) best = unit.code;
        }
        if (!best.empty()) return best;
        const auto above = m_outline.nodes[index].parent ? unit_above(*m_outline.nodes[index].parent) : std::nullopt;
        if (!above) return {};
        // "B.2" stands in no part A: the heading of its own part was lost.
        const std::string& part = m_standard.units[*above].code;
        const bool other_part =
            part.size() == 1 && code.size() > 1 && code[1] == '.' && code[0] != part[0] && code[0] >= 'A' && code[0] <= 'Z';
        return other_part ? std::string{} : part;
    }

    [[nodiscard]] model::Statement statement_of(const OutlineNode& node, const HeadingRule& rule, const Entry& entry) const {
        model::Statement statement;
        statement.number = entry.number;
        statement.group = entry.group;
        statement.applies_to = entry.applies_to;
        statement.section =
            rule.statement_section.empty() && rule.makes != Makes::unit ? without_colon(node.title) : rule.statement_section;
        statement.text = join_pieces(m_outline, entry.pieces, &statement.repairs);
        for (const std::size_t piece : entry.pieces) {
            statement.raw += (statement.raw.empty() ? "" : "\n") + m_outline.pieces[piece].raw;
            model::append_span(statement.spans, m_outline.pieces[piece].span);
        }
        statement.kind = rule.statement_kind;
        for (const KindByWording& kind : rule.kinds) {
            if (!kind.match.matches(statement.text)) continue;
            statement.kind = kind.kind;
            break;
        }
        return statement;
    }

    void add_statements(std::size_t index, model::Unit& unit) {
        const OutlineNode& node = m_outline.nodes[index];
        const HeadingRule& rule = rule_of(index);
        std::string prefix = unit.code;
        if (m_form.statement_code_number) {
            if (const auto match = m_form.statement_code_number->find(unit.code)) prefix = std::string(match->group("number"));
        }
        const bool again = !m_read.insert({unit.code, node.rule}).second;
        for (const Entry& entry : node.entries) {
            model::Statement statement = statement_of(node, rule, entry);
            if (again && is_printed(unit, statement)) {
                ++m_printed_again;
                continue;
            }
            std::size_t& ordinal = m_ordinals[unit.code + "\n" + rule.letter];
            ++ordinal;
            if (statement.number.empty() || !rule.letter.empty() || prefix != unit.code)
                statement.code = prefix + "." + rule.letter + (statement.number.empty() ? std::to_string(ordinal) : statement.number);
            unit.statements.push_back(std::move(statement));
        }
    }

    /// A document that holds the same pages twice says nothing new the second time.
    [[nodiscard]] static bool is_printed(const model::Unit& unit, const model::Statement& statement) {
        return std::any_of(unit.statements.begin(), unit.statements.end(),
                           [&](const model::Statement& other) { return other.kind == statement.kind && other.text == statement.text; });
    }

    void add_section(std::size_t index) {
        const OutlineNode& node = m_outline.nodes[index];
        const HeadingRule& rule = rule_of(index);
        if (const bool again = !m_read.insert({node_text(m_outline, node), node.rule}).second; again) {
            m_printed_again += node.entries.size();
            return;
        }
        model::Section section;
        section.title = without_colon(node.title);
        section.name = rule.section.empty() ? snake(section.title) : rule.section;
        if (section.name.empty()) section.name = snake(rule.name);
        std::vector<std::string> applies_to;
        if (const auto unit = unit_above(index); unit && m_standard.units[*unit].kind == "profile")
            applies_to = {m_standard.units[*unit].title};
        for (const Entry& entry : node.entries) {
            section.statements.push_back(statement_of(node, rule, entry));
            if (section.statements.back().applies_to.empty()) section.statements.back().applies_to = applies_to;
        }
        m_standard.sections.push_back(std::move(section));
    }

    /// "A and B" in a marker means the profiles A and B, where the document has such profiles.
    void name_profiles() {
        std::vector<std::string> profiles;
        for (const model::Unit& unit : m_standard.units) {
            if (unit.kind == "profile") profiles.push_back(unit.title);
        }
        if (profiles.empty()) return;
        for (model::Unit& unit : m_standard.units) {
            for (model::Statement& statement : unit.statements) {
                std::vector<std::string> named = profiles_named(statement.applies_to, profiles);
                if (!named.empty()) statement.applies_to = std::move(named);
            }
        }
    }

    /// "P2" in a marker means the profile with that code.
    [[nodiscard]] std::string with_titles(std::string_view marker) const {
        std::string result;
        for (std::size_t from = 0; from < marker.size();) {
            const std::size_t end = std::min(marker.find_first_of(" ,", from), marker.size());
            const std::string word(marker.substr(from, end - from));
            const model::Unit* unit = m_standard.find_unit(word);
            result += unit != nullptr && unit->kind == "profile" ? unit->title : word;
            if (end < marker.size()) result += marker[end];
            from = end + 1;
        }
        return result;
    }

    /// The profiles whose titles the markers hold, in the document's order. The title of one may end in the title of another
    /// ("Eerste fietsmonteur", "Fietsmonteur"), so long titles are looked for first and taken out.
    [[nodiscard]] std::vector<std::string> profiles_named(const std::vector<std::string>& markers,
                                                          const std::vector<std::string>& profiles) {
        std::vector<std::string> longest = profiles;
        std::stable_sort(longest.begin(), longest.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
        std::set<std::string> found;
        for (const std::string& printed : markers) {
            std::string folded = model::fold_case(with_titles(printed));
            for (const std::string& profile : longest) {
                const std::string wanted = model::fold_case(profile);
                const std::size_t at = wanted.empty() ? std::string::npos : folded.find(wanted);
                if (at == std::string::npos) continue;
                folded.erase(at, wanted.size());
                found.insert(profile);
            }
        }
        std::vector<std::string> named;
        std::copy_if(profiles.begin(), profiles.end(), std::back_inserter(named),
                     [&](const std::string& profile) { return found.contains(profile); });
        return named;
    }

    void read_levels() {
        if (!m_standard.level) m_standard.level = find_level(m_form, m_standard.title);
        if (m_standard.level && m_standard.level->scheme == "EQF" && m_standard.eqf_low == 0) {
            m_standard.eqf_low = m_standard.level->low;
            m_standard.eqf_high = m_standard.level->high;
        }
    }

    /// Where the family ties national levels to EQF levels, the one follows from the other.
    void derive_eqf() {
        if (!m_standard.level || m_standard.eqf_low != 0) return;
        const auto low = m_form.eqf_of_level.find(m_standard.level->low);
        const auto high = m_form.eqf_of_level.find(m_standard.level->high);
        if (low == m_form.eqf_of_level.end() || high == m_form.eqf_of_level.end()) return;
        m_standard.eqf_low = low->second;
        m_standard.eqf_high = high->second;
    }

    const LayoutDocument& m_document;
    const Outline& m_outline;
    const Template& m_form;
    const LanguageModel& m_languages;
    model::Findings m_findings;
    model::Standard m_standard;
    std::map<std::size_t, std::size_t> m_unit_of;  ///< node -> unit
    std::map<std::string, std::size_t> m_ordinals;
    std::set<std::pair<std::string, std::size_t>> m_read;  ///< unit or text, and the rule under which it was read
    std::size_t m_printed_again = 0;
};

}  // namespace

model::Standard build_standard(const LayoutDocument& document, const Outline& outline, const Template& form, const LanguageModel& languages,
                               const model::Limits& limits) {
    return Builder(document, outline, form, languages, limits).run();
}

}  // namespace kwalign::ingest
