#include "model/interchange/html/page.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"

namespace kwalign::model {

namespace {

/// `<div><dt>name</dt><dd>value</dd></div>`; says so where a document states nothing.
void write_fact(Markup& out, const Page& page, Phrase name, std::string_view value, Literal css = "") {
    out.raw("<div><dt>").text(page.text(name)).raw("</dt><dd");
    if (!css.text().empty()) out.raw(" class=\"").raw(css).raw("\"");
    out.raw(">");
    if (value.empty())
        out.raw("<span class=\"muted\">").text(page.text(Phrase::not_stated)).raw("</span>");
    else
        out.text(value);
    out.raw("</dd></div>\n");
}

std::string unit_count(const Standard& standard) {
    std::size_t linkable = 0;
    for (const Unit& unit : standard.units) linkable += unit.role == UnitRole::competence || unit.role == UnitRole::bundle ? 1 : 0;
    return std::to_string(linkable);
}

std::string statement_count(const Standard& standard) {
    std::size_t count = 0;
    for (const Unit& unit : standard.units) count += unit.statements.size();
    return std::to_string(count);
}

std::string level_line(const Standard& standard) {
    std::string line = level_label(standard, nullptr);
    const std::string eqf = eqf_label(standard);
    const bool says_so = standard.level && standard.level->scheme == "EQF";
    if (!eqf.empty() && !says_so) line += (line.empty() ? "" : " \u00b7 ") + eqf;
    return line;
}

std::string people(const Standard& standard) {
    std::vector<std::string> names;
    for (const Person& person : standard.persons)
        names.push_back(person.organisation.empty() ? person.name : person.name + " (" + person.organisation + ")");
    return joined(names, "; ");
}

void write_standard(Markup& out, const Page& page, const Standard& standard, const std::string& letter) {
    out.raw("<article class=\"standard\"").attribute("id", "standard-" + letter).raw(">\n<h3>");
    write_letter(out, letter);
    out.raw(" ").quoted(standard.title, standard.languages.empty() ? "" : standard.languages.front()).raw("</h3>\n<dl>\n");
    write_fact(out, page, Phrase::identifier, standard.id, "code");
    write_fact(out, page, Phrase::version, standard.version);
    write_fact(out, page, Phrase::issuer, standard.issuer);
    write_fact(out, page, Phrase::decided, standard.decided);
    write_fact(out, page, Phrase::valid, validity(standard, page.text));
    write_fact(out, page, Phrase::level, level_line(standard));
    write_fact(out, page, Phrase::languages, joined(standard.languages, ", "));
    write_fact(out, page, Phrase::units, unit_count(standard));
    write_fact(out, page, Phrase::statements, statement_count(standard));
    if (standard.source.pages > 0) write_fact(out, page, Phrase::pages, std::to_string(standard.source.pages));
    write_fact(out, page, Phrase::text_accounted, percent(standard.source.text_accounted));
    if (!standard.findings.empty()) write_fact(out, page, Phrase::findings, std::to_string(standard.findings.size()));
    if (page.view.options().persons == Persons::keep && !standard.persons.empty())
        write_fact(out, page, Phrase::compiled_by, people(standard));
    out.raw("<div><dt>")
        .text(page.text(Phrase::fingerprint))
        .raw("</dt><dd class=\"code\"")
        .attribute("title", standard.source.sha256)
        .raw(">");
    out.text(standard.source.sha256.substr(0, 12)).raw("</dd></div>\n</dl>\n</article>\n");
}

void write_note(Markup& out, std::string_view name, std::string_view meaning) {
    if (meaning.empty()) return;
    out.raw("<dt>").text(name).raw("</dt><dd>").text(meaning).raw("</dd>\n");
}

void write_contents_line(Markup& out, std::string_view target, std::string_view name) {
    out.raw("<li><a").attribute("href", "#" + std::string(target)).raw(">").text(name).raw("</a>");
}

}  // namespace

void write_cover(Markup& out, const Page& page) {
    const EquivalenceTable& table = page.view.table();
    out.raw("<header class=\"cover\">\n<p class=\"kicker\">").text(page.text(Phrase::equivalence_table)).raw("</p>\n<h1 dir=\"auto\">");
    out.text(table_title(table, page.text)).raw("</h1>\n<p class=\"provenance\">");
    out.text(provenance_line(table, page.text)).raw("</p>\n</header>\n");
}

void write_contents(Markup& out, const Page& page) {
    out.raw("<nav class=\"contents\" id=\"contents\" aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">");
    out.text(page.text(Phrase::contents)).raw("</h2>\n<ol>\n");
    write_contents_line(out, "standards", page.text(Phrase::standards_compared));
    out.raw("</li>\n");
    write_contents_line(out, "reading", page.text(Phrase::how_to_read));
    out.raw("</li>\n");
    if (page.view.standards().size() > 2) {
        write_contents_line(out, "side-by-side", page.text(Phrase::side_by_side));
        out.raw("</li>\n");
    }
    for (const PairView& pair : page.view.pairs()) {
        const std::string id = "pair-" + std::to_string(pair.number);
        write_contents_line(out, id, pair_title(pair));
        out.raw("\n<ul>\n");
        for (const auto& [part, name] :
             {std::pair{"-matrix", Phrase::matrix}, {"-links", Phrase::links_in_detail}, {"-gaps", Phrase::not_covered}}) {
            write_contents_line(out, id + part, page.text(name));
            out.raw("</li>\n");
        }
        out.raw("</ul></li>\n");
    }
    write_contents_line(out, "signatures", page.text(Phrase::signatures));
    out.raw("</li>\n</ol>\n</nav>\n");
}

void write_standards(Markup& out, const Page& page) {
    out.raw("<section id=\"standards\" aria-labelledby=\"standards-title\">\n<h2 id=\"standards-title\">");
    out.text(page.text(Phrase::standards_compared)).raw("</h2>\n<div class=\"standards\">\n");
    for (std::size_t i = 0; i < page.view.standards().size(); ++i) {
        write_standard(out, page, page.view.standards()[i].standard(), standard_letter(i));
    }
    out.raw("</div>\n</section>\n");
}

void write_reading_guide(Markup& out, const Page& page) {
    const Messages& text = page.text;
    out.raw("<section id=\"reading\" aria-labelledby=\"reading-title\">\n<h2 id=\"reading-title\">")
        .text(text(Phrase::how_to_read))
        .raw("</h2>\n");
    out.raw("<div class=\"guide\">\n<table class=\"legend\">\n<thead><tr><th scope=\"col\">").text(text(Phrase::relation));
    out.raw("</th><th scope=\"col\">").text(text(Phrase::meaning)).raw("</th></tr></thead>\n<tbody>\n");
    for (const Relation relation : all_relations) {
        out.raw("<tr><th scope=\"row\">");
        write_relation(out, text, relation);
        out.raw("</th><td>").text(text.meaning(relation)).raw("</td></tr>\n");
    }
    out.raw("</tbody>\n</table>\n<dl class=\"notes\">\n");
    write_note(out, text(Phrase::method), page.view.table().method);
    if (page.view.options().min_confidence > 0.0)
        write_note(out, text(Phrase::minimum_confidence), fixed(page.view.options().min_confidence, 2));
    write_note(out, text(Phrase::confidence), text(Phrase::confidence_means));
    write_note(out, text(Phrase::coverage), text(Phrase::coverage_means));
    write_note(out, text(Phrase::level), text(Phrase::level_means));
    write_note(out, text(Phrase::status), text(Phrase::status_means));
    write_note(out, text(Phrase::expires), text(Phrase::expires_means));
    write_note(out, text(Phrase::languages), text(Phrase::languages_mean));
    out.raw("</dl>\n</div>\n</section>\n");
}

void write_signatures(Markup& out, const Page& page) {
    const Messages& text = page.text;
    out.raw("<section id=\"signatures\" class=\"signatures\" aria-labelledby=\"signatures-title\">\n<h2 id=\"signatures-title\">");
    out.text(text(Phrase::signatures)).raw("</h2>\n<p>").text(text(Phrase::signatures_mean)).raw("</p>\n<div class=\"signers\">\n");
    for (const std::string_view number : {"1", "2"}) {
        out.raw("<div class=\"signer\"><h3>").text(text(Phrase::evaluator)).raw(" ").text(number).raw("</h3>\n<dl>\n");
        for (const Phrase line : {Phrase::name, Phrase::organisation, Phrase::date, Phrase::signature}) {
            out.raw("<div class=\"").raw(line == Phrase::signature ? Literal("tall") : Literal("line")).raw("\"><dt>");
            out.text(text(line)).raw("</dt><dd></dd></div>\n");
        }
        out.raw("</dl></div>\n");
    }
    out.raw("</div>\n</section>\n");
}

}  // namespace kwalign::model
