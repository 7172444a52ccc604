#include "ingest/outline/qualifications.hpp"

#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/profiles.hpp"
#include "ingest/outline/qualification_rule.hpp"
#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <iterator>

namespace kwalign::ingest {

namespace {

class QualificationReader {
public:
    QualificationReader(const Outline& outline, const Template& form, model::Standard& standard, model::Findings& findings)
        : m_outline(outline), m_form(form), m_standard(standard), m_findings(findings) {}

    void run() {
        model::Qualification whole = whole_qualification();
        read_partial_rows();
        read_prose(whole.rule);
        match_partials();
        complete(whole.rule);
        mark_units(whole.rule);
        read_other_names();
        const bool has_whole = !whole.kind.empty() && !whole.rule.required.empty();
        if (has_whole || !whole.rule.elective.empty()) m_standard.qualifications.push_back(std::move(whole));
        std::move(m_partials.begin(), m_partials.end(), std::back_inserter(m_standard.qualifications));
        read_profiles(m_outline, m_form, m_standard);
    }

private:
    [[nodiscard]] bool collects(const OutlineNode& node, std::string_view name) const {
        const std::vector<std::string>& collect = m_form.headings[node.rule].collect;
        return std::find(collect.begin(), collect.end(), name) != collect.end();
    }

    [[nodiscard]] model::Qualification whole_qualification() const {
        model::Qualification whole;
        whole.kind = m_form.document_qualification;
        // A family that awards profiles awards the document itself where it has none.
        const auto is_profile = [](const auto& entry) { return entry.kind == "profile"; };
        const bool may_have_profiles = std::any_of(m_form.headings.begin(), m_form.headings.end(), is_profile);
        if (may_have_profiles && std::none_of(m_standard.units.begin(), m_standard.units.end(), is_profile)) whole.kind = "whole";
        whole.title = m_standard.title;
        if (m_form.title_cut) whole.title = m_form.title_cut->replace_all(whole.title, "");
        whole.level = m_standard.level;
        for (const auto& [lang, title] : m_standard.titles)
            whole.titles[lang] = m_form.title_cut ? m_form.title_cut->replace_all(title, "") : title;
        for (const char* scheme : {"certificate_code", "crebo"}) {
            const auto code = m_standard.identifiers.find(scheme);
            if (code != m_standard.identifiers.end() && whole.code.empty()) whole.code = code->second;
        }
        for (const std::size_t piece : m_outline.title_pieces) model::append_span(whole.spans, m_outline.pieces[piece].span);
        return whole;
    }

    [[nodiscard]] model::Qualification partial(std::string title, std::string_view level) const {
        model::Qualification result;
        result.kind = "partial";
        result.title = std::move(title);
        if (!level.empty()) {
            const int number = level.front() - '0';
            result.level = model::Level{m_form.level_scheme, std::string(level), number, number};
        }
        return result;
    }

    void read_partial_rows() {
        for (std::size_t i = 1; i < m_outline.nodes.size(); ++i) {
            const OutlineNode& node = m_outline.nodes[i];
            if (!collects(node, "partials")) continue;
            for (const Entry& entry : node.entries) {
                const std::string text = join_pieces(m_outline, entry.pieces);
                for (const Pattern& pattern : m_form.collectors.partial_row) {
                    const auto match = pattern.find(text);
                    if (!match) continue;
                    m_partials.push_back(partial(std::string(trimmed(match->group("title"))), match->group("level")));
                    for (const std::size_t piece : entry.pieces) model::append_span(m_partials.back().spans, m_outline.pieces[piece].span);
                    break;
                }
            }
        }
    }

    /// A sentence about one partial qualification opens its rule; everything else is about the whole.
    void read_prose(model::QualificationRule& whole) {
        for (std::size_t i = 1; i < m_outline.nodes.size(); ++i) {
            const OutlineNode& node = m_outline.nodes[i];
            if (!collects(node, "rules")) continue;
            for (const Entry& entry : node.entries) {
                const std::string text = join_pieces(m_outline, entry.pieces);
                const auto stops = [&](const Pattern& pattern) { return pattern.matches(text); };
                if (std::any_of(m_form.rules.stop.begin(), m_form.rules.stop.end(), stops)) break;
                read_rule_text(text, entry, whole);
            }
        }
    }

