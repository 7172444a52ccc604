#include "ingest/outline/entry_reader.hpp"

#include "ingest/outline/pieces.hpp"
#include "ingest/outline/wording.hpp"
#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <charconv>

namespace kwalign::ingest {

namespace {

int number_value(std::string_view number) {
    int value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error == std::errc() && end == number.data() + number.size()) return value;
    return number.size() == 1 ? number[0] - 'a' + 1 : 0;
}

constexpr std::size_t farthest_mark = 40;  // lines within which a list shows its numbers or bullets

/// The number has been read: what is left is the text. The raw text keeps it.
void cut_number(Piece& piece, std::size_t start) {
    const std::size_t length = piece.span.last_char - std::min(piece.span.first_char, piece.span.last_char);
    piece.span.first_char += std::min(model::count_code_points(std::string_view(piece.text).substr(0, start)), length);
    piece.text = piece.text.substr(start);
}

}  // namespace

void EntryReader::read_text() {
    const HeadingRule* rule = m_walk.open_rule();
    if (rule == nullptr || rule->content == Content::none) {
        m_walk.fresh = true;
        return;  // left over
    }
    switch (rule->content) {
        case Content::ignore: m_walk.current().rule = rule->name + " (boilerplate)"; return;
        case Content::items: read_item(*rule); return;
        case Content::prose:
        case Content::value: read_paragraph(*rule); return;
        case Content::fields:
            // Before the first label nobody would read it.
            if (m_walk.top().entries.empty() && !m_walk.starts_label(m_walk.at)) return;
            add_entry(*rule, {});
            return;
        default: add_entry(*rule, {}); return;
    }
}

void EntryReader::add_entry(const HeadingRule& rule, std::string number) {
    Entry entry;
    entry.number = std::move(number);
    entry.bulleted = !m_walk.current().bullet.empty();
    entry.group = m_walk.group;
    entry.applies_to = m_walk.applies_to;
    entry.pieces = {m_walk.at};
    m_walk.top().entries.push_back(std::move(entry));
    m_walk.current().rule = rule.name;
    m_walk.fresh = false;
    if (++m_walk.entries > m_walk.limits.max_statements)
        throw model::Error(model::ErrorCode::limit_exceeded, m_walk.form.id, "more entries than allowed", "raise the limit max_statements");
}

void EntryReader::continue_entry(const HeadingRule& rule) {
    m_walk.top().entries.back().pieces.push_back(m_walk.at);
    m_walk.current().rule = rule.name;
}

bool EntryReader::goes_on(bool listed) {
    if (m_walk.fresh || m_walk.top().entries.empty()) return false;
    const Piece& next = m_walk.current();
    const Piece& previous = m_walk.piece(m_walk.top().entries.back().pieces.back());
    if (!next.bullet.empty()) return false;
    const bool ended = ends_sentence(previous.text);
    const bool open_end = previous.text.ends_with(',') || previous.ends_with_hyphen || has_open_bracket(previous.text);
    const bool items = m_walk.open_content() == Content::items && !listed;
    const bool listed_end = items && previous.text.ends_with(';') && next.break_before != Break::none;
    // A bracket goes on with prose; in a list it may begin an item ("(Part of) a plan").
    const bool goes_on_inside = starts_lower(next.text) || (next.text.starts_with('(') && m_walk.open_content() != Content::items);
    if (open_end || (goes_on_inside && !ended && !listed_end)) return true;
    if (starts_lower(next.text) && next.break_before != Break::paragraph && in_bracket()) return true;
    if (in_other_cell(previous, next)) return false;
    if (next.break_before == Break::paragraph) return false;
    if (listed_end || (items && begins_item(previous, next))) return false;
    switch (next.break_before) {
        // A line that had room for the next word was not wrapped, whatever the spacing says.
        case Break::none: return !items || !m_walk.widths.surely_fits(previous, next);
        case Break::unknown: return listed || m_walk.widths.wraps(previous, next);
        default: break;
    }
    // Over a page break an unfinished sentence goes on; a full stop may end a sentence inside the entry if the line was full.
    if (!ended) return !items;
    return !previous.span.box.empty() && m_walk.widths.wraps(previous, next);
}

bool EntryReader::in_bracket() {
    std::string text;
    for (const std::size_t piece : m_walk.top().entries.back().pieces) text += m_walk.piece(piece).text;
    return has_open_bracket(text);
}

bool EntryReader::in_other_cell(const Piece& previous, const Piece& next) {
    if (!previous.cell || !next.cell || previous.cell->table != next.cell->table) return false;
    // Rows are counted page by page, so the row that a page broke has two numbers.
    const bool broken = next.break_before == Break::page && previous.span.page != next.span.page;
    return previous.cell->column != next.cell->column || (previous.cell->row != next.cell->row && !broken);
}

bool EntryReader::begins_item(const Piece& previous, const Piece& next) {
    const HeadingRule& rule = *m_walk.open_rule();
    const auto worded = [&](const KindByWording& kind) { return kind.match.matches(next.text); };
    if (starts_upper(next.text) && std::any_of(rule.kinds.begin(), rule.kinds.end(), worded)) return true;
    return ends_sentence(previous.text) && one_sentence_each();
}

bool EntryReader::one_sentence_each() {
    std::size_t all = 0;
    std::size_t single = 0;
    const OutlineNode& open = m_walk.top();
    for (std::size_t i = 1; i < m_walk.outline.nodes.size(); ++i) {
        const OutlineNode& node = m_walk.outline.nodes[i];
        if (node.rule != open.rule) continue;
        for (const Entry& entry : node.entries) {
            if (&entry == &open.entries.back()) continue;
            const std::string text = join_pieces(m_walk.outline, entry.pieces);
            ++all;
            single += ends_sentence(text) && text.find(". ") == std::string::npos ? 1U : 0U;
        }
    }
    return all >= 2 && 10 * single >= 7 * all;
}

