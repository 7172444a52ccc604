#include "align/lexicon/lexicon_file.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace kwalign::align {
namespace {

constexpr std::string_view header = "id\tpos\ten\tnl\tet\tbroader\trelated";
constexpr std::size_t columns = 7;
constexpr std::size_t max_line_bytes = 64 * 1024;

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t at = text.find(separator);
        out.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) break;
        text.remove_prefix(at + separator.size());
    }
    return out;
}

LexiconLine parse_line(std::string_view text, const std::string& place, std::size_t number) {
    std::array<std::string_view, columns> cells;
    std::size_t column = 0;
    for (std::string_view rest = text;; ++column) {
        if (column == columns) throw model::Error(model::ErrorCode::bad_data, place, "more than 7 columns");
        const std::size_t tab = rest.find('\t');
        cells[column] = rest.substr(0, tab);
        if (tab == std::string_view::npos) break;
        rest.remove_prefix(tab + 1);
    }
    if (column + 1 != columns) throw model::Error(model::ErrorCode::bad_data, place, "fewer than 7 columns", "separate columns with tabs");
    LexiconLine line;
    line.line = number;
    line.id = std::string(cells[0]);
    line.part_of_speech = cells[1].empty() ? '?' : cells[1].front();
    line.terms["en"] = split(cells[2], "; ");
    line.terms["nl"] = split(cells[3], "; ");
    line.terms["et"] = split(cells[4], "; ");
    line.broader = split(cells[5], "; ");
    line.related = split(cells[6], "; ");
    return line;
}

}  // namespace

std::vector<std::filesystem::path> lexicon_files(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".tsv") files.push_back(entry.path());
    if (error) throw model::Error(model::ErrorCode::not_found, folder.string(), "the lexicon's folder cannot be read: " + error.message());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<LexiconLine> read_lexicon_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw model::Error(model::ErrorCode::unreadable, file.string(), "cannot be opened");
    std::vector<LexiconLine> lines;
    std::string text;
    for (std::size_t number = 1; std::getline(in, text); ++number) {
        const std::string place = file.string() + ":" + std::to_string(number);
        if (text.size() > max_line_bytes) throw model::Error(model::ErrorCode::bad_data, place, "line is too long");
        if (number == 1) {
            if (text != header)
                throw model::Error(model::ErrorCode::bad_data, place,
                                   "the first line must name the columns id, pos, en, nl, et, broader, related");
            continue;
        }
        if (text.empty() || text.front() == '#') continue;
        lines.push_back(parse_line(text, place, number));
        lines.back().domain = file.stem().string();
    }
    return lines;
}

}  // namespace kwalign::align
