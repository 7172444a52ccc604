#include "ingest/outline/heading_reader.hpp"

#include "ingest/outline/pieces.hpp"
#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <cmath>

namespace kwalign::ingest {

namespace {

constexpr std::size_t look_ahead = 6;  // lines of a wrapped heading or label; longer ones do not occur

}  // namespace

bool HeadingReader::open_heading(const std::vector<std::size_t>& found) {
    for (const std::size_t index : found) {
        if (index >= m_walk.form.heading_expressions) break;
        const std::size_t rule_index = m_walk.form.heading_of[index];
        const HeadingRule& rule = m_walk.form.headings[rule_index];
        if (!neighbours_allow(rule, m_walk.at) || (rule.first && m_walk.outline.nodes.size() > 1)) continue;
        std::optional<std::size_t> parent = m_walk.allowed(rule);
        const bool second = parent && rule.once && m_walk.has_child(*parent, rule_index);
        if ((!parent || second) && !rule.reveals.empty()) {
            if (const auto recovered = m_lost.recover(rule)) parent = recovered;
        }
        if (!parent) continue;
        for (const Pattern& pattern : rule.match) {
            const auto match = pattern.find(m_walk.current().text);
            if (!match) continue;
            if (!open(rule_index, *parent, *match)) break;
            return true;
        }
    }
    return m_walk.current().heading_level > 0 && open_marked();
}

bool HeadingReader::open_marked() {
    for (std::size_t i = 0; i < m_walk.form.headings.size(); ++i) {
        const HeadingRule& rule = m_walk.form.headings[i];
        const std::optional<std::size_t> parent = rule.marked ? m_walk.allowed(rule) : std::nullopt;
        if (!parent) continue;
        OutlineNode node;
        node.rule = i;
        node.parent = parent;
        node.title = m_walk.current().text;
        node.pieces = {m_walk.at};
        m_walk.current().rule = rule.name;
        m_walk.close_to(*parent);
        m_walk.push(std::move(node));
        return true;
    }
    return false;
}

void HeadingReader::open_initial() {
    for (std::size_t i = 0; i < m_walk.form.headings.size(); ++i) {
        if (!m_walk.form.headings[i].initial) continue;
        OutlineNode node;
        node.rule = i;
        node.parent = document_node;
        m_walk.push(std::move(node));
        return;
    }
}

bool HeadingReader::read_fragment() {
    for (std::size_t index = 0; index < m_walk.form.headings.size(); ++index) {
        const HeadingRule& rule = m_walk.form.headings[index];
        if (rule.fragments.empty()) continue;
        const std::optional<std::size_t> parent = m_walk.allowed(rule);
        if (!parent) continue;
        std::size_t& expected = m_fragments[*parent];
        const std::size_t count = fragment_words(rule, expected);
        if (count == 0) continue;
        m_walk.current().rule = rule.name;
        if (expected == 0 && !m_walk.has_child(*parent, index)) open_label(index, *parent);
        expected += count;
        return true;
    }
    return false;
}

bool HeadingReader::inside_paragraph() {
    if (m_walk.fresh || m_walk.top().entries.empty()) return false;
    const Content content = m_walk.open_content();
    if (content != Content::prose && content != Content::items) return false;
    const Piece& previous = m_walk.piece(m_walk.top().entries.back().pieces.back());
    if (ends_sentence(previous.text) || previous.line == m_walk.current().line) return false;
    const Break gap = m_walk.current().break_before;
    return gap == Break::none || (gap == Break::unknown && m_walk.widths.wraps(previous, m_walk.current()));
}

bool HeadingReader::neighbours_allow(const HeadingRule& rule, std::size_t at) const {
    const bool has_next = at + 1 < m_walk.outline.pieces.size();
    const std::string_view next = has_next ? std::string_view(m_walk.outline.pieces[at + 1].text) : std::string_view{};
    if (rule.never && rule.never->matches(m_walk.outline.pieces[at].text)) return false;
    if (rule.followed_by && !rule.followed_by->matches(next)) return false;
    return !rule.not_followed_by || !rule.not_followed_by->matches(next);
}

bool HeadingReader::open(std::size_t rule_index, std::size_t parent, const PatternMatch& match) {
    const HeadingRule& rule = m_walk.form.headings[rule_index];
    OutlineNode node;
    node.rule = rule_index;
    node.code_printed = std::string(match.group("code"));
    node.title = std::string(trimmed(match.group("title")));
    if (node.title.empty() && !match.has("title") && !match.has("code")) node.title = std::string(trimmed(match.group("heading")));
    node.code = rule.makes == Makes::unit ? heading_code(m_walk.form, rule, match, m_walk.unit_code_above(parent)) : std::string{};
    if (rule.makes == Makes::unit) {
        if (is_repeated(node, rule)) return true;
        if (inside_paragraph()) return false;
        separate_from_equal(node);
        m_walk.count_unit();
    }
    const std::string rest(trimmed(match.group("rest")));
    node.parent = parent;
    node.pieces = {m_walk.at};
    m_walk.current().rule = rule.name;
    m_walk.close_to(parent);
    m_walk.push(std::move(node));
    if (rest == m_walk.current().text) {
        // A heading that prints nothing but its text.
        m_walk.outline.nodes.back().pieces.clear();
        m_entries.read_text();
    } else if (!rest.empty()) {
        m_walk.insert_rest(rest);
    } else {
        read_title_lines();
    }
    if (rule.takes_title) read_document_title();
    return true;
}

void HeadingReader::reopen(std::size_t node) {
    if (std::find(m_walk.stack.begin(), m_walk.stack.end(), node) != m_walk.stack.end()) return;
    m_walk.stack.clear();
    for (std::optional<std::size_t> at = node; at; at = m_walk.outline.nodes[*at].parent) m_walk.stack.insert(m_walk.stack.begin(), *at);
    m_walk.fresh = true;
}

bool HeadingReader::is_repeated(const OutlineNode& node, const HeadingRule& rule) {
    for (std::size_t i = 1; i < m_walk.outline.nodes.size(); ++i) {
        const OutlineNode& other = m_walk.outline.nodes[i];
        if (other.code != node.code || m_walk.form.headings[other.rule].makes != Makes::unit) continue;
        const bool same =
            title_likeness(other.title, node.title) > 0.8 || model::fold_case(other.title).starts_with(model::fold_case(node.title));
        if (!same) continue;
        m_walk.current().rule = rule.name + " repeated";
        skip_repeated_title(other.title, node.title);
        reopen(i);
        if (m_walk.at + 1 < m_walk.outline.pieces.size() && m_walk.piece(m_walk.at + 1).break_before != Break::none)
            m_walk.piece(m_walk.at + 1).break_before = Break::page;
        return true;
    }
    return false;
}

void HeadingReader::separate_from_equal(OutlineNode& node) {
    const auto taken = [&](const std::string& code) {
        return std::any_of(m_walk.outline.nodes.begin() + 1, m_walk.outline.nodes.end(),
                           [&](const OutlineNode& other) { return other.code == code; });
    };
    if (!taken(node.code)) return;
    std::string code = node.code;
    for (char letter = 'b'; taken(code) && letter <= 'z'; ++letter) code = node.code + letter;
    m_walk.findings.add("duplicate-number", model::Severity::warning,
                        "The number " + node.code + " stands before two different titles; the second is read as " + code + ".",
                        m_walk.current().span);
    if (node.code_printed.empty()) node.code_printed = node.code;
    node.code = code;
}

void HeadingReader::skip_repeated_title(std::string_view whole, std::string printed) {
    for (std::size_t i = 0; i < look_ahead && m_walk.at + 1 < m_walk.outline.pieces.size(); ++i) {
        const std::string longer = printed + " " + m_walk.piece(m_walk.at + 1).text;
        if (!model::fold_case(whole).starts_with(model::fold_case(longer))) return;
        m_walk.piece(++m_walk.at).rule = "heading repeated";
        printed = longer;
    }
}

bool HeadingReader::may_be_title(const HeadingRule& rule, std::size_t next, std::size_t lines) {
    const Piece& line = m_walk.piece(next);
    if (line.break_before == Break::page || ends_sentence(line.text) || !known_within(next + 1, lines)) return false;
    if (line.break_before == Break::paragraph && !m_walk.top().title.empty()) return false;
    if (m_walk.widths.surely_fits(m_walk.piece(next - 1), line) && !m_walk.top().title.empty()) return false;
    // Where sub-headings may follow, only a line that was full can have been wrapped.
    return !rule.groups || (line.break_before != Break::paragraph && m_walk.widths.wraps(m_walk.piece(next - 1), line));
}

void HeadingReader::read_title_lines() {
    const HeadingRule& rule = *m_walk.open_rule();
    const std::size_t node = m_walk.stack.back();
    std::size_t count = 0;
    while (count < rule.title_lines) {
        const std::size_t next = m_walk.at + count + 1;
        if (next >= m_walk.outline.pieces.size() || is_known(next)) break;
        const bool surely = m_walk.piece(next).break_before == Break::none || has_open_bracket(m_walk.outline.nodes[node].title);
        if (!surely && !may_be_title(rule, next, rule.title_lines - count)) break;
        add_to_title(node, next);
        ++count;
    }
    m_walk.at += count;
}

void HeadingReader::add_to_title(std::size_t node, std::size_t next) {
    OutlineNode& heading = m_walk.outline.nodes[node];
    heading.pieces.push_back(next);
    m_walk.piece(next).rule = m_walk.rule_of(node)->name;
    heading.title = heading.title.empty() ? m_walk.piece(next).text : m_walk.outline.joiner.join(heading.title, m_walk.piece(next).text);
}

bool HeadingReader::known_within(std::size_t from, std::size_t count) {
    for (std::size_t i = from; i < from + count && i < m_walk.outline.pieces.size(); ++i) {
        if (is_known(i)) return true;
    }
    return false;
}

bool HeadingReader::means_open_heading(const HeadingRule& rule) {
    const HeadingRule& open = *m_walk.open_rule();
    const OutlineNode& node = m_walk.top();
    if (!node.title.empty() || !node.entries.empty() || rule.makes != open.makes) return false;
    if (rule.makes == Makes::area) return &rule == &open;
    return rule.makes == Makes::unit && rule.kind == open.kind && rule.code_format == node.code;
}

bool HeadingReader::is_known(std::size_t index) {
    const Piece& next = m_walk.piece(index);
    for (const std::size_t found : m_walk.form.lines.match(next.text)) {
        if (found >= m_walk.form.heading_expressions) return true;
        const HeadingRule& rule = m_walk.form.headings[m_walk.form.heading_of[found]];
        if (m_walk.allowed(rule) && neighbours_allow(rule, index) && !means_open_heading(rule)) return true;
    }
    const HeadingRule& rule = *m_walk.open_rule();
    if (rule.printed_level && whole_level(m_walk.form, next.text)) return true;
    if (!next.bullet.empty()) return true;
    const auto leads = [&](const Pattern& pattern) { return pattern.matches(next.text); };
    if (std::any_of(rule.lead.begin(), rule.lead.end(), leads)) return true;
    if (rule.content == Content::items && !rule.unnumbered_only && item_number(next.text)) return true;
    return rule.content == Content::fields && m_walk.starts_label(index);
}

void HeadingReader::read_document_title() {
    std::vector<std::size_t> lines;
    while (m_walk.at + 1 < m_walk.outline.pieces.size()) {
        const Piece& next = m_walk.piece(m_walk.at + 1);
        if (!m_walk.form.lines.match(next.text).empty() ||
            (m_walk.open_rule()->content == Content::fields && m_walk.starts_label(m_walk.at + 1)))
            break;
        if (!lines.empty()) {
            const Piece& first = m_walk.piece(lines.front());
            const bool same_size = first.font_size_pt > body_size() + 0.5 && std::abs(first.font_size_pt - next.font_size_pt) < 0.3;
            if (next.break_before != Break::none && !same_size) break;
            if (next.break_before == Break::page) break;
        }
        lines.push_back(++m_walk.at);
        m_walk.current().rule = "title";
    }
    m_walk.outline.title = join_pieces(m_walk.outline, lines);
    m_walk.outline.title_pieces = std::move(lines);
}

double HeadingReader::body_size() {
    if (m_body_size >= 0.0) return m_body_size;
    std::vector<double> sizes;
    for (const Piece& entry : m_walk.outline.pieces) {
        if (entry.font_size_pt > 0.0) sizes.push_back(entry.font_size_pt);
    }
    std::sort(sizes.begin(), sizes.end());
    m_body_size = sizes.empty() ? 0.0 : sizes[sizes.size() / 2];
    return m_body_size;
}

std::size_t HeadingReader::fragment_words(const HeadingRule& rule, std::size_t expected) {
    std::string text;
    for (std::size_t i = expected; i < rule.fragments.size(); ++i) {
        text += (text.empty() ? "" : " ") + model::fold_case(rule.fragments[i]);
        if (text == model::fold_case(m_walk.current().text)) return i + 1 - expected;
    }
    return 0;
}

void HeadingReader::open_label(std::size_t rule_index, std::size_t parent) {
    OutlineNode node;
    node.rule = rule_index;
    node.parent = parent;
    for (const std::string& word : m_walk.form.headings[rule_index].fragments) node.title += (node.title.empty() ? "" : " ") + word;
    node.pieces = {m_walk.at};
    m_walk.close_to(parent);
    m_walk.push(std::move(node));
}

}  // namespace kwalign::ingest
