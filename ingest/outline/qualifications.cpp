#include "ingest/outline/qualifications.hpp"

#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace kwalign::ingest {

namespace {

/// A holder shows competences and bundles, and containers that ask something themselves (a kerntaak with its knowledge).
bool is_awarded(const model::Unit& unit) {
    return unit.role == model::UnitRole::competence || unit.role == model::UnitRole::bundle ||
           (unit.role == model::UnitRole::container && !unit.statements.empty());
}

void add_once(std::vector<std::string>& codes, const std::string& code) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
}

/// A word of a rule with its place in the text.
struct Token {
    enum class Kind { code, range, at_least, all, general, sentence } kind;
    std::size_t at = 0;
    std::size_t end = 0;
    std::string first;
    std::string last;
    std::size_t count = 1;
};

std::size_t count_of(const Template& form, std::string_view word) {
    std::size_t value = 0;
    const auto result = std::from_chars(word.data(), word.data() + word.size(), value);
    if (result.ec == std::errc() && value > 0) return value;
    const auto found = form.rules.numbers.find(model::to_lower(word));
    return found == form.rules.numbers.end() ? 1 : found->second;
}

std::vector<Token> tokens_of(std::string_view text, const Template& form) {
    std::vector<Token> tokens;
    const auto each = [&](const Pattern& pattern, const auto& make) {
        for (std::size_t from = 0; from < text.size();) {
            const auto match = pattern.find(text, from);
            if (!match || match->last <= from) break;
            from = match->last;
            Token token = make(*match);
            token.at = match->first;
            token.end = match->last;
            tokens.push_back(std::move(token));
        }
    };
    const auto code = [&](std::string_view printed) { return normal_code(form, printed); };
    if (form.rules.range) each(*form.rules.range, [&](const PatternMatch& m) { return Token{Token::Kind::range, 0, 0, code(m.group("first")), code(m.group("last")), 1}; });
    if (form.rules.code) each(*form.rules.code, [&](const PatternMatch& m) { return Token{Token::Kind::code, 0, 0, code(m.group("code")), {}, 1}; });
    for (const Pattern& p : form.rules.at_least)
        each(p, [&](const PatternMatch& m) { return Token{Token::Kind::at_least, 0, 0, {}, {}, count_of(form, m.group("n"))}; });
    for (const Pattern& p : form.rules.all_mandatory) each(p, [](const PatternMatch&) { return Token{Token::Kind::all, 0, 0, {}, {}, 1}; });
    for (const Pattern& p : form.rules.general) each(p, [](const PatternMatch&) { return Token{Token::Kind::general, 0, 0, {}, {}, 1}; });
    // A range holds two codes that must not be read again.
    const auto inside_range = [&](const Token& token) {
        return token.kind == Token::Kind::code && std::any_of(tokens.begin(), tokens.end(), [&](const Token& other) {
            return other.kind == Token::Kind::range && token.at >= other.at && token.end <= other.end;
        });
    };
    std::vector<Token> kept;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(kept), [&](const Token& token) { return !inside_range(token); });
    std::stable_sort(kept.begin(), kept.end(), [](const Token& a, const Token& b) { return a.at < b.at; });
    return kept;
}

/// Awarded units that a code means: itself, or what a container holds.
std::vector<std::string> units_under(const std::vector<model::Unit>& units, const std::string& code) {
    std::vector<std::string> result;
    for (const model::Unit& unit : units) {
        if (!is_awarded(unit)) continue;
        std::string_view at = unit.code;
        for (std::size_t depth = 0; depth < 16 && !at.empty(); ++depth) {
            if (at == code) {
                result.push_back(unit.code);
                break;
            }
            const auto found = std::find_if(units.begin(), units.end(), [&](const model::Unit& other) { return other.code == at; });
            at = found == units.end() ? std::string_view{} : std::string_view(found->parent);
        }
    }
    return result;
}

