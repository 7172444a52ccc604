#include "model/interchange/table_xlsx.hpp"

#include "model/interchange/numbers.hpp"
#include "model/interchange/summary.hpp"
#include "model/interchange/table_rows.hpp"
#include "model/interchange/xlsx_book.hpp"

namespace kwalign::model {

namespace {

using Sheet = XlsxBook::Sheet;

CellStyle style_of(Relation relation) {
    switch (relation) {
        case Relation::equal: return CellStyle::equal;
        case Relation::equivalent: return CellStyle::equivalent;
        case Relation::covers: return CellStyle::covers;
        case Relation::covered_by: return CellStyle::covered_by;
        case Relation::overlaps: return CellStyle::overlaps;
        case Relation::none: break;
    }
    return CellStyle::none;
}

std::string relation_label(Relation relation, const Messages& text) {
    return std::string(relation_symbol(relation)) + " " + std::string(text.word(relation));
}

std::string with(const std::string& letter, std::string_view word) { return letter + " " + std::string(word); }

/// Writes a header line and returns its number of columns.
std::size_t write_header(Sheet& sheet, std::size_t row, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < names.size(); ++i) sheet.text(row, i, names[i], CellStyle::header);
    return names.size();
}

std::string decision_line(const Decision& decision) {
    std::string line = decision.by;
    for (const std::string& part : {decision.when, decision.why}) {
        if (part.empty()) continue;
        if (!line.empty()) line += ", ";
        line += part;
    }
    return line;
}

void write_row(Sheet& sheet, std::size_t row, const TableRow& data, const Messages& text) {
    std::size_t column = 0;
    const auto write_end = [&](const RowEnd& end) {
        sheet.text(row, column++, end.code, CellStyle::code);
        sheet.text(row, column++, end.title);
        sheet.text(row, column++, end.lang, CellStyle::muted);
        sheet.text(row, column++, end.level_label);
    };
    const bool linked = data.relation != Relation::none;
    const auto write_share = [&](double value, CellStyle style) {
        if (linked)
            sheet.number(row, column++, shown_share(value), style);
        else
            sheet.text(row, column++, "", CellStyle::muted);
    };
    write_end(data.source);
    sheet.text(row, column++, relation_label(data.relation, text), style_of(data.relation));
    write_share(data.confidence, CellStyle::number);
    write_share(data.coverage_source, CellStyle::share);
    write_share(data.coverage_target, CellStyle::share);
    write_end(data.target);
    if (data.level_difference) {
        sheet.number(row, column++, *data.level_difference, *data.level_difference == 0 ? CellStyle::signed_number : CellStyle::flag);
    } else {
        sheet.text(row, column++, "", CellStyle::muted);
    }
    sheet.text(row, column++, linked ? text.word(data.decision.status) : "");
    sheet.text(row, column++, decision_line(data.decision));
    sheet.text(row, column++, data.evidence, CellStyle::muted);
    sheet.date(row, column++, data.expires);
    for (const RowEnd* end : {&data.source, &data.target}) {
        for (const std::string& value : {end->place, end->requirement, end->ecf}) sheet.text(row, column++, value, CellStyle::muted);
    }
    sheet.text(row, column++, "");
    sheet.text(row, column++, "");
}

void write_pair(XlsxBook& book, const TableView& view, const PairView& pair, const Messages& text) {
    const Standard& source = pair.source->standard();
    const Standard& target = pair.target->standard();
    Sheet sheet = book.add_sheet(std::to_string(pair.number) + " " + source.framework + " - " + target.framework);
    const std::string& a = pair.source_letter;
    const std::string& b = pair.target_letter;
    const std::size_t columns = write_header(sheet, 0,
                                             {with(a, text(Phrase::code)),
                                              with(a, text(Phrase::title)),
                                              with(a, text(Phrase::languages)),
                                              with(a, text(Phrase::level)),
                                              std::string(text(Phrase::relation)),
                                              std::string(text(Phrase::confidence)),
                                              with(a, text(Phrase::coverage)),
                                              with(b, text(Phrase::coverage)),
                                              with(b, text(Phrase::code)),
                                              with(b, text(Phrase::title)),
                                              with(b, text(Phrase::languages)),
                                              with(b, text(Phrase::level)),
                                              b + " - " + a + " EQF",
                                              std::string(text(Phrase::status)),
                                              std::string(text(Phrase::reviewed)),
                                              std::string(text(Phrase::evidence)),
                                              std::string(text(Phrase::expires)),
                                              with(a, text(Phrase::page)),
                                              with(a, text(Phrase::requirement)),
                                              a + " e-CF",
                                              with(b, text(Phrase::page)),
                                              with(b, text(Phrase::requirement)),
                                              b + " e-CF",
                                              std::string(text(Phrase::your_decision)),
                                              std::string(text(Phrase::reason))});
    const bool statements = view.options().level == TableLevel::statement;
    const double title_width = statements ? 44 : 30;
    sheet.column_widths({12, title_width, 6, 9, 15, 9, 9, 9, 12, title_width, 6, 9, 8, 12, 18, 48, 11, 9, 12, 12, 9, 12, 12, 14, 30});
    constexpr std::size_t decision_column = 23;
    std::size_t rows = 0;
    for_each_row(view, pair, text, [&](const TableRow& row) { write_row(sheet, ++rows, row, text); });
    sheet.header_row(0, columns, rows);
    sheet.choices(decision_column, 1, rows, {std::string(text(Phrase::agreed)), std::string(text(Phrase::not_agreed))});
    for (const std::size_t column : {5U, 6U, 7U}) sheet.bars(column, 1, rows);
    sheet.print_setup(pair_title(pair));
}

/// "B.3.5.4 text" per line.
std::string uncovered_lines(const Coverage& coverage, const CodeIndex& side) {
    std::string lines;
    for (const std::string& code : coverage.uncovered) {
        const CodeIndex::Place place = side.statement(code);
        if (!lines.empty()) lines += '\n';
        lines += code;
        if (place.statement != nullptr) lines += " " + place.statement->text;
    }
    return lines;
}

void write_coverage(XlsxBook& book, const TableView& view, const Messages& text) {
    Sheet sheet = book.add_sheet(text(Phrase::coverage));
    const std::size_t columns =
        write_header(sheet, 0,
                     {std::string(text(Phrase::side)), std::string(text(Phrase::covered_by_other, {""})), std::string(text(Phrase::what)),
                      std::string(text(Phrase::covered_of_total)), std::string(text(Phrase::weight_of_total)),
                      std::string(text(Phrase::share)), std::string(text(Phrase::uncovered_statements))});
    sheet.column_widths({10, 10, 44, 18, 14, 10, 90});
    std::size_t row = 1;
    for (const PairView& pair : view.pairs()) {
        for (const CoverageLine& line : coverage_summary(pair, text)) {
            sheet.text(row, 0, line.letter, CellStyle::label);
            sheet.text(row, 1, line.by, CellStyle::label);
            sheet.text(row, 2, line.label, CellStyle::label);
            sheet.text(row, 3, line.counts, CellStyle::label);
            sheet.text(row, 4, line.weights, CellStyle::label);
            sheet.number(row, 5, line.share, CellStyle::share);
            sheet.text(row++, 6, "", CellStyle::label);
        }
        for (const bool source : {true, false}) {
            const CodeIndex& side = source ? *pair.source : *pair.target;
            for (const Coverage* coverage : unit_coverage(pair, side)) {
                const Unit* unit = side.unit(coverage->code);
                const CoverageLine line = coverage_line(*coverage, text);
                sheet.text(row, 0, source ? pair.source_letter : pair.target_letter, CellStyle::code);
                sheet.text(row, 1, source ? pair.target_letter : pair.source_letter);
                sheet.text(row, 2, coverage->code + (unit != nullptr ? " " + unit->title : ""));
                sheet.text(row, 3, line.counts);
                sheet.text(row, 4, line.weights);
                sheet.number(row, 5, line.share, CellStyle::share);
                sheet.text(row++, 6, uncovered_lines(*coverage, side), CellStyle::muted);
            }
        }
    }
    sheet.header_row(0, columns, row - 1);
    sheet.bars(5, 1, row - 1);
    sheet.print_setup(text(Phrase::coverage));
}

void write_gaps(XlsxBook& book, const TableView& view, const Messages& text) {
    Sheet sheet = book.add_sheet(text(Phrase::gaps));
    const std::size_t columns =
        write_header(sheet, 0,
                     {std::string(text(Phrase::side)), std::string(text(Phrase::code)), std::string(text(Phrase::title)),
                      std::string(text(Phrase::level)), std::string(text(Phrase::not_covered)), std::string(text(Phrase::reason))});
    sheet.column_widths({10, 14, 60, 10, 12, 80});
    std::size_t row = 1;
    const auto write_side = [&](const std::vector<Unlinked>& items, const CodeIndex& own, const CodeIndex& other,
                                const std::string& own_letter, const std::string& other_letter) {
        for (const Unlinked& unlinked : items) {
            const CodeIndex::Place& place = unlinked.place;
            sheet.text(row, 0, own_letter, CellStyle::code);
            sheet.text(row, 1, unlinked.item.code(), CellStyle::code);
            sheet.text(row, 2, place.statement != nullptr ? place.statement->text : place.unit != nullptr ? place.unit->title : "");
            sheet.text(row, 3, level_label(own.standard(), place.unit));
            sheet.text(row, 4, own_letter + " \u2192 " + other_letter);
            sheet.text(row++, 5, explain(unlinked, other, text), CellStyle::muted);
        }
    };
    for (const PairView& pair : view.pairs()) {
        write_side(pair.unlinked_source, *pair.source, *pair.target, pair.source_letter, pair.target_letter);
        write_side(pair.unlinked_target, *pair.target, *pair.source, pair.target_letter, pair.source_letter);
    }
    sheet.header_row(0, columns, row - 1);
    sheet.print_setup(text(Phrase::gaps));
}

void write_about(XlsxBook& book, const TableView& view, const Messages& text) {
    const EquivalenceTable& table = view.table();
    Sheet sheet = book.add_sheet(text(Phrase::about));
    sheet.column_widths({22, 46, 24, 12, 14, 12, 34, 14, 30});
    std::size_t row = 0;
    sheet.text(row++, 0, table_title(table, text), CellStyle::title);
    sheet.text(row++, 0, provenance_line(table, text), CellStyle::plain);
    ++row;
    sheet.text(row++, 0, text(Phrase::standards_compared), CellStyle::heading);
    write_header(sheet, row++,
                 {"", std::string(text(Phrase::title)), std::string(text(Phrase::identifier)), std::string(text(Phrase::version)),
                  std::string(text(Phrase::level)), std::string(text(Phrase::eqf_level)), std::string(text(Phrase::valid)),
                  std::string(text(Phrase::languages)), std::string(text(Phrase::fingerprint))});
    for (std::size_t i = 0; i < view.standards().size(); ++i) {
        const Standard& standard = view.standards()[i].standard();
        sheet.text(row, 0, standard_letter(i), CellStyle::code);
        std::size_t column = 1;
        for (const std::string& value :
             {standard.title, standard.id, standard.version, level_label(standard, nullptr), eqf_label(standard), validity(standard, text),
              language_names(standard.languages, text), standard.source.sha256.substr(0, 12)}) {
            sheet.text(row, column++, value);
        }
        ++row;
    }
    ++row;
    sheet.text(row++, 0, text(Phrase::how_to_read), CellStyle::heading);
    for (const Relation relation : all_relations) {
        sheet.text(row, 0, relation_label(relation, text), style_of(relation));
        sheet.text(row++, 1, text.meaning(relation));
    }
    const auto note = [&](Phrase name, std::string_view meaning) {
        sheet.text(row, 0, text(name), CellStyle::label);
        sheet.text(row++, 1, meaning);
    };
    note(Phrase::method, table.method);
    note(Phrase::confidence, text(Phrase::confidence_means));
    note(Phrase::coverage, text(Phrase::coverage_means));
    note(Phrase::level, text(Phrase::level_means));
    note(Phrase::status, text(Phrase::status_means));
    note(Phrase::expires, text(Phrase::expires_means));
    sheet.print_setup(text(Phrase::about));
}

}  // namespace

void XlsxTableWriter::write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const {
    const TableView view(table, options);
    const Messages text(options.interface_lang);
    std::size_t rows = 0;
    for (const PairView& pair : view.pairs()) rows += count_rows(view, pair);
    constexpr std::size_t many_rows = 10'000;
    XlsxBook book(table_title(table, text), table.generator, table.created, rows > many_rows);
    book.set_cut_notice(text(Phrase::truncated));
    for (const PairView& pair : view.pairs()) write_pair(book, view, pair, text);
    write_coverage(book, view, text);
    write_gaps(book, view, text);
    write_about(book, view, text);
    sink(book.bytes());
}

}  // namespace kwalign::model
