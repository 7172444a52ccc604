#include "align/imported/import_text.hpp"
#include "align/imported/term_import.hpp"
#include "model/error.hpp"

#include <utility>

namespace kwalign::align {
namespace {

constexpr std::string_view signature = "kwalign-terms 1";
constexpr std::string_view separator = "; ";
constexpr std::size_t fixed_cells = 4;

std::vector<std::string> split(std::string_view text, std::string_view by) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t at = text.find(by);
        out.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) break;
        text.remove_prefix(at + by.size());
    }
    return out;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

ImportedConcept concept_of(std::string_view line, const std::string& place) {
    std::vector<std::string_view> cells;
    for (std::size_t first = 0;;) {
        const std::size_t tab = line.find('\t', first);
        cells.push_back(line.substr(first, tab - first));
        if (tab == std::string_view::npos) break;
        first = tab + 1;
    }
    if (cells.size() <= fixed_cells || cells[0].empty() || cells[1].size() != 1)
        throw model::Error(model::ErrorCode::bad_data, place, "is no line of a term file", "import it again");
    ImportedConcept out{std::string(cells[0]), cells[1].front(), {}, split(cells[2], separator), split(cells[3], separator)};
    for (std::size_t i = fixed_cells; i < cells.size(); ++i) {
        const std::size_t colon = cells[i].find(':');
        if (colon == std::string_view::npos || primary_language(cells[i].substr(0, colon)).empty())
            throw model::Error(model::ErrorCode::bad_data, place, "terms need their language before them", "import it again");
        out.terms[std::string(cells[i].substr(0, colon))] = split(cells[i].substr(colon + 1), separator);
    }
    return out;
}

}  // namespace

std::string term_file_text(const std::vector<ImportedConcept>& concepts, const std::vector<std::string>& notes) {
    std::string out = std::string(signature) + '\n';
    for (const std::string& note : notes) out += "# " + note + '\n';
    for (const ImportedConcept& c : concepts) {
        out += c.id + '\t' + c.part_of_speech + '\t' + joined(c.broader) + '\t' + joined(c.related);
        for (const auto& [lang, terms] : c.terms) out += '\t' + lang + ':' + joined(terms);
        out += '\n';
    }
    return out;
}

std::vector<ImportedConcept> read_term_file(const std::filesystem::path& file) {
    const std::string text = read_import(file);
    std::vector<ImportedConcept> out;
    std::size_t number = 1;
    for (std::size_t first = 0; first < text.size(); ++number) {
        const std::size_t last = std::min(text.find('\n', first), text.size());
        const std::string_view line = std::string_view(text).substr(first, last - first);
        first = last + 1;
        if (number == 1 && line != signature)
            throw model::Error(model::ErrorCode::bad_data, at_line(file.string(), 1), "is no term file of this version", "import it again");
        if (number == 1 || line.empty() || line.front() == '#') continue;
        out.push_back(concept_of(line, at_line(file.string(), number)));
    }
    if (number == 1) throw model::Error(model::ErrorCode::bad_data, at_line(file.string(), 1), "is empty", "import it again");
    return out;
}

}  // namespace kwalign::align
