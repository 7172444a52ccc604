#include "model/interchange/html/page.hpp"
#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"
#include "model/text/locale.hpp"

#include <algorithm>
#include <functional>

namespace kwalign::model {

namespace {

std::string unit_count(const Standard& standard, const Messages& text) {
    std::size_t competences = 0;
    std::size_t bundles = 0;
    for (const Unit& unit : standard.units) {
        if (unit.role == UnitRole::competence) ++competences;
        if (unit.role == UnitRole::bundle) ++bundles;
    }
    const std::string all = std::to_string(competences + bundles);
    return bundles == 0 ? all : text(Phrase::units_in_parts, {all, std::to_string(bundles)});
}

std::string statement_count(const Standard& standard) {
    std::size_t count = 0;
    for (const Unit& unit : standard.units) count += unit.statements.size();
    return std::to_string(count);
}

std::string people(const Standard& standard) {
    std::vector<std::string> names;
    for (const Person& person : standard.persons)
        names.push_back(person.organisation.empty() ? person.name : person.name + " (" + person.organisation + ")");
    return joined(names, "; ");
}

std::string register_numbers(const Standard& standard) {
    std::vector<std::string> numbers;
    for (const auto& [scheme, number] : standard.identifiers) numbers.push_back(number);
    return joined(numbers, ", ");
}

std::string classifications(const Standard& standard) {
    std::vector<std::string> lines;
    for (const ClassificationRef& entry : standard.classifications) {
        std::string line = entry.scheme + " " + entry.code;
        if (!entry.title.empty()) line += " " + entry.title;
        lines.push_back(std::move(line));
    }
    return joined(lines, "; ");
}

std::string file_line(const Standard& standard, const Messages& text) {
    std::string line = standard.source.path.substr(standard.source.path.find_last_of('/') + 1);
    if (standard.source.pages > 0) line += ", " + std::to_string(standard.source.pages) + " " + std::string(text(Phrase::counted_pages));
    return line;
}

/// The titles in the languages that are not the first one's, each marked as what it is.
void write_titles(Markup& out, const Messages& text, const LocalizedText& titles, std::string_view first) {
    bool any = false;
    for (const auto& [lang, title] : titles) {
        if (title == first || title.empty()) continue;
        if (any) out.raw("<br>");
        out.quoted(title, lang).raw(" <span class=\"muted\">(").text(language_name(lang, text.lang())).raw(")</span>");
        any = true;
    }
}

void write_qualifications(Markup& out, const Messages& text, const Standard& standard) {
    out.raw("<ul class=\"plain\">");
    for (const Qualification& qualification : standard.qualifications) {
        out.raw("<li>");
        if (!qualification.code.empty()) out.raw("<span class=\"code\">").text(qualification.code).raw("</span> ");
        out.quoted(qualification.title, title_lang(standard)).raw(" <span class=\"muted\">(");
        out.text(qualification_kind(qualification.kind, text));
        if (qualification.level) out.raw(", ").text(level_label(*qualification.level));
        out.raw(")</span>");
        Markup others;
        write_titles(others, text, qualification.titles, qualification.title);
        if (std::string markup = others.take(); !markup.empty()) out.raw("<br>").asset(markup);
        out.raw("</li>");
    }
    out.raw("</ul>");
}

/// One line of particulars: its name and a cell per standard, "not stated" where the standard does not say.
class Particulars {
public:
    Particulars(Markup& out, const Page& page) : m_out(out), m_page(page) {}