std::vector<std::string> units_between(const std::vector<model::Unit>& units, const std::string& first, const std::string& last) {
    const auto has = [&](const std::string& code) { return [&code](const model::Unit& unit) { return unit.code == code; }; };
    auto from = std::find_if(units.begin(), units.end(), has(first));
    const auto to = std::find_if(units.begin(), units.end(), has(last));
    std::vector<std::string> result;
    if (from == units.end() || to == units.end()) return result;
    for (; from <= to; ++from) {
        if (is_awarded(*from)) result.push_back(from->code);
    }
    return result;
}

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
        const bool has_whole = !m_form.document_qualification.empty() && !whole.rule.required.empty();
        if (has_whole || !whole.rule.elective.empty()) m_standard.qualifications.push_back(std::move(whole));
        std::move(m_partials.begin(), m_partials.end(), std::back_inserter(m_standard.qualifications));
        read_profiles();
    }

private:
    [[nodiscard]] bool collects(const OutlineNode& node, std::string_view name) const {
        const std::vector<std::string>& collect = m_form.headings[node.rule].collect;
        return std::find(collect.begin(), collect.end(), name) != collect.end();
    }

    [[nodiscard]] model::Qualification whole_qualification() const {
        model::Qualification whole;
        whole.kind = m_form.document_qualification;
        whole.title = m_standard.title;
        if (m_form.title_cut) whole.title = m_form.title_cut->replace_all(whole.title, "");
        whole.level = m_standard.level;
        for (const auto& [lang, title] : m_standard.titles) whole.titles[lang] = m_form.title_cut ? m_form.title_cut->replace_all(title, "") : title;
        const auto code = m_standard.identifiers.find("certificate_code");
        if (code != m_standard.identifiers.end()) whole.code = code->second;
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

    void read_rule_text(const std::string& text, const Entry& entry, model::QualificationRule& whole) {
        std::optional<PatternMatch> subject;
        for (const Pattern& pattern : m_form.rules.partial) {
            if ((subject = pattern.find(text))) break;
        }
        const model::QualificationRule rule = read_rule(text, m_form, m_standard.units, m_findings);
        if (rule.required.empty() && rule.elective.empty()) return;
        if (!subject) {
            for (const std::string& code : rule.required) add_once(whole.required, code);
            for (const model::ElectiveGroup& group : rule.elective) {
                if (std::find(whole.elective.begin(), whole.elective.end(), group) == whole.elective.end()) whole.elective.push_back(group);
            }
            return;
        }
        model::Qualification found = partial(std::string(trimmed(subject->group("title"))), subject->group("level"));
        found.rule = rule;
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
            const auto row = std::find_if(m_partials.begin(), m_partials.end(), [&](const model::Qualification& p) { return same(p, ruled); });
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
        m_findings.add("title-mismatch", model::Severity::note,
                       "The partial qualification '" + row.title + "' is called '" + ruled.title + "' where its competences are listed; they were matched by their order.",
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
            m_findings.add("rule-assumed", model::Severity::note, "No rule says how many of the elective units are needed; one is assumed.");
        }
        // What may be chosen is not required as well.
        for (const model::ElectiveGroup& group : rule.elective) {
            std::erase_if(rule.required, [&](const std::string& code) { return std::find(group.units.begin(), group.units.end(), code) != group.units.end(); });
        }
        order_by_document(rule.required);
    }

    void order_by_document(std::vector<std::string>& codes) const {
        const auto place = [&](const std::string& code) {
            return std::find_if(m_standard.units.begin(), m_standard.units.end(), [&](const model::Unit& unit) { return unit.code == code; }) - m_standard.units.begin();
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
            m_findings.add("title-mismatch", model::Severity::warning,
                           "The partial qualification '" + m_partials[i].title + "' is also called '" + names[i] + "'.",
                           statement.spans.empty() ? std::nullopt : std::optional(statement.spans.front()));
        }
    }

    /// Profiles share the base; each adds its own units.
    void read_profiles() {
        std::vector<std::string> base;
        std::vector<model::Unit*> profiles;
        for (model::Unit& unit : m_standard.units) {
            if (unit.kind == "profile") profiles.push_back(&unit);
        }
        if (profiles.empty()) return;
        const auto under = [&](const std::string& code) {
            const std::vector<std::string> own = units_under(m_standard.units, code);
            return own;
        };
        for (const model::Unit& unit : m_standard.units) {
            if (!is_awarded(unit)) continue;
            const auto owned = [&](const model::Unit* profile) {
                const std::vector<std::string> own = under(profile->code);
                return std::find(own.begin(), own.end(), unit.code) != own.end();
            };
            if (std::none_of(profiles.begin(), profiles.end(), owned)) base.push_back(unit.code);
        }
        for (model::Unit* profile : profiles) {
            const std::vector<std::string> own = under(profile->code);
            m_standard.qualifications.push_back(profile_qualification(*profile, base, own));
            profile->level = m_standard.qualifications.back().level;
            mark_profile_units(*profile);
        }
        set_level_range();
    }

    [[nodiscard]] model::Qualification profile_qualification(const model::Unit& profile, const std::vector<std::string>& base, const std::vector<std::string>& own) {
        model::Qualification result;
        result.kind = "profile";
        result.title = profile.title;
        result.rule.required = base;
        result.rule.required.insert(result.rule.required.end(), own.begin(), own.end());
        result.spans = profile.spans;
        const auto take = [&](const std::string& name) {
            const auto found = m_standard.fields.find(name + "." + profile.code);
            if (found == m_standard.fields.end()) return std::string{};
            std::string value = found->second;
            m_standard.fields.erase(found);
            return value;
        };
        std::string level = take("level");
        for (const OverviewEntry& entry : m_outline.overview) {
            if (level.empty() && entry.code == profile.code) level = entry.level;
        }
        if (!level.empty() && level[0] >= '1' && level[0] <= '8') {
            const int number = level[0] - '0';
            result.level = model::Level{m_form.level_scheme, level.substr(0, 1), number, number};
        }
        result.code = take("crebo");
        return result;
    }

    void mark_profile_units(const model::Unit& profile) {
        std::vector<std::string> inside{profile.code};
        for (model::Unit& unit : m_standard.units) {
            if (std::find(inside.begin(), inside.end(), unit.parent) == inside.end()) continue;
            unit.applies_to = {profile.title};
            inside.push_back(unit.code);
        }
    }

    /// The dossier's level is what its profiles span.
    void set_level_range() {
        if (m_standard.level) return;
        int low = 0;
        int high = 0;
        for (const model::Qualification& qualification : m_standard.qualifications) {
            if (!qualification.level) continue;
            low = low == 0 ? qualification.level->low : std::min(low, qualification.level->low);
            high = std::max(high, qualification.level->high);
        }
        if (low == 0) return;
        const std::string value = low == high ? std::to_string(low) : std::to_string(low) + "/" + std::to_string(high);
        m_standard.level = model::Level{m_form.level_scheme, value, low, high};
    }

    const Outline& m_outline;
    const Template& m_form;
    model::Standard& m_standard;
    model::Findings& m_findings;
    std::vector<model::Qualification> m_partials;
    std::vector<model::Qualification> m_ruled;
};

}  // namespace

