#include "model/interchange/table_markdown.hpp"

#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"
#include "model/interchange/table_rows.hpp"
#include "model/interchange/valid_text.hpp"
#include "model/text/locale.hpp"

#include <initializer_list>

namespace kwalign::model {

namespace {

/// Everything that Markdown or HTML could read as markup; a line end would end the table row.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '\n':
            case '\r':
            case '\t': result += ' '; break;
            case '\\':
            case '|':
            case '`':
            case '*':
            case '_':
            case '~':
            case '[':
            case ']':
            case '#':
            case '!': result += '\\'; [[fallthrough]];
            default: result += c;
        }
    }
    return result;
}

/// Builds the document; cells and texts are escaped here and nowhere else.
class Document {
public:
    explicit Document(const TableSink& sink) : m_sink(sink) {}
    ~Document() = default;
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    void heading(int depth, std::string_view text) {
        m_text += std::string(static_cast<std::size_t>(depth), '#') + " " + escaped(text) + "\n\n";
    }
    void paragraph(std::string_view text) { m_text += escaped(text) + "\n\n"; }
    void item(std::string_view text) { m_text += "- " + escaped(text) + "\n"; }
    void row(std::initializer_list<std::string_view> cells) {
        m_text += '|';
        for (const std::string_view cell : cells) m_text += " " + escaped(cell) + " |";
        m_text += '\n';
        if (m_text.size() > enough) finish();
    }
    void header(std::initializer_list<std::string_view> cells) {
        row(cells);
        m_text += '|';
        for (std::size_t i = 0; i < cells.size(); ++i) m_text += " --- |";
        m_text += '\n';
    }
    void gap() { m_text += '\n'; }
    /// Hands on what is there. Call last, too.
    void finish() {
        m_sink(valid_text(std::move(m_text)));
        m_text.clear();
    }

private:
    static constexpr std::size_t enough = 65'536;
    const TableSink& m_sink;
    std::string m_text;
};

void write_standards(Document& out, const TableView& view, const Messages& text) {
    out.heading(2, text(Phrase::standards_compared));
    out.header({"", text(Phrase::title), text(Phrase::identifier), text(Phrase::version), text(Phrase::level), text(Phrase::eqf_level),
                text(Phrase::valid), text(Phrase::languages)});
    for (std::size_t i = 0; i < view.standards().size(); ++i) {
        const Standard& standard = view.standards()[i].standard();
        out.row({standard_letter(i), standard.title, standard.id, standard.version, level_label(standard, nullptr), eqf_label(standard),
                 validity(standard, text), language_names(standard.languages, text)});
    }
    out.gap();
}

void write_legend(Document& out, const TableView& view, const Messages& text) {
    out.heading(2, text(Phrase::how_to_read));
    if (!view.table().method.empty()) out.paragraph(std::string(text(Phrase::method)) + ": " + view.table().method);
    out.paragraph(std::string(text(Phrase::confidence)) + ": " + std::string(text(Phrase::confidence_means)));
    out.header({text(Phrase::symbol), text(Phrase::relation), text(Phrase::meaning)});
    for (const Relation relation : all_relations) out.row({relation_symbol(relation), text.word(relation), text.meaning(relation)});
    out.gap();
}

void write_coverage(Document& out, const PairView& pair, const Messages& text) {
    out.header(
        {text(Phrase::side), text(Phrase::what), text(Phrase::covered_of_total), text(Phrase::weight_of_total), text(Phrase::share)});
    for (const CoverageLine& line : coverage_summary(pair, text)) {
        out.row({line.letter, line.label, line.counts, line.weights, percent(line.share)});
    }
    out.gap();
}

void write_links(Document& out, const TableView& view, const PairView& pair, const Messages& text) {
    const std::string& a = pair.source_letter;
    const std::string& b = pair.target_letter;
    if (count_rows(view, pair) == 0) return out.paragraph(text(Phrase::no_links));
    const auto placed = [](const RowEnd& end) { return end.place.empty() ? end.title : end.title + " (" + end.place + ")"; };
    out.header({a, text(Phrase::title), text(Phrase::level), text(Phrase::relation), text(Phrase::confidence),
                a + " " + std::string(text(Phrase::coverage)), b + " " + std::string(text(Phrase::coverage)), b, text(Phrase::title),
                text(Phrase::level), text(Phrase::level_difference), text(Phrase::status), text(Phrase::evidence)});
    for_each_row(view, pair, text, [&](const TableRow& row) {
        const bool none = row.relation == Relation::none;
        out.row({row.source.code, placed(row.source), row.source.level_label,
                 std::string(relation_symbol(row.relation)) + " " + std::string(text.word(row.relation)),
                 none ? "" : confidence_text(row.confidence, text), none ? "" : percent(row.coverage_source),
                 none ? "" : percent(row.coverage_target), row.target.code, placed(row.target), row.target.level_label, row.level_flag,
                 none ? "" : text.word(row.decision.status), row.evidence});
    });
    out.gap();
}

void write_gaps(Document& out, const std::vector<Unlinked>& items, const std::string& own, const std::string& other,
                const CodeIndex& other_index, const Messages& text) {
    out.heading(3, text(Phrase::without_counterpart, {own, other}));
    if (items.empty()) return out.paragraph(text(Phrase::all_have_counterpart));
    for (const Unlinked& unlinked : items) {
        std::string line = unlinked.item.code();
        if (unlinked.place.statement != nullptr)
            line += " " + unlinked.place.statement->text;
        else if (unlinked.place.unit != nullptr)
            line += " " + unlinked.place.unit->title;
        out.item(line + " - " + explain(unlinked, other_index, text));
    }
    out.gap();
}

void write_pair(Document& out, const TableView& view, const PairView& pair, const Messages& text) {
    out.heading(2, pair_title(pair));
    out.paragraph(std::string(text(Phrase::links_by_relation)) + ": " + relation_counts_line(view.links(pair), text));
    out.paragraph(joined(at_a_glance(view, pair, text), " "));
    if (!pair.expires.empty()) out.paragraph(std::string(text(Phrase::expires)) + ": " + local_date(pair.expires, text.lang()));
    write_coverage(out, pair, text);
    write_links(out, view, pair, text);
    write_gaps(out, pair.unlinked_source, pair.source_letter, pair.target_letter, *pair.target, text);
    write_gaps(out, pair.unlinked_target, pair.target_letter, pair.source_letter, *pair.source, text);
}

}  // namespace

void MarkdownTableWriter::write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const {
    const TableView view(table, options);
    const Messages text(options.interface_lang);
    Document out(sink);
    out.heading(1, table_title(table, text));
    out.paragraph(provenance_line(table, text));
    write_standards(out, view, text);
    write_legend(out, view, text);
    for (const PairView& pair : view.pairs()) write_pair(out, view, pair, text);
    out.finish();
}

}  // namespace kwalign::model
