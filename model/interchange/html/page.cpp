#include "model/interchange/html/page.hpp"

#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"
#include "model/text/locale.hpp"

#include <set>

namespace kwalign::model {

Page::Page(const TableView& view_, const Messages& messages, Medium medium_) : view(view_), text(messages), medium(medium_) {
    std::set<std::string> taken;
    const auto add = [&](const PairView& pair, const std::vector<const Link*>& links) {
        for (const Link* link : links) {
            const std::string wanted =
                "p" + std::to_string(pair.number) + ":" + anchor_part(link->source.code()) + ":" + anchor_part(link->target.code());
            std::string anchor = wanted;
            for (int i = 2; !taken.insert(anchor).second; ++i) anchor = wanted + ":" + std::to_string(i);
            m_anchors.emplace(link, std::move(anchor));
        }
    };
    for (const PairView& pair : view.pairs()) {
        add(pair, pair.unit_links);
        add(pair, pair.statement_links);
        for (const Link* link : pair.statement_links) m_statement_links[{&pair, link->source.unit, link->target.unit}].push_back(link);
    }
}

const std::vector<const Link*>& Page::statement_links(const PairView& pair, const Link& unit_link) const {
    static const std::vector<const Link*> nothing;
    const auto found = m_statement_links.find({&pair, unit_link.source.unit, unit_link.target.unit});
    return found == m_statement_links.end() ? nothing : found->second;
}

std::string_view css_class(Relation relation) noexcept { return to_string(relation); }

void write_letter(Markup& out, std::string_view letter) { out.raw("<span class=\"letter\">").text(letter).raw("</span>"); }

void write_relation(Markup& out, const Messages& text, Relation relation) {
    out.raw("<span class=\"relation ").text(css_class(relation)).raw("\"><span class=\"symbol\" aria-hidden=\"true\">");
    out.text(relation_symbol(relation)).raw("</span> ").text(text.word(relation)).raw("</span>");
}

void write_legend(Markup& out, const Page& page, const PairView& pair) {
    out.raw("<p class=\"signs\"><b>").text(page.text(Phrase::legend)).raw(":</b>");
    for (const auto& [relation, count] : relation_counts(pair.unit_links)) {
        if (relation == Relation::none) continue;
        out.raw(" <span class=\"sign\">");
        write_relation(out, page.text, relation);
        out.raw(" ").text(std::to_string(count)).raw("</span>");
    }
    out.raw("</p>\n");
}

void write_bar(Markup& out, double share) {
    // A drawing, not a background: it also shows in print, and needs no inline style. Colours stand in it, since not every program that
    // lays out paper lets a style sheet reach inside.
    out.raw("<svg class=\"bar\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
    out.raw("<rect fill=\"#e1e6ed\" width=\"100\" height=\"6\"/><rect fill=\"#3b6ea8\" height=\"6\"");
    out.attribute("width", fixed(clamp_share(share) * 100.0, 1)).raw("/></svg>");
}

void open_part(Markup& out, const PairView& pair, std::string_view part, std::string_view title) {
    const std::string id = "pair-" + std::to_string(pair.number) + "-" + std::string(part);
    out.raw("<section class=\"part ").text(part).raw("-part\"").attribute("id", id).attribute("aria-labelledby", id + "-title");
    out.raw(">\n<h3").attribute("id", id + "-title").raw(">").text(title).raw("</h3>\n");
}

void write_date(Markup& out, const Messages& text, std::string_view iso) {
    const std::string_view day = iso.substr(0, 10);
    out.raw("<time class=\"date\"").attribute("datetime", day).raw(">").text(local_date(day, text.lang())).raw("</time>");
}

void write_evidence(Markup& out, const Page& page, const std::vector<const Evidence*>& evidence) {
    if (evidence.empty()) return;
    out.raw("<ul class=\"evidence\"").attribute("lang", page.view.options().evidence_lang);
    out.attribute("aria-label", page.text(Phrase::evidence)).raw(">");
    for (const Evidence* piece : evidence) {
        out.raw("<li").raw(piece->weight < 0.0 ? Literal(" class=\"against\"") : Literal("")).raw(" dir=\"auto\">");
        out.text(evidence_text(*piece)).raw("</li>");
    }
    out.raw("</ul>\n");
}

void write_statement(Markup& out, const Messages& text, const Statement& statement) {
    out.raw("<span class=\"code\">").text(statement.code).raw("</span> ").quoted(statement.text, statement.lang);
    if (const std::string place = place_label(statement, text); !place.empty()) {
        out.raw(" <span class=\"place\">").text(place).raw("</span>");
    }
    if (!statement.applies_to.empty()) out.raw(" <span class=\"place\">").text(joined(statement.applies_to, ", ")).raw("</span>");
}

void write_item(Markup& out, const Messages& text, const CodeIndex& index, const Endpoint& item) {
    const CodeIndex::Place place = index.find(item);
    out.raw("<span class=\"code\">").text(item.code()).raw("</span> ");
    if (place.unit == nullptr) return;
    const Statement* statement = place.statement;
    const std::string& lang = statement != nullptr ? statement->lang : place.unit->lang;
    out.quoted(statement != nullptr ? statement->text : place.unit->title, lang);
    out.raw("<span class=\"facts\">");
    auto fact = [&out, first = true](std::string_view value) mutable {
        if (value.empty()) return;
        if (!first) out.raw(" \u00b7 ");
        out.text(value);
        first = false;
    };
    if (statement != nullptr) fact(place.unit->code + " " + place.unit->title);
    fact(level_label(index.standard(), place.unit));
    if (lang != "und") fact(language_name(lang, text.lang()));
    if (place.unit->requirement == "mandatory") fact(text(Phrase::mandatory));
    if (place.unit->requirement == "elective") fact(text(Phrase::elective));
    if (statement == nullptr) fact(joined(place.unit->ecf, ", "));
    fact(page_label(statement != nullptr ? statement->spans : place.unit->spans, text));
    out.raw("</span>");
}

}  // namespace kwalign::model