void EntryReader::read_paragraph(const HeadingRule& rule) {
    if (goes_on(false))
        continue_entry(rule);
    else
        add_entry(rule, {});
}

void EntryReader::read_item(const HeadingRule& rule) {
    Piece& current = m_walk.current();
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
    const bool listed =
        !m_walk.top().entries.empty() && (m_walk.top().entries.back().bulleted || !m_walk.top().entries.back().number.empty());
    if (rule.groups && is_group()) {
        m_walk.group = current.text.ends_with(':') ? current.text.substr(0, current.text.size() - 1) : current.text;
        current.rule = rule.name + " group";
        m_walk.fresh = true;
        return;
    }
    if (goes_on(listed)) {
        continue_entry(rule);
    } else if (rule.paragraphs || (!listed && !rule.unnumbered_only && !numbers_follow())) {
        add_entry(rule, {});
    } else {
        m_walk.fresh = false;  // a stray line before or inside a marked list stays left over
    }
}

bool EntryReader::numbers_follow() {
    for (std::size_t i = m_walk.at + 1; i < std::min(m_walk.at + farthest_mark, m_walk.outline.pieces.size()); ++i) {
        const Piece& next = m_walk.piece(i);
        if (!next.bullet.empty() || item_number(next.text)) return true;
        for (const std::size_t found : m_walk.form.lines.match(next.text)) {
            if (found < m_walk.form.heading_expressions && m_walk.allowed(m_walk.form.headings[m_walk.form.heading_of[found]]))
                return false;
        }
    }
    return false;
}

const std::string* EntryReader::last_number() {
    for (auto entry = m_walk.top().entries.rbegin(); entry != m_walk.top().entries.rend(); ++entry) {
        if (!entry->number.empty()) return &entry->number;
    }
    return nullptr;
}

bool EntryReader::fits_sequence(std::string_view printed) {
    const int number = number_value(printed);
    const std::string* last = last_number();
    const Break gap = m_walk.current().break_before;
    if (last == nullptr) return number <= 30;
    const int before = number_value(*last);
    const bool ended = ends_sentence(m_walk.piece(m_walk.top().entries.back().pieces.back()).text);
    if (number == before + 1) return gap != Break::none || ended;
    if (number == before || number == 1) return ended || gap == Break::paragraph;
    if (gap == Break::none) return false;
    return (ended || gap == Break::paragraph) && number > before - 30 && number < before + 30;
}

void EntryReader::note_sequence(const std::string& printed) {
    const std::string* last = last_number();
    const int number = number_value(printed);
    const int before = last == nullptr ? 0 : number_value(*last);
    if (number == before + 1 || (number == 1 && last != nullptr)) return;
    const std::string unit = m_walk.unit_code_above(m_walk.stack.back());
    if (number == before) {
        m_walk.findings.add("duplicate-number", model::Severity::warning, "The number " + printed + " is printed twice in " + unit + ".",
                            m_walk.current().span);
    } else {
        std::string gap = "In " + unit + " number " + printed + " follows " + (last == nullptr ? "no number" : "number " + *last);
        if (number == before + 2) gap += "; " + std::to_string(before + 1) + " is missing";
        m_walk.findings.add("numbering-gap", model::Severity::warning, gap + ".", m_walk.current().span);
    }
}

bool EntryReader::is_group() {
    const Piece& current = m_walk.current();
    if (current.break_before == Break::none || !starts_upper(current.text) || model::count_code_points(current.text) > 60) return false;
    if (ends_sentence(current.text) || current.text.ends_with(',') || current.text.ends_with(';')) return false;
    if (!m_walk.top().entries.empty() && !m_walk.fresh && !ends_sentence(m_walk.piece(m_walk.top().entries.back().pieces.back()).text))
        return false;
    if (m_walk.at + 1 >= m_walk.outline.pieces.size()) return false;
    const auto number = item_number(m_walk.piece(m_walk.at + 1).text);
    if (!number) return false;
    const std::string* last = last_number();
    const int value = number_value(number->first);
    return value == 1 || value == (last == nullptr ? 1 : number_value(*last) + 1);
}

void EntryReader::split_run_together(int number) {
    std::vector<Piece> added;
    Piece* current = &m_walk.current();
    std::size_t from = 0;
    for (;;) {
        const std::string mark = " " + std::to_string(number + 1);
        std::size_t at = std::string::npos;
        for (std::size_t found = current->text.find(mark, from); found != std::string::npos; found = current->text.find(mark, found + 1)) {
            const auto next = item_number(std::string_view(current->text).substr(found + 1));
            const bool text_follows = next && starts_upper(std::string_view(current->text).substr(found + 1 + next->second));
            if (text_follows && next->first == mark.substr(1) &&
                (ends_sentence(current->text.substr(0, found)) || current->text[found - 1] == ';')) {
                at = found;
                break;
            }
        }
        if (at == std::string::npos || at == 0) break;
        Piece later = *current;
        keep_from(later, at + 1);
        later.break_before = Break::paragraph;
        later.rule.clear();
        keep_until(*current, at);
        added.push_back(std::move(later));
        current = &added.back();
        if (added.size() > m_walk.limits.max_statements) break;
        const auto next = item_number(current->text);
        from = next ? next->second : 0;
        ++number;
    }
    m_walk.outline.pieces.insert(m_walk.outline.pieces.begin() + static_cast<std::ptrdiff_t>(m_walk.at) + 1,
                                 std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
}

}  // namespace kwalign::ingest
