#include "ingest/outline/outline.hpp"

#include "ingest/outline/overview.hpp"
#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/wording.hpp"
#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace kwalign::ingest {

namespace {

constexpr std::size_t document_node = 0;
constexpr std::size_t look_ahead = 4;  // lines of a wrapped heading or label; longer ones do not occur

/// A line of rules, dots or bars: drawn, not said.
bool is_ornament(std::string_view text) { return text.find_first_not_of("-_=.|*~ ") == std::string_view::npos; }

std::vector<Piece> pieces_of(const LayoutDocument& document) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        const Line& line = document.lines[i];
        if (line.role == LineRole::furniture || line.text.empty()) continue;
        Piece piece;
        piece.line = i;
        piece.text = line.text;
        piece.raw = line.raw.empty() ? line.text : line.raw;
        piece.bullet = line.bullet;
        piece.span = line.span;
        piece.break_before = line.break_before;
        piece.ends_with_hyphen = line.ends_with_hyphen;
        piece.bold = line.bold;
        piece.font_size_pt = line.font_size_pt;
        piece.cell = line.cell;
        if (is_ornament(piece.text)) piece.rule = "ornament";
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

int number_value(std::string_view number) {
    int value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error == std::errc() && end == number.data() + number.size()) return value;
    return number.size() == 1 ? number[0] - 'a' + 1 : 0;
}

/// Walks the lines once, keeping the stack of open headings.
class Builder {
public:
    Builder(const LayoutDocument& document, const Template& form, const model::Limits& limits)
        : m_form(form), m_limits(limits), m_findings(limits.max_findings) {
        m_outline.pieces = pieces_of(document);
        m_outline.nodes.emplace_back();
        m_stack = {document_node};
        m_outline.line_rules.resize(document.lines.size());
        for (std::size_t i = 0; i < document.lines.size(); ++i) {
            if (document.lines[i].role == LineRole::furniture) m_outline.line_rules[i] = "furniture";
        }
    }

    Outline run() {
        find_printed_codes();
        // The widths are those of whole lines, so before any line is cut.
        const LineWidths widths(m_outline.pieces);
        m_widths = &widths;
        for (m_at = 0; m_at < m_outline.pieces.size(); ++m_at) {
            if (piece(m_at).rule.empty()) read_piece();
        }
        note_lines();
        m_outline.findings = m_findings.list();
        return std::move(m_outline);
    }

private:
    struct Candidate {
        std::size_t rule;
        std::size_t parent;  ///< node it would stand in
    };

    [[nodiscard]] Piece& piece(std::size_t index) { return m_outline.pieces[index]; }
    [[nodiscard]] const HeadingRule* open_rule() const { return rule_of(m_stack.back()); }
    [[nodiscard]] const HeadingRule* rule_of(std::size_t node) const {
        return node == document_node ? nullptr : &m_form.headings[m_outline.nodes[node].rule];
    }
    [[nodiscard]] std::string_view name_of(std::size_t node) const { return node == document_node ? std::string_view("document") : std::string_view(rule_of(node)->name); }
    [[nodiscard]] Content open_content() const { return open_rule() == nullptr ? Content::none : open_rule()->content; }

    /// The innermost open heading that `names` allows.
    [[nodiscard]] std::optional<std::size_t> innermost(const std::vector<std::string>& names) const {
        for (auto node = m_stack.rbegin(); node != m_stack.rend(); ++node) {
            if (std::find(names.begin(), names.end(), name_of(*node)) != names.end()) return *node;
        }
        return std::nullopt;
    }

    /// Codes of unit headings and the last line each stands on: a heading that still comes is never recovered from elsewhere.
    void find_printed_codes() {
        for (const Piece& entry : m_outline.pieces) {
            for (const std::size_t index : m_form.lines.match(entry.text)) {
                if (index >= m_form.heading_expressions) break;
                const HeadingRule& rule = m_form.headings[m_form.heading_of[index]];
                if (rule.makes != Makes::unit) continue;
                for (const Pattern& pattern : rule.match) {
                    if (const auto match = pattern.find(entry.text); match && match->has("code"))
                        m_printed_codes[normal_code(m_form, match->group("code"))] = entry.line;
                }
            }
        }
    }

    void read_piece() {
        split_piece();
        const std::vector<std::size_t> found = m_form.lines.match(piece(m_at).text);
        if (open_heading(found) || read_marker(found) || ignore(found) || read_level() || read_fragment()) return;
        if (read_garbled_heading()) return;
        read_text();
    }

