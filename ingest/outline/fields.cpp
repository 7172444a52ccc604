#include "ingest/outline/fields.hpp"

#include "ingest/outline/field_values.hpp"
#include "ingest/outline/walk.hpp"
#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>

namespace kwalign::ingest {

namespace {

constexpr std::size_t longest_guess = 120;  // code points of a line that may be a title

/// One "label, value" pair: the value's lines.
struct Labelled {
    const FieldRule* field = nullptr;
    std::vector<std::string> lines;
    model::SourceSpan place;
};

class FieldReader {
public:
    FieldReader(const LayoutDocument& document, const Outline& outline, const Template& form, model::Standard& standard,
                model::Findings& findings)
        : m_document(document),
          m_outline(outline),
          m_form(form),
          m_standard(standard),
          m_findings(findings),
          m_values(form, standard, findings) {}

    void run() {
        for (std::size_t i = 1; i < m_outline.nodes.size(); ++i) {
            const OutlineNode& node = m_outline.nodes[i];
            const HeadingRule& rule = m_form.headings[node.rule];
            if (rule.content == Content::fields) read_labels(node, rule);
            if (rule.makes == Makes::field) read_heading_field(node, rule);
        }
        find_title();
        m_values.read_title_codes();
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
            if (open) m_values.apply(*open->field, open->lines, open->place);
            open = Labelled{start->field, {}, m_outline.pieces[pieces[i]].span};
            i += start->lines;
            const std::string& last = m_outline.pieces[pieces[i]].text;
            const std::string_view rest = trimmed(std::string_view(last).substr(std::min(start->offset, last.size())));
            if (!rest.empty()) open->lines.emplace_back(rest);
        }
        if (open) m_values.apply(*open->field, open->lines, open->place);
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
            m_values.apply(field, lines, node.pieces.empty() ? std::nullopt : std::optional(m_outline.pieces[node.pieces.front()].span));
        else
            m_values.store(field.name + "." + owner, joined_lines(lines));
    }

    [[nodiscard]] std::string profile_above(const OutlineNode& node) const {
        for (auto at = node.parent; at && *at != 0; at = m_outline.nodes[*at].parent) {
            if (m_form.headings[m_outline.nodes[*at].rule].kind == "profile") return m_outline.nodes[*at].code;
        }
        return {};
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
        if (m_form.fallback && m_standard.title.empty()) title_from_first_line();
    }

    /// Nothing is known of the document, but most begin with their title: a short line that is no sentence.
    void title_from_first_line() {
        if (m_outline.pieces.empty()) return;
        const Piece& first = m_outline.pieces.front();
        if (ends_sentence(first.text) || model::count_code_points(first.text) > longest_guess) return;
        m_standard.title = first.text;
        m_findings.add("title-guessed", model::Severity::note, "The first line '" + shortened(first.text) + "' was taken for the title.",
                       first.span);
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
            while (!tail.empty() &&
                   !(title.ends_with(tail) && (title.size() == tail.size() || title[title.size() - tail.size() - 1] == ' '))) {
                const std::size_t space = tail.find(' ');
                tail = space == std::string::npos ? std::string{} : tail.substr(space + 1);
            }
        }
        if (tail.empty()) return;
        m_standard.title = tail;
        m_findings.add("title-recovered", model::Severity::note,
                       "No title is printed; '" + tail + "' is what the titles of all profiles end in.");
    }

    const LayoutDocument& m_document;
    const Outline& m_outline;
    const Template& m_form;
    model::Standard& m_standard;
    model::Findings& m_findings;
    FieldValues m_values;
};

}  // namespace

void read_fields(const LayoutDocument& document, const Outline& outline, const Template& form, model::Standard& standard,
                 model::Findings& findings) {
    FieldReader(document, outline, form, standard, findings).run();
}

}  // namespace kwalign::ingest
