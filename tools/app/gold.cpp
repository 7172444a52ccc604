#include "tools/app/gold.hpp"

#include "model/error.hpp"
#include "tools/app/text_layout.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace kwalign::tools {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

[[noreturn]] void fail(std::string_view place, std::size_t line, std::string detail, std::string remedy) {
    throw model::Error(model::ErrorCode::bad_data, std::string(place) + ":" + std::to_string(line), std::move(detail), std::move(remedy));
}

/// Column indices by name; npos where the file does not have one.
class Header {
public:
    Header(std::string_view line, std::string_view place, std::size_t number) {
        const auto names = split(line, '\t');
        for (std::size_t i = 0; i < names.size(); ++i) m_columns.emplace(std::string(trimmed(names[i])), i);
        for (const char* required : {"source_code", "relation", "target_code"}) {
            if (!m_columns.contains(required)) {
                fail(place, number, std::string("the column ") + required + " is missing",
                     "a gold file is tab-separated and its first line names the columns");
            }
        }
    }

    [[nodiscard]] std::string_view cell(const std::vector<std::string_view>& row, const std::string& column) const {
        const auto found = m_columns.find(column);
        return found == m_columns.end() || found->second >= row.size() ? std::string_view{} : trimmed(row[found->second]);
    }

private:
    std::map<std::string, std::size_t> m_columns;
};

std::vector<model::Relation> parse_relations(std::string_view cell, std::string_view place, std::size_t line) {
    std::vector<model::Relation> relations;
    for (const std::string_view name : split(cell, '|')) {
        const auto relation = model::parse_relation(trimmed(name));
        if (!relation) {
            fail(place, line, "unknown relation \"" + std::string(trimmed(name)) + "\"",
                 "one or more of equal, equivalent, covers, covered-by, overlaps, none or their SKOS names, joined by |");
        }
        if (std::find(relations.begin(), relations.end(), *relation) == relations.end()) relations.push_back(*relation);
    }
    return relations;
}

GoldStrength parse_strength(std::string_view cell, std::string_view place, std::size_t line) {
    if (cell.empty() || cell == "sign") return GoldStrength::sign;
    if (cell == "weak") return GoldStrength::weak;
    fail(place, line, "unknown strength \"" + std::string(cell) + "\"", "sign or weak");
}

GoldRow parse_row(const Header& header, std::string_view line, std::string_view place, std::size_t number) {
    const auto cells = split(line, '\t');
    GoldRow row;
    row.line = number;
    row.source_doc = header.cell(cells, "source_doc");
    row.source_code = header.cell(cells, "source_code");
    row.target_doc = header.cell(cells, "target_doc");
    row.target_code = header.cell(cells, "target_code");
    if (row.source_code.empty() || row.target_code.empty()) fail(place, number, "a row without source_code or target_code", "");
    row.relations = parse_relations(header.cell(cells, "relation"), place, number);
    row.strength = parse_strength(header.cell(cells, "strength"), place, number);
    return row;
}

}  // namespace

std::vector<GoldRow> parse_gold(std::string_view text, std::string_view place) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<GoldRow> rows;
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> seen;
    const auto lines = split(text, '\n');
    std::vector<Header> header;  // at most one; a Header cannot be empty
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = lines[i];
        if (trimmed(line).empty() || line.front() == '#') continue;
        if (header.empty()) {
            header.emplace_back(line, place, i + 1);
            continue;
        }
        rows.push_back(parse_row(header.front(), line, place, i + 1));
        const GoldRow& row = rows.back();
        const auto [first, added] = seen.emplace(std::tuple(row.source_doc, row.source_code, row.target_doc, row.target_code), i + 1);
        if (!added) {
            fail(place, i + 1,
                 row.source_code + " and " + row.target_code + " are judged twice, first in line " + std::to_string(first->second),
                 "join several readings by | in one row");
        }
    }
    if (header.empty()) throw model::Error(model::ErrorCode::bad_data, std::string(place), "the file is empty", "see man kwalign-gold");
    return rows;
}

}  // namespace kwalign::tools
