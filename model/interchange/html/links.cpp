#include "model/interchange/document_order.hpp"
#include "model/interchange/html/page.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"
#include "model/interchange/table_rows.hpp"
#include "model/text/locale.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <unordered_map>

namespace kwalign::model {

namespace {

constexpr Literal columns = "7";
/// Sorts after everything: where a row has no item on one side.
constexpr std::size_t far_end = 1'000'000'000;

std::string position(const DocumentOrder& order, const Endpoint& item) { return std::to_string(std::min(order.of(item), far_end)); }

/// Ranks of the titles of a side by the reader's language; equal titles have equal ranks.
class TitleRanks {
public:
    TitleRanks(const CodeIndex& index, const TableOptions& options) {
        std::map<std::string, std::vector<std::string_view>> by_key;
        for (const Unit& unit : index.standard().units) {
            if (options.level == TableLevel::unit) by_key[collation_key(unit.title, options.interface_lang)].push_back(unit.code);
            if (options.level == TableLevel::unit) continue;
            for (const Statement& statement : unit.statements)
                by_key[collation_key(statement.text, options.interface_lang)].push_back(statement.code);
        }
        std::size_t rank = 0;
        for (const auto& [key, codes] : by_key) {
            for (const std::string_view code : codes) m_ranks.emplace(code, rank);
            ++rank;
        }
    }
    [[nodiscard]] std::string of(const Endpoint& item) const {
        const auto found = m_ranks.find(item.code());
        return std::to_string(found == m_ranks.end() ? far_end : found->second);
    }

private:
    std::unordered_map<std::string_view, std::size_t> m_ranks;
};

void write_share(Markup& out, double share, std::string_view of) {
    out.raw("<span class=\"share\"><b>").text(percent(share)).raw("</b> <span class=\"muted\">").text(of).raw("</span> ");
    write_bar(out, share);
    out.raw("</span>");
}

void write_level(Markup& out, const Page& page, const PairView& pair, const Link& link) {
    const std::string flag = level_flag(link, pair, page.text);
    if (!flag.empty())
        out.raw("<span class=\"flag\"><span aria-hidden=\"true\">\u26a0</span> ").text(flag).raw("</span>");
    else
        out.raw("<span class=\"muted\">")
            .text(page.text(link.level_difference ? Phrase::level_same : Phrase::level_unknown))
            .raw("</span>");
}

void write_status(Markup& out, const Page& page, const PairView& pair, const Link& link) {
    const Decision& decision = link.decision;
    out.raw("<span class=\"status ").text(to_string(decision.status)).raw("\">").text(page.text.word(decision.status)).raw("</span>");
    if (decision.status == LinkStatus::suggested) {
        out.raw("<span class=\"tick\" aria-hidden=\"true\">\u2610 ").text(page.text(Phrase::agreed)).raw("<br>\u2610 ");
        out.text(page.text(Phrase::not_agreed)).raw("</span>");
    }
    out.raw("<span class=\"facts\">");
    const bool named = !decision.by.empty() && page.view.options().persons == Persons::keep;
    if (named) out.text(page.text(Phrase::decided_by, {decision.by})).raw(" ");
    if (!decision.when.empty()) out.text(page.text(Phrase::decided_on, {local_date(decision.when.substr(0, 10), page.text.lang())}));
    if (!decision.why.empty()) out.raw("<br>").text(decision.why);
    if (!pair.expires.empty()) {
        if (named || !decision.when.empty() || !decision.why.empty()) out.raw("<br>");
        out.text(page.text(Phrase::expires)).raw(" ");
        write_date(out, page.text, pair.expires);
    }
    out.raw("</span>");
}

/// A body cell that says its column's name to narrow screens and its value to the sorter.
Markup& cell(Markup& out, std::string_view label, std::string_view sort, std::string_view rank = {}) {
    out.raw("<td").attribute("data-label", label).attribute("data-sort", sort);
    if (!rank.empty()) out.attribute("data-rank", rank);
    return out.raw(">");
}

class LinkTable {
public:
    LinkTable(Markup& out, const Page& page, const PairView& pair)
        : m_out(out),
          m_page(page),
          m_pair(pair),
          m_source(pair.source->standard()),
          m_target(pair.target->standard()),
          m_source_ranks(*pair.source, page.view.options()),
          m_target_ranks(*pair.target, page.view.options()) {}

    void write_head() {
        m_out.raw("<thead><tr>");
        for (const std::string& name : {m_page.text(Phrase::item_in, {m_pair.source_letter}), std::string(m_page.text(Phrase::relation)),
                                        m_page.text(Phrase::item_in, {m_pair.target_letter}), std::string(m_page.text(Phrase::confidence)),
                                        std::string(m_page.text(Phrase::coverage)), std::string(m_page.text(Phrase::level)),
                                        std::string(m_page.text(Phrase::status))}) {
            m_out.raw("<th scope=\"col\">").text(name).raw("</th>");
        }
        m_out.raw("</tr></thead>\n");
    }

