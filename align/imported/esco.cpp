#include "align/imported/csv_rows.hpp"
#include "align/imported/formats.hpp"
#include "align/imported/import_text.hpp"
#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <map>

namespace kwalign::align {
namespace {

using Columns = std::map<std::string, std::size_t>;

Columns columns_of(const CsvRow& header) {
    Columns out;
    for (std::size_t i = 0; i < header.cells.size(); ++i) out.emplace(model::to_lower(model::collapse_spaces(header.cells[i])), i);
    return out;
}

std::string_view cell(const CsvRow& row, const Columns& columns, const char* name) {
    const auto it = columns.find(name);
    return it == columns.end() || it->second >= row.cells.size() ? std::string_view{} : std::string_view(row.cells[it->second]);
}

bool has_esco_columns(const Columns& columns) {
    return columns.contains("concepturi") && (columns.contains("preferredlabel") || columns.contains("broaderuri"));
}

/// Occupations in several languages carry both genders' names: "ober/serveerster".
void add_gendered(ConceptCollector& out, ImportedConcept& to, std::string_view lang, std::string_view label) {
    const std::size_t slash = label.find('/');
    if (slash == std::string_view::npos || slash < 4 || label.size() - slash < 5 || label.find('/', slash + 1) != std::string_view::npos) {
        out.add_terms(to, lang, label, true);
        return;
    }
    out.add_terms(to, lang, label.substr(slash + 1), false);
    out.add_terms(to, lang, label.substr(0, slash), true);
}

}  // namespace

bool looks_like_esco(std::string_view text) {
    CsvReader reader(text.substr(0, text.find_first_of("\r\n")), guess_separator(text), "header");
    CsvRow row;
    return reader.next(row) && has_esco_columns(columns_of(row));
}

void read_esco(std::string_view text, const std::string& place, std::string_view lang, ConceptCollector& out) {
    CsvReader reader(text, guess_separator(text), place);
    CsvRow row;
    const Columns columns = reader.next(row) ? columns_of(row) : Columns{};
    if (!has_esco_columns(columns))
        throw model::Error(model::ErrorCode::bad_data, at_line(place, 1),
                           "the header lacks the columns conceptUri and preferredLabel (or broaderUri)");
    const bool labels = columns.contains("preferredlabel");
    if (labels && primary_language(lang).empty())
        throw model::Error(model::ErrorCode::bad_data, place, "the language of the labels is not known",
                           "name the file like skills_en.csv or say --lang");
    const std::size_t width = row.cells.size();
    while (reader.next(row)) {
        if (row.cells.size() == 1 && row.cells.front().empty()) continue;
        const std::string where = at_line(place, row.line);
        if (row.cells.size() != width)
            throw model::Error(model::ErrorCode::bad_data, where,
                               "the row has " + std::to_string(row.cells.size()) + " cells, the header " + std::to_string(width),
                               "is the file complete?");
        ImportedConcept& entry = out.at(cell(row, columns, "concepturi"), where);
        if (const std::string_view up = cell(row, columns, "broaderuri"); !up.empty())
            entry.broader.emplace_back(model::collapse_spaces(up));
        if (!labels) continue;
        add_gendered(out, entry, lang, cell(row, columns, "preferredlabel"));
        out.add_terms(entry, lang, cell(row, columns, "altlabels"), false);
        out.add_terms(entry, lang, cell(row, columns, "hiddenlabels"), false);
    }
}

}  // namespace kwalign::align