    using Value = std::function<std::string(const Standard&)>;
    void line(Phrase name, const Value& value, Literal css = "") {
        fill(name, css, [&](Markup& cell, const Standard& standard) { cell.text(value(standard)); });
    }
    /// Left out where no standard has anything to say.
    void line_if_any(Phrase name, const Value& value) {
        for (const CodeIndex& index : m_page.view.standards()) {
            if (!value(index.standard()).empty()) return line(name, value);
        }
    }
    void fill(Phrase name, Literal css, const std::function<void(Markup&, const Standard&)>& write) {
        m_out.raw("<tr><th scope=\"row\">").text(m_page.text(name)).raw("</th>");
        for (const CodeIndex& index : m_page.view.standards()) {
            Markup cell;
            write(cell, index.standard());
            const std::string markup = cell.take();
            m_out.raw("<td");
            if (!css.text().empty()) m_out.raw(" class=\"").raw(css).raw("\"");
            m_out.raw(" dir=\"auto\">");
            if (markup.empty())
                m_out.raw("<span class=\"muted\">").text(m_page.text(Phrase::not_stated)).raw("</span>");
            else
                m_out.asset(markup);
            m_out.raw("</td>");
        }
        m_out.raw("</tr>\n");
    }

private:
    Markup& m_out;
    const Page& m_page;
};

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
    if (page.view.standards().size() > 2 && page.shows(TableParts::table)) {
        write_contents_line(out, "side-by-side", page.text(Phrase::side_by_side));
        out.raw("</li>\n");
    }
    for (const PairView& pair : page.view.pairs()) {
        const std::string id = "pair-" + std::to_string(pair.number);
        write_contents_line(out, id, pair_title(pair));
        out.raw("\n<ul>\n");
        const auto part = [&](TableParts shown, const char* suffix, Phrase name) {
            if (!page.shows(shown)) return;
            write_contents_line(out, id + suffix, page.text(name));
            out.raw("</li>\n");
        };
        part(TableParts::flow, "-flow", Phrase::flow);
        part(TableParts::matrix, "-matrix", Phrase::matrix);
        part(TableParts::table, "-links", Phrase::links_in_detail);
        part(TableParts::table, "-gaps", Phrase::not_covered);
        out.raw("</ul></li>\n");
    }
    if (page.shows(TableParts::table)) {
        write_contents_line(out, "signatures", page.text(Phrase::signatures));
        out.raw("</li>\n");
    }
    out.raw("</ol>\n</nav>\n");
}

void write_standards(Markup& out, const Page& page) {
    const Messages& text = page.text;
    out.raw("<section id=\"standards\" aria-labelledby=\"standards-title\">\n<h2 id=\"standards-title\">");
    out.text(text(Phrase::standards_compared)).raw("</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" ");
    out.raw(
        "aria-labelledby=\"standards-title\">\n<table class=\"standards\" aria-labelledby=\"standards-title\">\n<thead><tr><th "
        "scope=\"col\">");
    out.text(text(Phrase::fact)).raw("</th>");
    for (std::size_t i = 0; i < page.view.standards().size(); ++i) {
        const Standard& standard = page.view.standards()[i].standard();
        out.raw("<th scope=\"col\"").attribute("id", "standard-" + standard_letter(i)).raw(">");
        write_letter(out, standard_letter(i));
        out.raw(" ").quoted(standard.title, title_lang(standard)).raw("</th>");
    }
    out.raw("</tr></thead>\n<tbody>\n");
    Particulars lines(out, page);
    const bool titled = std::any_of(page.view.standards().begin(), page.view.standards().end(),
                                    [](const CodeIndex& index) { return index.standard().titles.size() > 1; });
    if (titled) {
        lines.fill(Phrase::title_elsewhere, "",
                   [&](Markup& cell, const Standard& standard) { write_titles(cell, text, standard.titles, standard.title); });
    }
    lines.line(
        Phrase::identifier, [](const Standard& standard) { return standard.id; }, "code");
    lines.line_if_any(Phrase::register_numbers, register_numbers);
    lines.line(Phrase::version, [](const Standard& standard) { return standard.version; });
    lines.line(Phrase::issuer, [](const Standard& standard) { return standard.issuer; });
    lines.line(Phrase::decided, [&](const Standard& standard) { return local_date(standard.decided, text.lang()); });
    lines.line(Phrase::valid, [&](const Standard& standard) { return validity(standard, text); });
    lines.line(Phrase::level, level_line);
    lines.line_if_any(Phrase::classification, classifications);
    lines.line(Phrase::languages, [&](const Standard& standard) { return language_names(standard.languages, text); });
    lines.line(Phrase::units, [&](const Standard& standard) { return unit_count(standard, text); });
    lines.line(Phrase::statements, statement_count);
    lines.line(Phrase::source_file, [&](const Standard& standard) { return file_line(standard, text); });
    lines.line(Phrase::text_accounted, [](const Standard& standard) { return percent(standard.source.text_accounted); });
    lines.line(Phrase::findings, [](const Standard& standard) { return std::to_string(standard.findings.size()); });
    if (page.view.options().persons == Persons::keep) lines.line_if_any(Phrase::compiled_by, people);
    lines.fill(Phrase::qualifications, "", [&](Markup& cell, const Standard& standard) {
        if (!standard.qualifications.empty()) write_qualifications(cell, text, standard);
    });
    lines.line(
        Phrase::fingerprint, [](const Standard& standard) { return standard.source.sha256; }, "fingerprint");
    out.raw("</tbody>\n</table>\n</div>\n</section>\n");
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
    if (!page.view.table().method.empty()) {
        out.raw("<dt>").text(text(Phrase::method)).raw("</dt><dd>").text(page.view.table().method);
        out.raw("</dd>\n");
    }
    if (page.view.options().min_confidence > 0.0)
        write_note(out, text(Phrase::minimum_confidence), text.number(fixed(page.view.options().min_confidence, 2)));
    write_note(out, text(Phrase::confidence), text(Phrase::confidence_means));
    write_note(out, text(Phrase::coverage), text(Phrase::coverage_means));
    write_note(out, text(Phrase::level), text(Phrase::level_means));
    write_note(out, text(Phrase::status), text(Phrase::status_means));
    write_note(out, text(Phrase::expires), text(Phrase::expires_means));
    write_note(out, text(Phrase::languages), text(Phrase::languages_mean, {language_name(page.view.options().evidence_lang, text.lang())}));
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