    void write_link(const Link& link) {
        const Messages& text = m_page.text;
        m_out.raw("<tbody class=\"link\"").attribute("id", m_page.anchor(link)).attribute("data-relation", to_string(link.relation));
        m_out.attribute("data-confidence", fixed(clamp_share(link.confidence), 3)).raw(">\n<tr><th scope=\"row\"");
        m_out.attribute("data-sort", position(m_source, link.source)).attribute("data-rank", m_source_ranks.of(link.source)).raw(">");
        write_item(m_out, text, *m_pair.source, link.source);
        m_out.raw("</th>");
        const auto rank = std::find(all_relations.begin(), all_relations.end(), link.relation) - all_relations.begin();
        cell(m_out, text(Phrase::relation), std::to_string(rank));
        write_relation(m_out, text, link.relation);
        m_out.raw("</td>");
        cell(m_out, text(Phrase::item_in, {m_pair.target_letter}), position(m_target, link.target), m_target_ranks.of(link.target));
        write_item(m_out, text, *m_pair.target, link.target);
        m_out.raw("</td>");
        cell(m_out, text(Phrase::confidence), fixed(-clamp_share(link.confidence), 3)).raw("<span class=\"share\"><b>");
        m_out.text(confidence_text(link.confidence, text)).raw("</b> ");
        write_bar(m_out, link.confidence);
        m_out.raw("</span></td>");
        cell(m_out, text(Phrase::coverage), fixed(-clamp_share(link.coverage_source), 3));
        write_share(m_out, link.coverage_source, text(Phrase::of_source, {m_pair.source_letter}));
        write_share(m_out, link.coverage_target, text(Phrase::of_target, {m_pair.target_letter}));
        m_out.raw("</td>");
        cell(m_out, text(Phrase::level), link.level_difference ? std::to_string(*link.level_difference) : "99");
        write_level(m_out, m_page, m_pair, link);
        m_out.raw("</td>");
        cell(m_out, text(Phrase::status), std::to_string(static_cast<int>(link.decision.status)));
        write_status(m_out, m_page, m_pair, link);
        m_out.raw("</td></tr>\n<tr class=\"support\"><td colspan=\"").raw(columns).raw("\">");
        write_evidence_in_sight(link);
        write_link_details(m_out, m_page, m_pair, link, m_written);
        m_out.raw("</td></tr>\n</tbody>\n");
        m_out.flush();
    }

    void write_unlinked(const Unlinked& unlinked, bool of_source) {
        if (unlinked.has_row) return;
        const Messages& text = m_page.text;
        const std::string code = anchor_part(unlinked.item.code());
        const std::string id = "p" + std::to_string(m_pair.number) + (of_source ? ":" + code + ":" : "::" + code);
        const std::string last = std::to_string(far_end);
        m_out.raw("<tbody class=\"link without\"")
            .attribute("id", id)
            .raw(" data-relation=\"none\" data-confidence=\"0.000\">\n<tr><th scope=\"row\"");
        m_out.attribute("data-sort", of_source ? position(m_source, unlinked.item) : last);
        m_out.attribute("data-rank", of_source ? m_source_ranks.of(unlinked.item) : last).raw(">");
        if (of_source) write_item(m_out, text, *m_pair.source, unlinked.item);
        m_out.raw("</th>");
        cell(m_out, text(Phrase::relation), std::to_string(all_relations.size()));
        write_relation(m_out, text, Relation::none);
        m_out.raw("</td>");
        cell(m_out, text(Phrase::item_in, {m_pair.target_letter}), of_source ? last : position(m_target, unlinked.item),
             of_source ? last : m_target_ranks.of(unlinked.item));
        if (!of_source) write_item(m_out, text, *m_pair.target, unlinked.item);
        m_out.raw("</td><td colspan=\"4\" data-sort=\"0\" class=\"why\">");
        m_out.text(explain(unlinked, of_source ? *m_pair.target : *m_pair.source, text)).raw("</td></tr>\n</tbody>\n");
    }

    [[nodiscard]] std::size_t source_position(const Endpoint& item) const { return m_source.of(item); }

private:
    void write_evidence_in_sight(const Link& link) {
        std::vector<const Evidence*> in_sight;
        for (const Evidence& evidence : link.evidence) {
            const bool statement_row = !link.source.statement.empty();  // it has no details to look into
            if (in_sight.size() < evidence_in_sight || evidence.weight < 0.0 || statement_row) in_sight.push_back(&evidence);
        }
        write_evidence(m_out, m_page, in_sight);
    }

    Markup& m_out;
    const Page& m_page;
    const PairView& m_pair;
    UnitsWritten m_written;
    DocumentOrder m_source;
    DocumentOrder m_target;
    TitleRanks m_source_ranks;
    TitleRanks m_target_ranks;
};

void write_rows(LinkTable& table, const Page& page, const PairView& pair) {
    const std::vector<const Link*>& links = page.view.links(pair);
    if (!page.view.options().all) {
        for (const Link* link : links) table.write_link(*link);
        return;
    }
    // Both lists are in document order; an item without a link goes where it stands in the source.
    auto unlinked = pair.unlinked_source.begin();
    const bool in_place = page.view.options().sort == TableSort::document;
    for (const Link* link : links) {
        for (; in_place && unlinked != pair.unlinked_source.end() &&
               table.source_position(unlinked->item) < table.source_position(link->source);
             ++unlinked) {
            table.write_unlinked(*unlinked, true);
        }
        table.write_link(*link);
    }
    for (; unlinked != pair.unlinked_source.end(); ++unlinked) table.write_unlinked(*unlinked, true);
    for (const Unlinked& item : pair.unlinked_target) table.write_unlinked(item, false);
}

}  // namespace

void write_links(Markup& out, const Page& page, const PairView& pair) {
    open_part(out, pair, "links", page.text(Phrase::links_in_detail));
    const bool empty = page.view.links(pair).empty() && !page.view.options().all;
    if (empty) {
        out.raw("<p>").text(page.text(Phrase::no_links)).raw("</p>\n</section>\n");
        return;
    }
    out.raw("<p class=\"nothing\" hidden>").text(page.text(Phrase::nothing_matches)).raw("</p>\n<table class=\"links\"");
    out.attribute("aria-labelledby", "pair-" + std::to_string(pair.number) + "-links-title").raw(">\n");
    LinkTable table(out, page, pair);
    table.write_head();
    write_rows(table, page, pair);
    out.raw("</table>\n</section>\n");
}

}  // namespace kwalign::model