model::QualificationRule read_rule(std::string_view text, const Template& form, const std::vector<model::Unit>& units, model::Findings& findings) {
    model::QualificationRule rule;
    std::vector<std::size_t> sentences = model::sentence_starts(text, "en");
    bool choosing = false;
    const auto take = [&](const std::vector<std::string>& codes) {
        for (const std::string& code : codes) add_once(choosing ? rule.elective.back().units : rule.required, code);
    };
    for (const Token& token : tokens_of(text, form)) {
        switch (token.kind) {
            case Token::Kind::sentence: break;
            case Token::Kind::all: choosing = false; break;
            case Token::Kind::at_least:
                rule.elective.push_back({token.count, {}});
                choosing = true;
                break;
            case Token::Kind::general:
                for (const model::Unit& unit : units) {
                    if (unit.role == model::UnitRole::bundle) add_once(rule.required, unit.code);
                }
                break;
            case Token::Kind::range: take(units_between(units, token.first, token.last)); break;
            case Token::Kind::code: {
                const std::vector<std::string> found = units_under(units, token.first);
                if (found.empty())
                    findings.add("dangling-reference", model::Severity::warning, "The rule names " + token.first + ", which is no unit of this document.");
                take(found);
                break;
            }
        }
    }
    std::erase_if(rule.elective, [](const model::ElectiveGroup& group) { return group.units.empty(); });
    return rule;
}

void read_qualifications(const Outline& outline, const Template& form, model::Standard& standard, model::Findings& findings) {
    QualificationReader(outline, form, standard, findings).run();
}

}  // namespace kwalign::ingest
