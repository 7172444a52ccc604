#include "model/exchange/publisher_facts.hpp"

#include "model/error.hpp"
#include "model/exchange/import_text.hpp"
#include "model/exchange/loq_vocabulary.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kwalign::model {

namespace {

constexpr std::array<std::string_view, 5> columns{"standard", "isced_f", "isco", "awarding_body", "rule"};

std::vector<std::string_view> pieces(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// How closely a scope names a standard; 0: not at all.
std::size_t closeness(std::string_view scope, const Standard& standard) {
    constexpr std::size_t exact = 1'000'000;
    if (scope == standard.id) return exact + 1;
    const auto named = [&](const auto& fits) {
        return fits(standard.id) ||
               std::ranges::any_of(standard.identifiers, [&](const auto& identifier) { return fits(identifier.second); });
    };
    if (named([&](const std::string& name) { return name == scope; })) return exact;
    if (scope == "*") return 1;
    if (scope == standard.framework) return 2;
    if (!scope.ends_with('*')) return 0;
    scope.remove_suffix(1);
    return named([&](const std::string& name) { return name.starts_with(scope); }) ? 2 + scope.size() : 0;
}

/// The positions of the known columns in a header line.
std::vector<std::size_t> read_header(std::string_view line, std::string_view place) {
    std::vector<std::size_t> order;
    for (const std::string_view name : pieces(line, '\t')) {
        const auto found = std::ranges::find(columns, name);
        if (found == columns.end())
            throw Error(ErrorCode::bad_data, std::string(place), "unknown column \"" + std::string(name) + "\"",
                        "the columns are standard, isced_f, isco, awarding_body, rule");
        order.push_back(static_cast<std::size_t>(found - columns.begin()));
    }
    if (std::ranges::find(order, std::size_t{0}) == order.end())
        throw Error(ErrorCode::bad_data, std::string(place), "the column \"standard\" is missing");
    return order;
}

}  // namespace

void PublisherFacts::add(std::string scope, StatedFacts facts, std::string_view place) {
    if (scope.empty()) throw Error(ErrorCode::bad_data, std::string(place), "facts about no standard", "name one, or * for all");
    if (!facts.isced_f.empty() && !is_isced_f_code(facts.isced_f))
        throw Error(ErrorCode::bad_data, std::string(place), "ISCED-F 2013 has no field \"" + facts.isced_f + "\"",
                    "give a code of two to four digits, such as 0613");
    for (const std::string& code : facts.isco) {
        if (!is_isco_code(code))
            throw Error(ErrorCode::bad_data, std::string(place), "\"" + code + "\" is no ISCO-08 code",
                        "give one to four digits, such as 2512");
    }
    m_rows.push_back({std::move(scope), std::move(facts)});
}

void PublisherFacts::add_table(std::string_view text, std::string_view place) {
    text = import_text(text, place);
    std::vector<std::size_t> order;
    std::size_t number = 0;
    for (std::string_view line : pieces(text, '\n')) {
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        const std::string where = line_place(place, number);
        if (order.empty()) {
            order = read_header(line, where);
            continue;
        }
        const std::vector<std::string_view> cells = pieces(line, '\t');
        if (cells.size() > order.size()) throw Error(ErrorCode::bad_data, where, "there are more cells than columns");
        std::array<std::string, columns.size()> values;
        for (std::size_t i = 0; i < cells.size(); ++i) values[order[i]] = cells[i];
        StatedFacts facts{values[1], {}, values[3], values[4]};
        for (const std::string_view code : pieces(values[2], ' ')) {
            if (!code.empty()) facts.isco.emplace_back(code);
        }
        add(std::move(values[0]), std::move(facts), where);
    }
}

StatedFacts PublisherFacts::of(const Standard& standard) const {
    std::vector<std::pair<std::size_t, const StatedFacts*>> fitting;
    for (const Row& row : m_rows) {
        if (const std::size_t close = closeness(row.scope, standard); close > 0) fitting.emplace_back(close, &row.facts);
    }
    std::ranges::stable_sort(fitting, [](const auto& a, const auto& b) { return a.first > b.first; });
    StatedFacts result;
    for (const auto& [close, facts] : fitting) {
        if (result.isced_f.empty() && !facts->isced_f.empty()) {
            result.isced_f = facts->isced_f;
            result.rule = facts->rule;
        }
        if (result.isco.empty()) result.isco = facts->isco;
        if (result.awarding_body.empty()) result.awarding_body = facts->awarding_body;
    }
    return result;
}

}  // namespace kwalign::model
