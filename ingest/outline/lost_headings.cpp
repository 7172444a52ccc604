#include "ingest/outline/lost_headings.hpp"

#include "ingest/outline/overview.hpp"
#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/wording.hpp"

#include <algorithm>

namespace kwalign::ingest {

std::optional<std::size_t> LostHeadings::recover(const HeadingRule& section) {
    const std::optional<std::size_t> wanted = m_walk.form.find_heading(section.reveals);
    if (!wanted) return std::nullopt;
    const std::optional<std::size_t> parent = m_walk.allowed(m_walk.form.headings[*wanted]);
    if (!parent) return std::nullopt;
    const auto entry = next_lost(*wanted, *parent);
    if (!entry) return std::nullopt;
    m_walk.findings.add("heading-recovered", model::Severity::warning,
                        "The heading " + entry->code + " " + entry->title + " is missing before '" + shortened(m_walk.current().text) +
                            "'; it was taken from the overview on page " + std::to_string(m_walk.piece(entry->piece).span.page) + ".",
                        m_walk.current().span);
    open_recovered(*wanted, *parent, *entry, {});
    return m_walk.stack.back();
}

bool LostHeadings::read_garbled_heading() {
    if (m_walk.open_content() != Content::none || m_walk.stack.size() < 2) return false;
    for (std::size_t i = 0; i < m_walk.form.headings.size(); ++i) {
        const HeadingRule& rule = m_walk.form.headings[i];
        if (rule.makes != Makes::unit || !is_revealed(rule.name)) continue;
        const std::optional<std::size_t> parent = m_walk.allowed(rule);
        if (!parent) continue;
        const auto entry = next_lost(i, *parent);
        if (!entry || title_likeness(entry->code + " " + entry->title, m_walk.current().text) < 0.75) continue;
        m_walk.findings.add("heading-recovered", model::Severity::warning,
                            "The damaged heading '" + shortened(m_walk.current().text) + "' was read as " + entry->code + " " +
                                entry->title + " after the overview on page " + std::to_string(m_walk.piece(entry->piece).span.page) + ".",
                            m_walk.current().span);
        m_walk.current().rule = rule.name + " damaged";
        open_recovered(i, *parent, *entry, {m_walk.at});
        return true;
    }
    return false;
}

void LostHeadings::read_overview() {
    if (m_overview_read) return;
    m_overview_read = true;
    for (const OutlineNode& node : m_walk.outline.nodes) {
        if (&node == &m_walk.outline.nodes[document_node]) continue;
        const HeadingRule& rule = m_walk.form.headings[node.rule];
        if (std::find(rule.collect.begin(), rule.collect.end(), "overview") != rule.collect.end())
            collect_overview(m_walk.outline, node, m_walk.form);
    }
}

void LostHeadings::find_printed_codes() {
    for (const Piece& entry : m_walk.outline.pieces) {
        for (const std::size_t index : m_walk.form.lines.match(entry.text)) {
            if (index >= m_walk.form.heading_expressions) break;
            const HeadingRule& rule = m_walk.form.headings[m_walk.form.heading_of[index]];
            if (rule.makes != Makes::unit) continue;
            for (const Pattern& pattern : rule.match) {
                if (const auto match = pattern.find(entry.text); match && match->has("code"))
                    m_printed_codes[normal_code(m_walk.form, match->group("code"))] = entry.line;
            }
        }
    }
}

void LostHeadings::open_recovered(std::size_t rule_index, std::size_t parent, const OverviewEntry& entry, std::vector<std::size_t> pieces) {
    m_walk.count_unit();
    OutlineNode node;
    node.rule = rule_index;
    node.parent = parent;
    node.code = entry.code;
    node.title = entry.title;
    node.pieces = std::move(pieces);
    node.recovered = true;
    m_walk.close_to(parent);
    m_walk.push(std::move(node));
}

std::optional<OverviewEntry> LostHeadings::next_lost(std::size_t rule_index, std::size_t parent) {
    read_overview();
    const HeadingRule& rule = m_walk.form.headings[rule_index];
    const std::vector<OverviewEntry>& overview = m_walk.outline.overview;
    std::size_t from = 0;
    for (std::size_t i = 0; i < overview.size(); ++i) {
        const auto opened = [&](const OutlineNode& node) { return node.rule == rule_index && node.code == overview[i].code; };
        if (std::any_of(m_walk.outline.nodes.begin() + 1, m_walk.outline.nodes.end(), opened)) from = i + 1;
    }
    const std::string prefix = m_walk.unit_code_above(parent) + "-";
    const OverviewEntry* first = nullptr;
    for (std::size_t i = from; i < overview.size(); ++i) {
        if (!is_of(rule, overview[i]) || still_comes(overview[i].code)) continue;
        if (overview[i].code.starts_with(prefix)) return overview[i];
        if (first == nullptr) first = &overview[i];
    }
    return first == nullptr ? std::nullopt : std::optional(*first);
}

bool LostHeadings::still_comes(const std::string& code) const {
    const auto found = m_printed_codes.find(code);
    return found != m_printed_codes.end() && found->second > m_walk.outline.pieces[m_walk.at].line;
}

bool LostHeadings::is_of(const HeadingRule& rule, const OverviewEntry& entry) {
    for (const Pattern& pattern : rule.match) {
        for (const std::string& printed : {entry.code + ": " + entry.title, entry.code + " " + entry.title}) {
            const auto match = pattern.find(printed);
            if (match && match->group("code") == entry.code) return true;
        }
    }
    return false;
}

bool LostHeadings::is_revealed(std::string_view name) const {
    return std::any_of(m_walk.form.headings.begin(), m_walk.form.headings.end(),
                       [&](const HeadingRule& rule) { return rule.reveals == name; });
}

}  // namespace kwalign::ingest
