#include "model/exchange/loq_vocabulary.hpp"

#include "model/exchange/exchange_data.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace kwalign::model {

namespace {

constexpr std::string_view isced_base = "http://data.europa.eu/snb/isced-f/";

using Row = std::array<std::string_view, 4>;

std::vector<Row> rows_of(std::string_view table) {
    std::vector<Row> rows;
    bool header = true;
    while (!table.empty()) {
        const auto end = table.find('\n');
        std::string_view line = table.substr(0, end);
        table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
        if (line.empty() || line.front() == '#') continue;
        if (header) {
            header = false;
            continue;
        }
        Row row;
        for (std::string_view& field : row) {
            const auto tab = line.find('\t');
            field = line.substr(0, tab);
            line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
        }
        rows.push_back(row);
    }
    return rows;
}

int number_of(std::string_view text) noexcept {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// ISCO-08 under the names that documents use ("ISCO", "ISCO 08").
bool is_isco(std::string_view scheme) noexcept { return scheme.starts_with("ISCO"); }

std::optional<IscedField> printed_field(const Standard& standard) {
    for (const ClassificationRef& ref : standard.classifications) {
        if (ref.scheme.starts_with("ISCED-F") && is_isced_f_code(ref.code))
            return IscedField{std::string(isced_base) + ref.code, ref.code, "stated in the standard", FieldSource::standard};
    }
    return std::nullopt;
}

IscedField published_field(const StatedFacts& facts) {
    return {std::string(isced_base) + facts.isced_f, facts.isced_f, facts.rule.empty() ? "no reason given" : facts.rule,
            FieldSource::publisher};
}

std::optional<IscedField> field_by(const std::vector<Row>& rows, std::string_view scheme, std::string_view code) {
    const Row* best = nullptr;
    for (const Row& row : rows) {
        const bool fits = row[0] == scheme && (row[1] == "*" || code.starts_with(row[1]));
        if (fits && (!best || row[1].size() > (*best)[1].size())) best = &row;
    }
    if (!best) return std::nullopt;
    const std::string reference = std::string(scheme) + (code.empty() ? "" : " " + std::string(code));
    const std::string row = (*best)[1] == "*" ? std::string((*best)[3]) : std::string((*best)[1]) + ", " + std::string((*best)[3]);
    return IscedField{std::string(isced_base) + std::string((*best)[2]), std::string((*best)[2]),
                      reference + " by the rule \"" + row + "\"", FieldSource::table};
}

bool is_about_ict(const Standard& standard) {
    std::size_t competences = 0;
    std::size_t with_codes = 0;
    for (const Unit& unit : standard.units) {
        if (unit.role != UnitRole::competence) continue;
        ++competences;
        if (!unit.ecf.empty()) ++with_codes;
    }
    return with_codes > 0 && 2 * with_codes >= competences;
}

std::optional<std::string> entry_of(std::string_view table, std::string_view key, std::string_view base) {
    for (const Row& row : rows_of(table)) {
        if (row[0] == key) return std::string(base) + std::string(row[1]);
    }
    return std::nullopt;
}

}  // namespace

bool is_isced_f_code(std::string_view code) {
    return std::ranges::any_of(rows_of(isced_f_codes_table), [&](const Row& row) { return row[0] == code; });
}

bool is_isco_code(std::string_view code) noexcept {
    return !code.empty() && code.size() <= 4 && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<IscedField> isced_field_of(const Standard& standard, const StatedFacts& facts) {
    if (auto field = printed_field(standard)) return field;
    if (!facts.isced_f.empty()) return published_field(facts);
    const std::vector<Row> rows = rows_of(isced_f_table);
    for (const ClassificationRef& ref : standard.classifications) {
        if (!is_isco(ref.scheme)) continue;
        if (auto field = field_by(rows, "ISCO-08", ref.code)) return field;
    }
    for (const std::string& code : facts.isco) {
        if (auto field = field_by(rows, "ISCO-08", code)) return field;
    }
    return is_about_ict(standard) ? field_by(rows, "e-CF", {}) : std::nullopt;
}

std::optional<LoqLevel> loq_level_of(const Level& level) {
    constexpr std::string_view eqf_base = "http://data.europa.eu/snb/eqf/";
    if (level.low < 1 || level.low > 8) return std::nullopt;
    if (level.scheme == "EQF") return LoqLevel{level.low, std::string(eqf_base) + std::to_string(level.low), {}};
    for (const Row& row : rows_of(levels_table)) {
        if (row[0] == level.scheme && number_of(row[1]) == level.low)
            return LoqLevel{number_of(row[2]), std::string(eqf_base) + std::string(row[2]),
                            "http://data.europa.eu/snb/qdr/" + std::string(row[3])};
    }
    return std::nullopt;
}

std::optional<std::string> language_uri(std::string_view tag) {
    return entry_of(languages_table, tag.substr(0, tag.find('-')), "http://publications.europa.eu/resource/authority/language/");
}

std::optional<std::string> country_uri(std::string_view framework) {
    return entry_of(countries_table, framework, "http://publications.europa.eu/resource/authority/country/");
}

std::string isco_uri(std::string_view code) { return "http://data.europa.eu/esco/isco/C" + std::string(code); }

}  // namespace kwalign::model