    /// What the text says before the sentence that names a partial qualification is about the whole.
    void read_rule_text(const std::string& text, const Entry& entry, model::QualificationRule& whole) {
        std::vector<std::pair<std::size_t, PatternMatch>> subjects;
        for (const Pattern& pattern : m_form.rules.partial) {
            for (std::size_t from = 0; from < text.size();) {
                auto match = pattern.find(text, from);
                if (!match || match->last <= from) break;
                from = match->last;
                const std::size_t sentence = text.rfind(". ", match->first);
                subjects.emplace_back(sentence == std::string::npos ? 0 : sentence + 2, std::move(*match));
            }
        }
        std::stable_sort(subjects.begin(), subjects.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        const std::string_view all = text;
        const model::SourceSpan& span = m_outline.pieces[entry.pieces.front()].span;
        read_whole(all.substr(0, subjects.empty() ? text.size() : subjects.front().first), span, whole);
        for (std::size_t i = 0; i < subjects.size(); ++i) {
            const std::size_t end = i + 1 < subjects.size() ? std::max(subjects[i + 1].first, subjects[i].second.last) : text.size();
            read_partial(all.substr(subjects[i].first, end - subjects[i].first), subjects[i].second, entry);
        }
    }

    void read_whole(std::string_view text, const model::SourceSpan& span, model::QualificationRule& whole) {
        const model::QualificationRule rule = read_rule(text, m_form, m_standard.units, m_findings, span);
        for (const std::string& code : rule.required) add_once(whole.required, code);
        for (const model::ElectiveGroup& group : rule.elective) {
            if (std::find(whole.elective.begin(), whole.elective.end(), group) == whole.elective.end()) whole.elective.push_back(group);
        }
    }

    void read_partial(std::string_view text, const PatternMatch& subject, const Entry& entry) {
        model::QualificationRule rule = read_rule(text, m_form, m_standard.units, m_findings, m_outline.pieces[entry.pieces.front()].span);
        if (rule.required.empty() && rule.elective.empty()) return;
        model::Qualification found = partial(std::string(trimmed(subject.group("title"))), subject.group("level"));
        found.rule = std::move(rule);
        for (const std::size_t piece : entry.pieces) model::append_span(found.spans, m_outline.pieces[piece].span);
        m_ruled.push_back(std::move(found));
    }

    /// Rows of the table and sentences of the prose are one thing: by title, else, when their number agrees, by their order.
    void match_partials() {
        const auto same = [](const model::Qualification& a, const model::Qualification& b) {
            return model::fold_case(a.title) == model::fold_case(b.title);
        };
        std::vector<bool> matched(m_partials.size(), false);
        std::vector<const model::Qualification*> left;
        for (const model::Qualification& ruled : m_ruled) {
            const auto row =
                std::find_if(m_partials.begin(), m_partials.end(), [&](const model::Qualification& p) { return same(p, ruled); });
            if (row == m_partials.end()) {
                left.push_back(&ruled);
                continue;
            }
            row->rule = ruled.rule;
            matched[static_cast<std::size_t>(row - m_partials.begin())] = true;
        }
        const std::size_t free = static_cast<std::size_t>(std::count(matched.begin(), matched.end(), false));
        if (left.size() == free) {
            std::size_t next = 0;
            for (std::size_t i = 0; i < m_partials.size(); ++i) {
                if (!matched[i]) take_rule(m_partials[i], *left[next++]);
            }
            return;
        }
        if (!m_partials.empty() && !left.empty())
            m_findings.add("title-mismatch", model::Severity::warning,
                           "The table names " + std::to_string(m_partials.size()) + " partial qualifications, the rules name " +
                               std::to_string(m_ruled.size()) + " others.");
        for (const model::Qualification* ruled : left) m_partials.push_back(*ruled);
    }

    void take_rule(model::Qualification& row, const model::Qualification& ruled) {
        row.rule = ruled.rule;
        const std::string other = other_language();
        row.titles[main_language()] = row.title;
        row.titles[other] = ruled.title;
        for (const model::SourceSpan& span : ruled.spans) model::append_span(row.spans, span);
        m_findings.add("two-names", model::Severity::note,
                       "The partial qualification '" + row.title + "' is called '" + ruled.title +
                           "' where its competences are listed; they were matched by their order.",
                       ruled.spans.empty() ? std::nullopt : std::optional(ruled.spans.front()));
    }

    [[nodiscard]] std::string main_language() const { return title_language(m_standard); }

    /// The template's language that the document's title is not in.
    [[nodiscard]] std::string other_language() const {
        for (const std::string& language : m_form.languages) {
            if (language != main_language()) return language;
        }
        return "und";
    }

    /// Without a printed rule everything that is not marked elective is required.
    void complete(model::QualificationRule& rule) {
        const auto competence = [&](const std::string& code) {
            const model::Unit* unit = m_standard.find_unit(code);
            return unit != nullptr && unit->role == model::UnitRole::competence;
        };
        const bool stated = std::any_of(rule.required.begin(), rule.required.end(), competence);
        std::vector<std::string> marked;
        for (const model::Unit& unit : m_standard.units) {
            if (!is_awarded(unit)) continue;
            if (unit.requirement == "elective") marked.push_back(unit.code);
            if (!stated && unit.requirement != "elective") add_once(rule.required, unit.code);
        }
        if (rule.elective.empty() && !stated && !marked.empty()) {
            rule.elective.push_back({1, marked});
            m_findings.add("rule-assumed", model::Severity::note,
                           "No rule says how many of the elective units are needed; one is assumed.");
        }
        // What may be chosen is not required as well.
        for (const model::ElectiveGroup& group : rule.elective) {
            std::erase_if(rule.required, [&](const std::string& code) {
                return std::find(group.units.begin(), group.units.end(), code) != group.units.end();
            });
        }
        order_by_document(rule.required);
    }

    void order_by_document(std::vector<std::string>& codes) const {
        const auto place = [&](const std::string& code) {
            return std::find_if(m_standard.units.begin(), m_standard.units.end(),
                                [&](const model::Unit& unit) { return unit.code == code; }) -
                   m_standard.units.begin();
        };
        std::stable_sort(codes.begin(), codes.end(), [&](const std::string& a, const std::string& b) { return place(a) < place(b); });
    }

    void mark_units(const model::QualificationRule& rule) {
        for (model::Unit& unit : m_standard.units) {
            if (unit.role != model::UnitRole::competence || !unit.requirement.empty()) continue;
            if (std::find(rule.required.begin(), rule.required.end(), unit.code) != rule.required.end()) unit.requirement = "mandatory";
            for (const model::ElectiveGroup& group : rule.elective) {
                if (std::find(group.units.begin(), group.units.end(), unit.code) != group.units.end()) unit.requirement = "elective";
            }
        }
    }

    /// Prose that names the partial qualifications once more, in their order, under other names.
    void read_other_names() {
        if (!m_form.collectors.partial_item || m_partials.empty()) return;
        for (const model::Section& section : m_standard.sections) {
            for (const model::Statement& statement : section.statements) {
                for (const Pattern& pattern : m_form.collectors.partial_list) {
                    if (const auto match = pattern.find(statement.text)) name_again(match->group("list"), statement);
                }
            }
        }
    }

    void name_again(std::string_view list, const model::Statement& statement) {
        std::vector<std::string> names;
        for (std::size_t from = 0; from < list.size();) {
            const auto match = m_form.collectors.partial_item->find(list, from);
            if (!match || match->last <= from) break;
            from = match->last;
            names.emplace_back(trimmed(match->group("title")));
        }
        if (names.size() != m_partials.size()) return;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (model::fold_case(names[i]) == model::fold_case(m_partials[i].title)) continue;
            add_once(m_partials[i].also_known_as, names[i]);
            m_findings.add("two-names", model::Severity::warning,
                           "The partial qualification '" + m_partials[i].title + "' is also called '" + names[i] + "'.",
                           statement.spans.empty() ? std::nullopt : std::optional(statement.spans.front()));
        }
    }

    const Outline& m_outline;
    const Template& m_form;
    model::Standard& m_standard;
    model::Findings& m_findings;
    std::vector<model::Qualification> m_partials;
    std::vector<model::Qualification> m_ruled;
};

}  // namespace

void read_qualifications(const Outline& outline, const Template& form, model::Standard& standard, model::Findings& findings) {
    QualificationReader(outline, form, standard, findings).run();
}

}  // namespace kwalign::ingest
