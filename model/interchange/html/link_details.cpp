#include "model/interchange/html/page.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"

#include <set>

namespace kwalign::model {

namespace {

/// Two statements that support a link, from the statement-level links, the evidence, or both.
struct StatementPair {
    const Statement* source = nullptr;
    const Statement* target = nullptr;
    const Link* link = nullptr;
    const Evidence* evidence = nullptr;
};

std::vector<StatementPair> statement_pairs(const Page& page, const PairView& pair, const Link& link) {
    std::vector<StatementPair> pairs;
    const auto find = [&](const Statement* source, const Statement* target) -> StatementPair& {
        for (StatementPair& known : pairs) {
            if (known.source == source && known.target == target) return known;
        }
        pairs.push_back({source, target, nullptr, nullptr});
        return pairs.back();
    };
    for (const Evidence& evidence : link.evidence) {
        const Statement* source = pair.source->statement(evidence.source_statement).statement;
        const Statement* target = pair.target->statement(evidence.target_statement).statement;
        if (source != nullptr && target != nullptr) find(source, target).evidence = &evidence;
    }
    for (const Link* statement_link : page.statement_links(pair, link)) {
        const Statement* source = pair.source->find(statement_link->source).statement;
        const Statement* target = pair.target->find(statement_link->target).statement;
        if (source != nullptr && target != nullptr && holds(*statement_link)) find(source, target).link = statement_link;
    }
    return pairs;
}

void write_between(Markup& out, const Page& page, const StatementPair& pair) {
    if (pair.link != nullptr) {
        write_relation(out, page.text, pair.link->relation);
        out.raw(" <span class=\"facts\">")
            .text(page.text(Phrase::confidence))
            .raw(" ")
            .text(confidence_text(pair.link->confidence, page.text))
            .raw("</span>");
    }
    if (pair.evidence != nullptr && !pair.evidence->shared.empty()) {
        out.raw("<span class=\"facts\"")
            .attribute("lang", page.view.options().evidence_lang)
            .raw(">")
            .text(joined(pair.evidence->shared, ", "))
            .raw("</span>");
    }
}

void write_pairs(Markup& out, const Page& page, const PairView& pair, const std::vector<StatementPair>& pairs) {
    if (pairs.empty()) {
        out.raw("<p class=\"muted\">").text(page.text(Phrase::no_statement_pairs)).raw("</p>\n");
        return;
    }
    out.raw("<table class=\"statements\">\n<caption>")
        .text(page.text(Phrase::matched_statements))
        .raw("</caption>\n<thead><tr><th scope=\"col\">");
    out.text(page.text(Phrase::in_words_source, {pair.source_letter})).raw("</th><th scope=\"col\">").text(page.text(Phrase::relation));
    out.raw("</th><th scope=\"col\">").text(page.text(Phrase::in_words_source, {pair.target_letter})).raw("</th></tr></thead>\n<tbody>\n");
    for (const StatementPair& matched : pairs) {
        out.raw("<tr><td>");
        write_statement(out, page.text, *matched.source);
        out.raw("</td><td class=\"between\">");
        write_between(out, page, matched);
        out.raw("</td><td>");
        write_statement(out, page.text, *matched.target);
        out.raw("</td></tr>\n");
    }
    out.raw("</tbody>\n</table>\n");
}

/// The evidence beyond what stands in sight.
void write_more_evidence(Markup& out, const Page& page, const Link& link) {
    std::vector<const Evidence*> more;
    for (std::size_t i = evidence_in_sight; i < link.evidence.size(); ++i) {
        if (link.evidence[i].weight >= 0.0) more.push_back(&link.evidence[i]);
    }
    write_evidence(out, page, more);
}

void write_others(Markup& out, const Page& page, const Unit* unit, const std::string& letter, const std::set<const Statement*>& matched,
                  std::set<std::string_view>& written) {
    const bool again = unit != nullptr && !written.insert(unit->code).second;
    out.raw(again ? Literal("<div class=\"again\">") : Literal("<div>"));
    std::vector<const Statement*> others;
    if (unit != nullptr) {
        for (const Statement& statement : unit->statements) {
            if (!matched.contains(&statement)) others.push_back(&statement);
        }
    }
    if (!others.empty()) {
        out.raw("<h4>").text(page.text(Phrase::other_statements, {letter + " " + unit->code})).raw("</h4>\n<ul class=\"plain\">\n");
        for (const Statement* statement : others) {
            out.raw("<li>");
            write_statement(out, page.text, *statement);
            out.raw("</li>\n");
        }
        out.raw("</ul>");
    }
    out.raw("</div>\n");
}

}  // namespace

std::size_t statement_pair_count(const Page& page, const PairView& pair, const Link& link) {
    return statement_pairs(page, pair, link).size();
}

void write_link_details(Markup& out, const Page& page, const PairView& pair, const Link& link, UnitsWritten& written) {
    if (!link.source.statement.empty() || !link.target.statement.empty()) return;  // the row itself is the statement
    const Unit* source = pair.source->find(link.source).unit;
    const Unit* target = pair.target->find(link.target).unit;
    const std::vector<StatementPair> pairs = statement_pairs(page, pair, link);
    std::set<const Statement*> matched_source;
    std::set<const Statement*> matched_target;
    for (const StatementPair& matched : pairs) {
        matched_source.insert(matched.source);
        matched_target.insert(matched.target);
    }
    out.raw("<details class=\"more\"><summary>").text(page.text(Phrase::show_statements)).raw(" <span class=\"muted\">");
    out.text(link.source.unit + " \u2194 " + link.target.unit).raw("</span></summary>\n");
    write_more_evidence(out, page, link);
    write_pairs(out, page, pair, pairs);
    out.raw("<div class=\"others\">\n");
    write_others(out, page, source, pair.source_letter, matched_source, written.source);
    write_others(out, page, target, pair.target_letter, matched_target, written.target);
    out.raw("</div>\n</details>\n");
}

}  // namespace kwalign::model
