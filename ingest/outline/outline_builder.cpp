#include "ingest/outline/outline.hpp"

#include "ingest/outline/entry_reader.hpp"
#include "ingest/outline/heading_reader.hpp"
#include "ingest/outline/lost_headings.hpp"
#include "ingest/outline/pieces.hpp"
#include "ingest/outline/printed_forms.hpp"
#include "ingest/outline/walk.hpp"
#include "ingest/outline/wording.hpp"

#include <algorithm>
#include <set>

namespace kwalign::ingest {

namespace {

constexpr std::size_t marker_lines = 3;  // that a marker for certain profiles may fill

/// Walks the lines once and asks, for each, who reads it: headings first, then markers, furniture of the family, and text last.
class Builder {
public:
    Builder(const LayoutDocument& document, const Template& form, const model::Limits& limits)
        : m_walk(document, form, limits), m_lost(m_walk), m_entries(m_walk), m_headings(m_walk, m_lost, m_entries) {}

    Outline run() {
        m_headings.open_initial();
        for (m_walk.at = 0; m_walk.has(m_walk.at); ++m_walk.at) {
            if (m_walk.current().rule.empty()) read_piece();
        }
        note_lines();
        m_walk.outline.findings = m_walk.findings.list();
        return std::move(m_walk.outline);
    }

private:
    void read_piece() {
        split_piece();
        const std::vector<std::size_t> found = m_walk.form.lines.match(m_walk.current().text);
        if (m_headings.open_heading(found) || read_marker(found) || ignore(found) || read_level() || m_headings.read_fragment()) return;
        if (m_lost.read_garbled_heading()) return;
        m_entries.read_text();
    }

    bool ignore(const std::vector<std::size_t>& found) {
        for (const std::size_t index : found) {
            if (index < m_walk.form.heading_expressions + m_walk.form.marker_expressions) continue;
            const IgnoreRule& rule = m_walk.form.ignored[index - m_walk.form.heading_expressions - m_walk.form.marker_expressions];
            if (!rule.in.empty() && !m_walk.innermost(rule.in)) continue;
            m_walk.current().rule = "ignored";
            return true;
        }
        const HeadingRule* rule = m_walk.open_rule();
        if (rule == nullptr) return false;
        const auto leads = [&](const Pattern& pattern) { return pattern.matches(m_walk.current().text); };
        if (!std::any_of(rule->lead.begin(), rule->lead.end(), leads)) return false;
        m_walk.current().rule = rule->name + " lead";
        return true;
    }

    bool read_marker(const std::vector<std::size_t>& found) {
        for (const std::size_t index : found) {
            if (index < m_walk.form.heading_expressions || index >= m_walk.form.heading_expressions + m_walk.form.marker_expressions)
                continue;
            const MarkerRule& rule = m_walk.form.markers[m_walk.form.marker_of[index - m_walk.form.heading_expressions]];
            if (obey(rule, m_walk.current().text)) return true;
        }
        return read_wrapped_marker();
    }

    /// A marker for certain profiles is a sentence, so it may fill several lines.
    bool read_wrapped_marker() {
        std::string text = m_walk.current().text;
        for (std::size_t lines = 1; lines < marker_lines && m_walk.has(m_walk.at + lines); ++lines) {
            const Piece& next = m_walk.piece(m_walk.at + lines);
            if (next.break_before == Break::paragraph || !next.bullet.empty() || text.ends_with(':')) return false;
            text = m_walk.outline.joiner.join(text, next.text);
            for (const MarkerRule& rule : m_walk.form.markers) {
                if (rule.effect != "applies_to") continue;
                const auto whole = [&](const Pattern& pattern) {
                    const auto match = pattern.find(text);
                    return match && match->first == 0 && match->last == text.size() && trimmed(match->group("rest")).empty();
                };
                if (std::none_of(rule.match.begin(), rule.match.end(), whole) || !obey(rule, text)) continue;
                const std::string read = m_walk.current().rule;
                for (std::size_t i = 1; i <= lines; ++i) m_walk.piece(++m_walk.at).rule = read;
                return true;
            }
        }
        return false;
    }

    bool obey(const MarkerRule& rule, const std::string& text) {
        const std::optional<std::size_t> node = rule.in.empty() ? std::optional(document_node) : m_walk.innermost(rule.in);
        if (!node) return false;
        if (rule.effect == "applies_to") {
            m_walk.applies_to.clear();
            for (const Pattern& pattern : rule.match) {
                const auto match = pattern.find(text);
                if (!match) continue;
                m_walk.applies_to = {std::string(trimmed(match->group("profile")))};
                if (const std::string rest(trimmed(match->group("rest"))); !rest.empty()) m_walk.insert_rest(rest);
                break;
            }
        } else {
            m_walk.close_to(*node);
            m_walk.requirement = rule.value;
            m_walk.requirement_node = *node;
        }
        m_walk.fresh = true;
        m_walk.current().rule = "marker " + rule.effect;
        return true;
    }

    /// A level on its own line or in the cell beside the heading.
    bool read_level() {
        OutlineNode& node = m_walk.top();
        const HeadingRule* rule = m_walk.open_rule();
        if (rule == nullptr || !rule->printed_level || node.level || !node.entries.empty()) return false;
        const auto level = whole_level(m_walk.form, m_walk.current().text);
        if (!level) return false;
        node.level = level;
        node.pieces.push_back(m_walk.at);
        m_walk.current().rule = rule->name + " level";
        return true;
    }

    /// Cuts the current line where headings with `split` begin inside it.
    void split_piece() {
        for (const HeadingRule& rule : m_walk.form.headings) {
            if (!rule.split || !m_walk.allowed(rule)) continue;
            std::vector<std::size_t> cuts;
            const std::string& text = m_walk.current().text;
            for (std::size_t from = 1; from < text.size();) {
                const auto match = rule.split->find(text, from);
                if (!match || match->last <= from) break;
                cuts.push_back(match->first);
                from = match->last;
            }
            if (cuts.empty()) continue;
            cut_piece(m_walk.outline.pieces, m_walk.at, cuts);
            return;
        }
    }

    void note_lines() {
        m_lost.read_overview();
        for (const Piece& entry : m_walk.outline.pieces) {
            std::string& rule = m_walk.outline.line_rules[entry.line];
            // A line is only as consumed as its least consumed part.
            if (rule.empty() && !entry.rule.empty() && !m_partly.contains(entry.line)) rule = entry.rule;
            if (entry.rule.empty()) {
                rule.clear();
                m_partly.insert(entry.line);
            }
        }
    }
    Walk m_walk;
    LostHeadings m_lost;
    EntryReader m_entries;
    HeadingReader m_headings;
    std::set<std::size_t> m_partly;
};

}  // namespace

Outline build_outline(const LayoutDocument& document, const Template& form, const model::Limits& limits) {
    return Builder(document, form, limits).run();
}

}  // namespace kwalign::ingest
