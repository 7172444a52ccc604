#include "ingest/outline/fields.hpp"

#include "ingest/outline/persons.hpp"
#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>

namespace kwalign::ingest {

namespace {

constexpr std::size_t label_lines = 6;  // a long label in a narrow cell

std::string digits_of(std::string_view text) {
    const std::size_t start = text.find_first_of("0123456789");
    if (start == std::string_view::npos) return {};
    std::size_t end = start;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return std::string(text.substr(start, end - start));
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() || text.ends_with('-') ? "" : " ") + line;
    return model::collapse_spaces(text);
}

/// One "label, value" pair and the values' lines.
struct Labelled {
    const FieldRule* field = nullptr;
    std::vector<std::string> lines;
};

class FieldReader {
public:
    FieldReader(const LayoutDocument& document, const Outline& outline, const Template& form, model::Standard& standard, model::Findings& findings)
        : m_document(document), m_outline(outline), m_form(form), m_standard(standard), m_findings(findings) {}

    void run() {
        for (std::size_t i = 1; i < m_outline.nodes.size(); ++i) {
            const OutlineNode& node = m_outline.nodes[i];
            const HeadingRule& rule = m_form.headings[node.rule];
            if (rule.content == Content::fields) read_labels(node, rule);
            if (rule.makes == Makes::field) read_heading_field(node, rule);
        }
        find_title();
    }

private:
    // ---- label and value --------------------------------------------------------------------------------------------------

    struct Start {
        const FieldRule* field;
        std::size_t lines;   ///< that the label fills or begins to fill
        std::size_t offset;  ///< of the value in the last of them
    };

    [[nodiscard]] std::optional<Start> label_at(const std::vector<std::size_t>& pieces, std::size_t at, const HeadingRule& rule) const {
        std::string text;
        std::vector<std::size_t> starts;
        for (std::size_t i = at; i < std::min(at + label_lines, pieces.size()); ++i) {
            if (!text.empty() && !text.ends_with('-')) text += ' ';
            starts.push_back(text.size());
            text += m_outline.pieces[pieces[i]].text;
        }
        std::optional<Start> best;
        std::size_t longest = 0;
        for (const FieldRule& field : m_form.fields) {
            if (!field.in.empty() && std::find(field.in.begin(), field.in.end(), rule.name) == field.in.end()) continue;
            for (const Pattern& label : field.label) {
                const auto match = label.find(text);
                if (!match || match->first != 0 || match->last <= longest) continue;
                longest = match->last;
                std::size_t line = starts.size() - 1;
                while (line > 0 && starts[line] >= match->last) --line;
                best = Start{&field, line, match->last - std::min(match->last, starts[line])};
            }
        }
        return best;
    }

    void read_labels(const OutlineNode& node, const HeadingRule& rule) {
        std::vector<std::size_t> pieces;
        for (const Entry& entry : node.entries) pieces.insert(pieces.end(), entry.pieces.begin(), entry.pieces.end());
        std::optional<Labelled> open;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const std::string& text = m_outline.pieces[pieces[i]].text;
            const auto start = label_at(pieces, i, rule);
            if (!start) {
                if (open) open->lines.push_back(text);
                continue;
            }
            if (open) apply(*open);
            open = Labelled{start->field, {}};
            i += start->lines;
            const std::string& last = m_outline.pieces[pieces[i]].text;
            const std::string_view rest = trimmed(std::string_view(last).substr(std::min(start->offset, last.size())));
            if (!rest.empty()) open->lines.emplace_back(rest);
        }
        if (open) apply(*open);
    }

    void read_heading_field(const OutlineNode& node, const HeadingRule& rule) {
        std::vector<std::string> lines;
        for (const Entry& entry : node.entries) lines.push_back(join_pieces(m_outline, entry.pieces));
        FieldRule field;
        field.name = rule.section;
        field.type = rule.value_type;
        field.value = rule.value;
        const std::string owner = profile_above(node);
        if (owner.empty())
            apply({&field, lines});
        else
            store(field.name + "." + owner, joined(lines));
    }

    [[nodiscard]] std::string profile_above(const OutlineNode& node) const {
        for (auto at = node.parent; at && *at != 0; at = m_outline.nodes[*at].parent) {
            if (m_form.headings[m_outline.nodes[*at].rule].kind == "profile") return m_outline.nodes[*at].code;
        }
        return {};
    }

    void store(const std::string& name, const std::string& value) {
        if (!value.empty()) m_standard.fields.emplace(name, value);
    }

    // ---- values by type ---------------------------------------------------------------------------------------------------

    void apply(const Labelled& labelled) {
        const FieldRule& field = *labelled.field;
        std::string text = joined(labelled.lines);
        if (text.empty()) return;
        if (field.type == "persons") {
            m_standard.persons = read_persons(labelled.lines);
            return;
        }
        if (field.type == "isco") return read_isco(text);
        if (field.type == "qualification") return read_derivation(field, text);
        if (field.type == "date") {
            if (const auto date = iso_date(text)) return set(field.name, *date);
            m_findings.add("unreadable-date", model::Severity::warning, "'" + text + "' is not a date (" + field.name + ").");
            return;
        }
        if (field.type == "level") return read_level(field, text);
        if (field.type == "by_code") return read_by_code(field, text);
        if (field.value) {
            const auto match = field.value->find(text);
            if (!match) return;
            text = std::string(match->has("value") ? match->group("value") : std::string_view(text).substr(match->first, match->last - match->first));
        }
        if (field.type == "number") text = digits_of(text);
        set(field.name, text);
    }