    // ---- lines that are consumed without content -------------------------------------------------------------------------

    bool ignore(const std::vector<std::size_t>& found) {
        for (const std::size_t index : found) {
            if (index < m_form.heading_expressions + m_form.marker_expressions) continue;
            const IgnoreRule& rule = m_form.ignored[index - m_form.heading_expressions - m_form.marker_expressions];
            if (!rule.in.empty() && !innermost(rule.in)) continue;
            piece(m_at).rule = "ignored";
            return true;
        }
        const HeadingRule* rule = open_rule();
        if (rule == nullptr) return false;
        const auto leads = [&](const Pattern& pattern) { return pattern.matches(piece(m_at).text); };
        if (!std::any_of(rule->lead.begin(), rule->lead.end(), leads)) return false;
        piece(m_at).rule = rule->name + " lead";
        return true;
    }

    bool read_marker(const std::vector<std::size_t>& found) {
        for (const std::size_t index : found) {
            if (index < m_form.heading_expressions || index >= m_form.heading_expressions + m_form.marker_expressions) continue;
            const MarkerRule& rule = m_form.markers[m_form.marker_of[index - m_form.heading_expressions]];
            const std::optional<std::size_t> node = rule.in.empty() ? std::optional(m_stack.back()) : innermost(rule.in);
            if (!node) continue;
            if (rule.effect == "applies_to") {
                m_applies_to.clear();
                for (const Pattern& pattern : rule.match) {
                    if (const auto match = pattern.find(piece(m_at).text)) m_applies_to = {std::string(trimmed(match->group("profile")))};
                    if (!m_applies_to.empty()) break;
                }
            } else {
                close_to(*node);
                m_requirement = rule.value;
                m_requirement_node = *node;
            }
            m_fresh = true;
            piece(m_at).rule = "marker " + rule.effect;
            return true;
        }
        return false;
    }

    /// A level on its own line or in the cell beside the heading.
    bool read_level() {
        OutlineNode& node = m_outline.nodes[m_stack.back()];
        const HeadingRule* rule = open_rule();
        if (rule == nullptr || !rule->printed_level || node.level || !node.entries.empty()) return false;
        const auto level = whole_level(m_form, piece(m_at).text);
        if (!level) return false;
        node.level = level;
        node.pieces.push_back(m_at);
        piece(m_at).rule = rule->name + " level";
        return true;
    }

    /// "Unit", "learning", "outcomes": lines of a label that a narrow cell broke, in order, with other cells' text between them.
    bool read_fragment() {
        for (std::size_t index = 0; index < m_form.headings.size(); ++index) {
            const HeadingRule& rule = m_form.headings[index];
            if (rule.fragments.empty()) continue;
            const std::optional<std::size_t> parent = allowed(rule);
            if (!parent) continue;
            std::size_t& expected = m_fragments[*parent];
            const std::size_t count = fragment_words(rule, expected);
            if (count == 0) continue;
            piece(m_at).rule = rule.name;
            if (expected == 0 && !has_child(*parent, index)) open_label(index, *parent);
            expected += count;
            return true;
        }
        return false;
    }

    /// How many of the label's words, from `expected` on, are the whole line.
    [[nodiscard]] std::size_t fragment_words(const HeadingRule& rule, std::size_t expected) {
        std::string text;
        for (std::size_t i = expected; i < rule.fragments.size(); ++i) {
            text += (text.empty() ? "" : " ") + model::fold_case(rule.fragments[i]);
            if (text == model::fold_case(piece(m_at).text)) return i + 1 - expected;
        }
        return 0;
    }

    void open_label(std::size_t rule_index, std::size_t parent) {
        OutlineNode node;
        node.rule = rule_index;
        node.parent = parent;
        for (const std::string& word : m_form.headings[rule_index].fragments) node.title += (node.title.empty() ? "" : " ") + word;
        node.pieces = {m_at};
        close_to(parent);
        push(std::move(node));
    }

    // ---- headings --------------------------------------------------------------------------------------------------------

    [[nodiscard]] std::optional<std::size_t> allowed(const HeadingRule& rule) const { return innermost(rule.in); }

    /// A wrapped line of running text may begin with a code: that is no heading.
    [[nodiscard]] bool inside_paragraph() {
        if (m_fresh || top().entries.empty()) return false;
        const Content content = open_content();
        if (content != Content::prose && content != Content::items) return false;
        const Piece& previous = piece(top().entries.back().pieces.back());
        if (ends_sentence(previous.text) || previous.line == piece(m_at).line) return false;
        const Break gap = piece(m_at).break_before;
        return gap == Break::none || (gap == Break::unknown && m_widths->wraps(previous, piece(m_at)));
    }