    /// "P1 Baker (29411) P2 Pastry cook (29412)": one value for each code, or for the profile of that title.
    void read_by_code(const FieldRule& field, const std::string& text) {
        for (std::size_t from = 0; field.value && from < text.size();) {
            const auto match = field.value->find(text, from);
            if (!match || match->last <= from) return;
            from = match->last;
            std::string code = normal_code(m_form, match->group("code"));
            if (code.empty()) code = profile_called(match->group("title"));
            if (!code.empty()) store(field.name + "." + code, std::string(match->group("value")));
        }
    }

    [[nodiscard]] std::string profile_called(std::string_view title) const {
        for (const model::Unit& unit : m_standard.units) {
            if (unit.kind == "profile" && title_likeness(unit.title, title) > 0.9) return unit.code;
        }
        return {};
    }

    void set(const std::string& name, const std::string& value) {
        const auto once = [&](std::string& target) {
            if (target.empty()) target = value;
        };
        if (name == "title") return once(m_standard.title);
        if (name == "version") return once(m_standard.version);
        if (name == "decided") return once(m_standard.decided);
        if (name == "decision_number") return once(m_standard.decision_number);
        if (name == "valid_from") return once(m_standard.valid_from);
        if (name == "valid_until") return once(m_standard.valid_until);
        if (name == "approved_by") return once(m_standard.approved_by);
        if (name.starts_with("title.")) {
            m_standard.titles.emplace(name.substr(6), value);
            return;
        }
        if (name == "register_id" || name == "crebo" || name == "certificate_code") {
            m_standard.identifiers.emplace(name, value);
            return;
        }
        store(name, value);
    }

    void read_level(const FieldRule& field, const std::string& text) {
        if (field.name == "eqf") {
            model::Level range;
            for (const char c : text) {
                if (c < '1' || c > '8') continue;
                if (range.low == 0) range.low = c - '0';
                range.high = c - '0';
            }
            m_standard.eqf_low = range.low;
            m_standard.eqf_high = range.high;
            return;
        }
        if (auto level = find_level(m_form, text)) {
            m_standard.level = level;
        } else if (const std::string value = digits_of(text); !value.empty() && !m_standard.level) {
            const int number = value[0] - '0';
            m_standard.level = model::Level{m_form.level_scheme, value, number, number};
        }
    }

    /// "3511 Title 3512 Other title": four digits open an entry.
    void read_isco(const std::string& text) {
        std::vector<std::size_t> starts;
        for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
            const bool bounded = (i == 0 || text[i - 1] == ' ') && (i + 4 == text.size() || text[i + 4] == ' ');
            const bool digits = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i), text.begin() + static_cast<std::ptrdiff_t>(i) + 4,
                                            [](char c) { return c >= '0' && c <= '9'; });
            if (bounded && digits) starts.push_back(i);
        }
        for (std::size_t k = 0; k < starts.size(); ++k) {
            const std::size_t end = k + 1 < starts.size() ? starts[k + 1] : text.size();
            std::string title(trimmed(std::string_view(text).substr(starts[k] + 4, end - starts[k] - 4)));
            while (title.ends_with(',') || title.ends_with(';')) title.pop_back();
            m_standard.classifications.push_back({"ISCO-08", text.substr(starts[k], 4), title});
        }
    }

    void read_derivation(const FieldRule& field, const std::string& text) {
        if (!field.value) return;
        const auto match = field.value->find(text);
        if (!match) return;
        model::Derivation derivation;
        derivation.kind = field.name;
        derivation.title = std::string(trimmed(match->group("title")));
        derivation.code = std::string(match->group("code"));
        if (match->has("level") && !match->group("level").empty()) {
            const std::string value(match->group("level"));
            derivation.level = model::Level{m_form.level_scheme, value, value[0] - '0', value.back() - '0'};
        }
        m_standard.derivations.push_back(std::move(derivation));
    }

    // ---- title ------------------------------------------------------------------------------------------------------------

    void find_title() {
        if (!m_standard.title.empty()) return;
        if (m_form.title_furniture) {
            for (const Line& line : m_document.lines) {
                if (line.role != LineRole::furniture) continue;
                const auto match = m_form.title_furniture->find(line.text);
                if (!match) continue;
                m_standard.title = std::string(trimmed(match->group("title")));
                return;
            }
        }
        title_from_profiles();
    }

    /// What all profiles' titles end in, in whole words: the dossier they belong to.
    void title_from_profiles() {
        std::vector<std::string> titles;
        for (const model::Unit& unit : m_standard.units) {
            if (unit.kind == "profile") titles.push_back(unit.title);
        }
        if (titles.size() < 2) return;
        std::string tail = titles.front();
        for (const std::string& title : titles) {
            while (!tail.empty() && !(title.ends_with(tail) && (title.size() == tail.size() || title[title.size() - tail.size() - 1] == ' '))) {
                const std::size_t space = tail.find(' ');
                tail = space == std::string::npos ? std::string{} : tail.substr(space + 1);
            }
        }
        if (tail.empty()) return;
        m_standard.title = tail;
        m_findings.add("title-recovered", model::Severity::note, "No title is printed; '" + tail + "' is what the titles of all profiles end in.");
    }

    const LayoutDocument& m_document;
    const Outline& m_outline;
    const Template& m_form;
    model::Standard& m_standard;
    model::Findings& m_findings;
};

}  // namespace

void read_fields(const LayoutDocument& document, const Outline& outline, const Template& form, model::Standard& standard, model::Findings& findings) {
    FieldReader(document, outline, form, standard, findings).run();
}

}  // namespace kwalign::ingest