    [[nodiscard]] bool neighbours_allow(const HeadingRule& rule, std::size_t at) const {
        const bool has_next = at + 1 < m_outline.pieces.size();
        const std::string_view next = has_next ? std::string_view(m_outline.pieces[at + 1].text) : std::string_view{};
        if (rule.never && rule.never->matches(m_outline.pieces[at].text)) return false;
        if (rule.followed_by && !rule.followed_by->matches(next)) return false;
        return !rule.not_followed_by || !rule.not_followed_by->matches(next);
    }

    bool open_heading(const std::vector<std::size_t>& found) {
        for (const std::size_t index : found) {
            if (index >= m_form.heading_expressions) break;
            const std::size_t rule_index = m_form.heading_of[index];
            const HeadingRule& rule = m_form.headings[rule_index];
            if (!neighbours_allow(rule, m_at) || (rule.makes == Makes::unit && inside_paragraph())) continue;
            std::optional<std::size_t> parent = allowed(rule);
            if (parent && rule.once && has_child(*parent, rule_index)) parent.reset();
            if (!parent && !rule.reveals.empty()) parent = recover(rule);
            if (!parent) continue;
            for (const Pattern& pattern : rule.match) {
                const auto match = pattern.find(piece(m_at).text);
                if (!match) continue;
                open(rule_index, *parent, *match);
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool has_child(std::size_t parent, std::size_t rule_index) const {
        return std::any_of(m_outline.nodes.begin(), m_outline.nodes.end(), [&](const OutlineNode& node) {
            return node.parent == parent && node.rule == rule_index && &node != &m_outline.nodes[document_node];
        });
    }

    void close_to(std::size_t node) {
        while (m_stack.size() > 1 && m_stack.back() != node) m_stack.pop_back();
        m_fresh = true;
    }

    void open(std::size_t rule_index, std::size_t parent, const PatternMatch& match) {
        const HeadingRule& rule = m_form.headings[rule_index];
        OutlineNode node;
        node.rule = rule_index;
        node.code_printed = std::string(match.group("code"));
        node.title = std::string(trimmed(match.group("title")));
        if (node.title.empty() && !match.has("title") && !match.has("code")) node.title = std::string(trimmed(match.group("heading")));
        node.code = rule.makes == Makes::unit ? heading_code(m_form, rule, match, unit_code_above(parent)) : std::string{};
        if (rule.makes == Makes::unit && repeats(node, rule)) return;
        if (rule.makes == Makes::unit) count_unit();
        const std::string rest(trimmed(match.group("rest")));
        node.parent = parent;
        node.pieces = {m_at};
        piece(m_at).rule = rule.name;
        close_to(parent);
        push(std::move(node));
        if (rest == piece(m_at).text) {
            // A heading that prints nothing but its text.
            m_outline.nodes.back().pieces.clear();
            read_text();
        } else if (!rest.empty()) {
            insert_rest(rest);
        } else {
            read_title_lines();
        }
        if (rule.takes_title) read_document_title();
    }

    void push(OutlineNode node) {
        if (m_stack.size() >= m_limits.max_depth)
            throw model::Error(model::ErrorCode::limit_exceeded, m_form.id, "headings nest too deeply", "check the template's grammar");
        if (m_requirement_node && std::find(m_stack.begin(), m_stack.end(), *m_requirement_node) == m_stack.end()) {
            m_requirement_node.reset();
            m_requirement.clear();
        }
        node.requirement = m_requirement;
        m_outline.nodes.push_back(std::move(node));
        m_stack.push_back(m_outline.nodes.size() - 1);
        m_applies_to.clear();
        m_group.clear();
        m_fresh = true;
    }

    void count_unit() {
        if (++m_units > m_limits.max_units)
            throw model::Error(model::ErrorCode::limit_exceeded, m_form.id, "more units than allowed", "raise the limit max_units");
    }

    [[nodiscard]] std::string unit_code_above(std::size_t node) const {
        for (std::optional<std::size_t> at = node; at; at = m_outline.nodes[*at].parent) {
            if (*at != document_node && rule_of(*at)->makes == Makes::unit) return m_outline.nodes[*at].code;
        }
        return {};
    }

    /// A heading that is printed again at the top of the next page goes on with the unit that is open; the same code with
    /// another title is a second unit and gets a letter.
    bool repeats(OutlineNode& node, const HeadingRule& rule) {
        for (const OutlineNode& other : m_outline.nodes) {
            if (&other == &m_outline.nodes[document_node] || other.code != node.code || rule_of_index(other.rule).makes != Makes::unit) continue;
            const bool same = title_likeness(other.title, node.title) > 0.8 || model::fold_case(other.title).starts_with(model::fold_case(node.title));
            if (!same) continue;
            piece(m_at).rule = rule.name + " repeated";
            skip_repeated_title(other.title, node.title);
            return true;
        }
        const auto taken = [&](const std::string& code) {
            return std::any_of(m_outline.nodes.begin(), m_outline.nodes.end(), [&](const OutlineNode& other) { return other.code == code; });
        };
        if (!taken(node.code)) return false;
        m_findings.add("duplicate-number", model::Severity::warning,
                       "The number " + node.code + " stands before two different titles; the second is read as " + node.code + "b.", piece(m_at).span);
        std::string code = node.code;
        for (char letter = 'b'; taken(code) && letter <= 'z'; ++letter) code = node.code + letter;
        if (node.code_printed.empty()) node.code_printed = node.code;
        node.code = code;
        return false;
    }

    [[nodiscard]] const HeadingRule& rule_of_index(std::size_t index) const { return m_form.headings[index]; }

    void skip_repeated_title(std::string_view whole, std::string printed) {
        for (std::size_t i = 0; i < look_ahead && m_at + 1 < m_outline.pieces.size(); ++i) {
            const std::string longer = printed + " " + piece(m_at + 1).text;
            if (!model::fold_case(whole).starts_with(model::fold_case(longer))) return;
            piece(++m_at).rule = "heading repeated";
            printed = longer;
        }
    }

    /// A wrapped heading goes on over lines that nothing else explains, as long as something known follows.
    void read_title_lines() {
        const HeadingRule& rule = *open_rule();
        const std::size_t node = m_stack.back();
        std::size_t count = 0;
        while (count < rule.title_lines) {
            const std::size_t next = m_at + count + 1;
            if (next >= m_outline.pieces.size() || is_known(next)) break;
            const bool surely = piece(next).break_before == Break::none || has_open_bracket(m_outline.nodes[node].title);
            if (!surely && rule.groups && !m_widths->wraps(piece(m_at + count), piece(next))) break;
            if (!surely && !known_within(next + 1, rule.title_lines - count)) break;
            if (!surely && piece(next).break_before == Break::page) break;
            add_to_title(node, next);
            ++count;
        }
        m_at += count;
    }

    void add_to_title(std::size_t node, std::size_t next) {
        OutlineNode& heading = m_outline.nodes[node];
        heading.pieces.push_back(next);
        piece(next).rule = rule_of(node)->name;
        const std::string added = std::string(piece(next).text);
        const bool divided = piece(heading.pieces[heading.pieces.size() - 2]).ends_with_hyphen;
        heading.title += (heading.title.empty() || divided ? "" : " ") + added;
    }

    [[nodiscard]] bool known_within(std::size_t from, std::size_t count) {
        for (std::size_t i = from; i < from + count && i < m_outline.pieces.size(); ++i) {
            if (is_known(i)) return true;
        }
        return false;
    }

    /// True where the line begins something that the grammar allows here.
    [[nodiscard]] bool is_known(std::size_t index) {
        const Piece& next = piece(index);
        for (const std::size_t found : m_form.lines.match(next.text)) {
            if (found >= m_form.heading_expressions) return true;
            const HeadingRule& rule = m_form.headings[m_form.heading_of[found]];
            if (allowed(rule) && neighbours_allow(rule, index)) return true;
        }
        const HeadingRule& rule = *open_rule();
        if (rule.printed_level && whole_level(m_form, next.text)) return true;
        if (!next.bullet.empty()) return true;
        const auto leads = [&](const Pattern& pattern) { return pattern.matches(next.text); };
        if (std::any_of(rule.lead.begin(), rule.lead.end(), leads)) return true;
        if (rule.content == Content::items && !rule.unnumbered_only && item_number(next.text)) return true;
        return rule.content == Content::fields && starts_label(index);
    }

    [[nodiscard]] bool starts_label(std::size_t index) {
        std::string text;
        for (std::size_t i = index; i < index + look_ahead && i < m_outline.pieces.size(); ++i) text += (text.empty() ? "" : " ") + piece(i).text;
        const auto fits = [&](const FieldRule& field) {
            const bool here = field.in.empty() || std::find(field.in.begin(), field.in.end(), open_rule()->name) != field.in.end();
            return here && std::any_of(field.label.begin(), field.label.end(), [&](const Pattern& label) { return label.matches(text); });
        };
        return std::any_of(m_form.fields.begin(), m_form.fields.end(), fits);
    }

    void insert_rest(const std::string& rest) {
        Piece later = piece(m_at);
        const std::size_t at = later.text.rfind(rest);
        cut(later, at == std::string::npos ? 0 : at);
        later.rule.clear();
        later.bullet.clear();
        later.break_before = Break::paragraph;
        Piece& heading = piece(m_at);
        if (at != std::string::npos) cut_tail(heading, at);
        m_outline.pieces.insert(m_outline.pieces.begin() + static_cast<std::ptrdiff_t>(m_at) + 1, std::move(later));
    }

    /// Title of the document: the paragraph after the heading, all lines of one size.
    void read_document_title() {
        std::vector<std::size_t> lines;
        while (m_at + 1 < m_outline.pieces.size()) {
            const Piece& next = piece(m_at + 1);
            if (!m_form.lines.match(next.text).empty() || (open_rule()->content == Content::fields && starts_label(m_at + 1))) break;
            if (!lines.empty()) {
                const Piece& first = piece(lines.front());
                const bool same_size = first.font_size_pt > body_size() + 0.5 && std::abs(first.font_size_pt - next.font_size_pt) < 0.3;
                if (next.break_before != Break::none && !same_size) break;
                if (next.break_before == Break::page) break;
            }
            lines.push_back(++m_at);
            piece(m_at).rule = "title";
        }
        m_outline.title = join_pieces(m_outline.pieces, lines);
        m_outline.title_pieces = std::move(lines);
    }

    [[nodiscard]] double body_size() {
        if (m_body_size >= 0.0) return m_body_size;
        std::vector<double> sizes;
        for (const Piece& entry : m_outline.pieces) {
            if (entry.font_size_pt > 0.0) sizes.push_back(entry.font_size_pt);
        }
        std::sort(sizes.begin(), sizes.end());
        m_body_size = sizes.empty() ? 0.0 : sizes[sizes.size() / 2];
        return m_body_size;
    }

    // ---- lost headings ---------------------------------------------------------------------------------------------------

    /// Opens the next unit of the overview that has no heading in the body; its node, or nothing.
    std::optional<std::size_t> recover(const HeadingRule& section) {
        const std::optional<std::size_t> wanted = m_form.find_heading(section.reveals);
        if (!wanted) return std::nullopt;
        const std::optional<std::size_t> parent = allowed(m_form.headings[*wanted]);
        if (!parent) return std::nullopt;
        const auto entry = next_lost(*wanted);
        if (!entry) return std::nullopt;
        m_findings.add("heading-recovered", model::Severity::warning,
                       "The heading " + entry->code + " " + entry->title + " is missing before '" + piece(m_at).text +
                           "'; it was taken from the overview on page " + std::to_string(piece(entry->piece).span.page) + ".",
                       piece(m_at).span);
        open_recovered(*wanted, *parent, *entry, {});
        return m_stack.back();
    }

    void open_recovered(std::size_t rule_index, std::size_t parent, const OverviewEntry& entry, std::vector<std::size_t> pieces) {
        count_unit();
        OutlineNode node;
        node.rule = rule_index;
        node.parent = parent;
        node.code = entry.code;
        node.title = entry.title;
        node.pieces = std::move(pieces);
        node.recovered = true;
        close_to(parent);
        push(std::move(node));
    }

    [[nodiscard]] std::optional<OverviewEntry> next_lost(std::size_t rule_index) {
        if (!m_overview_read) read_overview();
        const HeadingRule& rule = m_form.headings[rule_index];
        std::size_t from = 0;
        for (std::size_t i = 0; i < m_outline.overview.size(); ++i) {
            for (const OutlineNode& node : m_outline.nodes) {
                if (!node.code.empty() && node.code == m_outline.overview[i].code) from = i + 1;
            }
        }
        for (std::size_t i = from; i < m_outline.overview.size(); ++i) {
            const OverviewEntry& entry = m_outline.overview[i];
            if (!is_of(rule, entry) || still_comes(entry.code)) continue;
            return entry;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool still_comes(const std::string& code) const {
        const auto found = m_printed_codes.find(code);
        return found != m_printed_codes.end() && found->second > m_outline.pieces[m_at].line;
    }

    /// An overview entry is of this kind of heading if its code is what the heading's pattern would read.
    [[nodiscard]] static bool is_of(const HeadingRule& rule, const OverviewEntry& entry) {
        for (const Pattern& pattern : rule.match) {
            for (const std::string& printed : {entry.code + ": " + entry.title, entry.code + " " + entry.title}) {
                const auto match = pattern.find(printed);
                if (match && match->group("code") == entry.code) return true;
            }
        }
        return false;
    }

    void read_overview() {
        m_overview_read = true;
        for (const OutlineNode& node : m_outline.nodes) {
            if (&node == &m_outline.nodes[document_node]) continue;
            const HeadingRule& rule = m_form.headings[node.rule];
            if (std::find(rule.collect.begin(), rule.collect.end(), "overview") != rule.collect.end())
                collect_overview(m_outline, node, m_form);
        }
    }

    /// A damaged line where a heading is due: alike enough to the overview's next entry, it is that heading.
    bool read_garbled_heading() {
        if (open_content() != Content::none || m_stack.size() < 2) return false;
        for (std::size_t i = 0; i < m_form.headings.size(); ++i) {
            const HeadingRule& rule = m_form.headings[i];
            if (rule.makes != Makes::unit || !is_revealed(rule.name)) continue;
            const std::optional<std::size_t> parent = allowed(rule);
            if (!parent) continue;
            const auto entry = next_lost(i);
            if (!entry || title_likeness(entry->code + " " + entry->title, piece(m_at).text) < 0.75) continue;
            m_findings.add("heading-recovered", model::Severity::warning,
                           "The damaged heading '" + piece(m_at).text + "' was read as " + entry->code + " " + entry->title +
                               " after the overview on page " + std::to_string(piece(entry->piece).span.page) + ".",
                           piece(m_at).span);
            piece(m_at).rule = rule.name + " damaged";
            open_recovered(i, *parent, *entry, {m_at});
            return true;
        }
        return false;
    }

    [[nodiscard]] bool is_revealed(std::string_view name) const {
        return std::any_of(m_form.headings.begin(), m_form.headings.end(), [&](const HeadingRule& rule) { return rule.reveals == name; });
    }

    // ---- text under headings ---------------------------------------------------------------------------------------------

    void read_text() {
        const HeadingRule* rule = open_rule();
        if (rule == nullptr || rule->content == Content::none) {
            m_fresh = true;
            return;  // left over
        }
        switch (rule->content) {
            case Content::ignore: piece(m_at).rule = rule->name + " (boilerplate)"; return;
            case Content::items: read_item(*rule); return;
            case Content::prose:
            case Content::value: read_paragraph(*rule); return;
            default: add_entry(*rule, {}); return;
        }
    }

    OutlineNode& top() { return m_outline.nodes[m_stack.back()]; }

    void add_entry(const HeadingRule& rule, std::string number) {
        Entry entry;
        entry.number = std::move(number);
        entry.bulleted = !piece(m_at).bullet.empty();
        entry.group = m_group;
        entry.applies_to = m_applies_to;
        entry.pieces = {m_at};
        top().entries.push_back(std::move(entry));
        piece(m_at).rule = rule.name;
        m_fresh = false;
        if (++m_entries > m_limits.max_statements)
            throw model::Error(model::ErrorCode::limit_exceeded, m_form.id, "more entries than allowed", "raise the limit max_statements");
    }

    void continue_entry(const HeadingRule& rule) {
        top().entries.back().pieces.push_back(m_at);
        piece(m_at).rule = rule.name;
    }

    /// Whether the open entry goes on in the current line. `listed`: entries are marked by numbers or bullets, so a line
    /// without a mark goes on with the entry unless something speaks against it.
    [[nodiscard]] bool goes_on(bool listed) {
        if (m_fresh || top().entries.empty()) return false;
        const Piece& next = piece(m_at);
        const Piece& previous = piece(top().entries.back().pieces.back());
        if (!next.bullet.empty()) return false;
        const bool ended = ends_sentence(previous.text);
        const bool open_end = previous.text.ends_with(',') || previous.ends_with_hyphen || has_open_bracket(previous.text);
        if (starts_lower(next.text) && !ended) return true;
        if (previous.cell && next.cell && previous.cell->table == next.cell->table && *previous.cell != *next.cell)
            return next.break_before == Break::page && !ended;
        switch (next.break_before) {
            case Break::none: return true;
            case Break::unknown: return listed || m_widths->wraps(previous, next);
            case Break::paragraph: return open_end;
            case Break::page: break;
        }
        if (open_end || starts_lower(next.text)) return true;
        if (listed && !ended) return true;
        return m_widths->wraps(previous, next) && !previous.span.box.empty();
    }

    void read_paragraph(const HeadingRule& rule) {
        if (goes_on(false))
            continue_entry(rule);
        else
            add_entry(rule, {});
    }

    void read_item(const HeadingRule& rule) {
        Piece& current = piece(m_at);
        if (!rule.unnumbered_only) {
            if (const auto number = item_number(current.text); number && fits_sequence(number->first)) {
                cut_number(current, number->second);
                note_sequence(number->first);
                split_run_together(number_value(number->first));
                add_entry(rule, number->first);
                return;
            }
        }
        if (!current.bullet.empty()) {
            add_entry(rule, {});
            return;
        }
        const bool listed = !top().entries.empty() && (top().entries.back().bulleted || !top().entries.back().number.empty());
        if (rule.groups && is_group()) {
            m_group = current.text.ends_with(':') ? current.text.substr(0, current.text.size() - 1) : current.text;
            current.rule = rule.name + " group";
            m_fresh = true;
            return;
        }
        if (goes_on(listed)) {
            continue_entry(rule);
        } else if (rule.paragraphs || top().entries.empty()) {
            if (rule.paragraphs) add_entry(rule, {});
        } else {
            m_fresh = false;  // a stray line inside a numbered list stays left over
        }
    }

    [[nodiscard]] const std::string* last_number() {
        for (auto entry = top().entries.rbegin(); entry != top().entries.rend(); ++entry) {
            if (!entry->number.empty()) return &entry->number;
        }
        return nullptr;
    }

    [[nodiscard]] bool fits_sequence(std::string_view printed) {
        const int number = number_value(printed);
        const std::string* last = last_number();
        const Break gap = piece(m_at).break_before;
        if (last == nullptr) return number <= 30;
        const int before = number_value(*last);
        const bool ended = ends_sentence(piece(top().entries.back().pieces.back()).text);
        if (number == before + 1) return gap != Break::none || ended;
        if (number == before || number == 1) return ended || gap == Break::paragraph;
        if (gap == Break::none) return false;
        return (ended || gap == Break::paragraph) && number > before - 30 && number < before + 30;
    }

    void note_sequence(const std::string& printed) {
        const std::string* last = last_number();
        const int number = number_value(printed);
        const int before = last == nullptr ? 0 : number_value(*last);
        if (number == before + 1 || (number == 1 && last != nullptr)) return;
        const std::string unit = unit_code_above(m_stack.back());
        if (number == before) {
            m_findings.add("duplicate-number", model::Severity::warning, "The number " + printed + " is printed twice in " + unit + ".", piece(m_at).span);
        } else {
            m_findings.add("numbering-gap", model::Severity::warning,
                           "In " + unit + " number " + printed + " follows " + (last == nullptr ? "no number" : "number " + *last) + ".", piece(m_at).span);
        }
    }

    /// A short line between items, the next of which follows at once.
    [[nodiscard]] bool is_group() {
        const Piece& current = piece(m_at);
        if (current.break_before == Break::none || !starts_upper(current.text) || model::count_code_points(current.text) > 60) return false;
        if (ends_sentence(current.text) || current.text.ends_with(',') || current.text.ends_with(';')) return false;
        if (!top().entries.empty() && !m_fresh && !ends_sentence(piece(top().entries.back().pieces.back()).text)) return false;
        if (m_at + 1 >= m_outline.pieces.size()) return false;
        const auto number = item_number(piece(m_at + 1).text);
        if (!number) return false;
        const std::string* last = last_number();
        const int value = number_value(number->first);
        return value == 1 || value == (last == nullptr ? 1 : number_value(*last) + 1);
    }

    void cut_number(Piece& current, std::size_t start) {
        current.span.first_char += std::min(model::count_code_points(std::string_view(current.text).substr(0, start)),
                                            current.span.last_char - current.span.first_char);
        current.text = current.text.substr(start);
    }

    /// "1. One thing. 2. Another." in one line becomes two lines, as long as the numbers go on counting.
    void split_run_together(int number) {
        std::vector<Piece> added;
        Piece* current = &piece(m_at);
        std::size_t from = 0;
        for (;;) {
            const std::string mark = " " + std::to_string(number + 1);
            std::size_t at = std::string::npos;
            for (std::size_t found = current->text.find(mark, from); found != std::string::npos; found = current->text.find(mark, found + 1)) {
                const auto next = item_number(std::string_view(current->text).substr(found + 1));
                const bool text_follows = next && starts_upper(std::string_view(current->text).substr(found + 1 + next->second));
                if (text_follows && next->first == mark.substr(1) && (ends_sentence(current->text.substr(0, found)) || current->text[found - 1] == ';')) {
                    at = found;
                    break;
                }
            }
            if (at == std::string::npos || at == 0) break;
            Piece later = *current;
            cut(later, at + 1);
            later.break_before = Break::paragraph;
            later.rule.clear();
            cut_tail(*current, at);
            added.push_back(std::move(later));
            current = &added.back();
            if (added.size() > m_limits.max_statements) break;
            const auto next = item_number(current->text);
            from = next ? next->second : 0;
            ++number;
        }
        m_outline.pieces.insert(m_outline.pieces.begin() + static_cast<std::ptrdiff_t>(m_at) + 1, std::make_move_iterator(added.begin()),
                                std::make_move_iterator(added.end()));
    }

    /// Cuts the current line where headings with `split` begin inside it.
    void split_piece() {
        for (const HeadingRule& rule : m_form.headings) {
            if (!rule.split || !allowed(rule)) continue;
            std::vector<std::size_t> cuts;
            const std::string& text = piece(m_at).text;
            for (std::size_t from = 1; from < text.size();) {
                const auto match = rule.split->find(text, from);
                if (!match || match->last == match->first) break;
                if (match->first > 0) cuts.push_back(match->first);
                from = match->last;
            }
            if (cuts.empty()) continue;
            std::vector<Piece> added;
            for (std::size_t i = 0; i < cuts.size(); ++i) {
                Piece later = piece(m_at);
                if (i + 1 < cuts.size()) cut_tail(later, cuts[i + 1]);
                cut(later, cuts[i]);
                later.break_before = Break::paragraph;
                later.bullet.clear();
                added.push_back(std::move(later));
            }
            cut_tail(piece(m_at), cuts.front());
            m_outline.pieces.insert(m_outline.pieces.begin() + static_cast<std::ptrdiff_t>(m_at) + 1, std::make_move_iterator(added.begin()),
                                    std::make_move_iterator(added.end()));
            return;
        }
    }

    /// Keeps what stands from byte `at` on.
    static void cut(Piece& entry, std::size_t at) {
        const std::size_t skipped = model::count_code_points(std::string_view(entry.text).substr(0, at));
        entry.span.first_char = std::min(entry.span.first_char + skipped, entry.span.last_char);
        entry.text = std::string(trimmed(std::string_view(entry.text).substr(at)));
        entry.raw = entry.text;
    }

    /// Keeps what stands before byte `at`.
    static void cut_tail(Piece& entry, std::size_t at) {
        const std::size_t dropped = model::count_code_points(std::string_view(entry.text).substr(at));
        entry.span.last_char = std::max(entry.span.last_char - std::min(dropped, entry.span.last_char), entry.span.first_char);
        entry.text = std::string(trimmed(std::string_view(entry.text).substr(0, at)));
        entry.raw = entry.text;
        entry.ends_with_hyphen = false;
    }

    void note_lines() {
        if (!m_overview_read) read_overview();
        for (const Piece& entry : m_outline.pieces) {
            std::string& rule = m_outline.line_rules[entry.line];
            // A line is only as consumed as its least consumed part.
            if (rule.empty() && !entry.rule.empty() && !m_partly.contains(entry.line)) rule = entry.rule;
            if (entry.rule.empty()) {
                rule.clear();
                m_partly.insert(entry.line);
            }
        }
    }

    const Template& m_form;
    const model::Limits& m_limits;
    Outline m_outline;
    model::Findings m_findings;
    const LineWidths* m_widths = nullptr;
    std::vector<std::size_t> m_stack;
    std::map<std::size_t, std::size_t> m_fragments;  ///< node -> words of its broken label read so far
    std::map<std::string, std::size_t> m_printed_codes;
    std::set<std::size_t> m_partly;
    std::size_t m_at = 0;
    std::size_t m_units = 0;
    std::size_t m_entries = 0;
    std::string m_group;
    std::vector<std::string> m_applies_to;
    std::string m_requirement;
    std::optional<std::size_t> m_requirement_node;
    double m_body_size = -1.0;
    bool m_fresh = true;            ///< the next text begins a new entry whatever the line break says
    bool m_overview_read = false;
};

}  // namespace

Outline build_outline(const LayoutDocument& document, const Template& form, const model::Limits& limits) {
    return Builder(document, form, limits).run();
}

}  // namespace kwalign::ingest
