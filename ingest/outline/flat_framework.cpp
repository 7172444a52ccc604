#include "ingest/outline/flat_framework.hpp"

#include "model/error.hpp"
#include "model/identity.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace kwalign::ingest {

namespace {

struct Row {
    std::vector<std::string> cells;
    std::size_t first = 0;  ///< byte range of the row in the text
    std::size_t last = 0;
    std::size_t line = 0;
};

/// Reads rows by RFC 4180: quotes around a cell, doubled quotes inside, line ends inside quotes.
class RowReader {
public:
    RowReader(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

    bool next(Row& row) {
        if (m_at >= m_text.size()) return false;
        row = {};
        row.first = m_at;
        row.line = m_line;
        for (;;) {
            row.cells.push_back(read_cell());
            row.last = m_at;
            if (m_at >= m_text.size()) return true;
            const char stop = m_text[m_at++];
            if (stop == m_separator) continue;
            if (stop == '\r' && m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
            ++m_line;
            return true;
        }
    }

    /// Line of the quote that nothing closes, so that the rest of the text became one cell; 0: there is none.
    [[nodiscard]] std::size_t unclosed() const noexcept { return m_unclosed; }

private:
    std::string read_cell() {
        std::string cell;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            ++m_at;
            m_unclosed = m_line;
            while (m_at < m_text.size()) {
                if (m_text[m_at] == '"') {
                    ++m_at;
                    if (m_at >= m_text.size() || m_text[m_at] != '"') {
                        m_unclosed = 0;
                        break;
                    }
                }
                if (m_text[m_at] == '\n') ++m_line;
                cell += m_text[m_at++];
            }
        }
        while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != '\n' && m_text[m_at] != '\r') cell += m_text[m_at++];
        return cell;
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_unclosed = 0;
};

std::string_view without_mark(std::string_view text) {
    static constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    return text;
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find_first_of("\r\n")); }

/// The separator that splits the header into the columns asked for, or 0.
char separator_of(std::string_view text) {
    for (const char separator : std::array{'\t', ',', ';'}) {
        Row row;
        RowReader reader(first_line(text), separator);
        if (!reader.next(row)) continue;
        std::set<std::string> names;
        for (const std::string& cell : row.cells) names.insert(model::to_lower(model::collapse_spaces(cell)));
        if (names.contains("id") && names.contains("title") && names.contains("lang")) return separator;
    }
    return '\0';
}

class FlatReader {
public:
    FlatReader(std::string_view text, std::string_view place, const model::Limits& limits)
        : m_text(without_mark(text)), m_place(place), m_limits(limits), m_findings(limits.max_findings) {}

    model::Standard run(std::string_view framework, std::string_view title) {
        const char separator = separator_of(m_text);
        if (separator == '\0')
            throw model::Error(model::ErrorCode::bad_data, m_place + ":1", "the header lacks one of the columns id, title, lang",
                               "name them in the first line, separated by commas or tabs");
        m_standard.framework = std::string(framework);
        m_standard.kind = "competence_list";
        m_standard.title = std::string(title);
        RowReader reader(m_text, separator);
        Row row;
        reader.next(row);
        for (std::size_t i = 0; i < row.cells.size(); ++i) m_columns.emplace(model::to_lower(model::collapse_spaces(row.cells[i])), i);
        m_width = row.cells.size();
        while (reader.next(row)) read_row(row);
        if (reader.unclosed() != 0)
            m_findings.add("unclosed-quote", model::Severity::warning,
                           "The quotation mark in line " + std::to_string(reader.unclosed()) +
                               " is never closed; all that follows was taken for one cell.");
        check_parents();
        name_languages();
        model::assign_identities(m_standard);
        m_standard.findings = m_findings.list();
        return std::move(m_standard);
    }

private:
    [[nodiscard]] std::string cell(const Row& row, const std::string& name) const {
        const auto column = m_columns.find(name);
        if (column == m_columns.end() || column->second >= row.cells.size()) return {};
        return model::to_nfc(model::collapse_spaces(row.cells[column->second]));
    }

    /// Characters in the text before a byte; rows come in order, so that each byte is counted once.
    std::size_t characters_before(std::size_t byte) {
        m_characters += model::count_code_points(m_text.substr(m_counted, byte - m_counted));
        m_counted = byte;
        return m_characters;
    }

    void read_row(const Row& row) {
        if (row.cells.size() == 1 && model::collapse_spaces(row.cells.front()).empty()) return;
        model::Unit unit;
        unit.code = cell(row, "id");
        unit.title = cell(row, "title");
        unit.lang = model::to_lower(cell(row, "lang"));
        const model::SourceSpan span{1, {}, characters_before(row.first), characters_before(row.last)};
        if (row.cells.size() > m_width && !model::collapse_spaces(row.cells.back()).empty())
            m_findings.add("bad-row", model::Severity::warning,
                           "Line " + std::to_string(row.line) +
                               " has more cells than the first line names columns; a text with a separator in it needs quotation marks.",
                           span);
        if (unit.code.empty() || unit.title.empty()) {
            m_findings.add("bad-row", model::Severity::warning,
                           "Line " + std::to_string(row.line) + " has no id or no title; it was left out.", span);
            return;
        }
        if (!m_codes.insert(unit.code).second) {
            m_findings.add("duplicate-number", model::Severity::warning,
                           "The id " + unit.code + " in line " + std::to_string(row.line) + " is taken; the line was left out.", span);
            return;
        }
        if (m_standard.units.size() >= m_limits.max_statements)  // a row is no more than a statement
            throw model::Error(model::ErrorCode::limit_exceeded, m_place, "more rows than allowed", "raise the limit max_statements");
        if (unit.lang.empty()) unit.lang = "und";
        unit.kind = cell(row, "kind");
        if (unit.kind.empty()) unit.kind = "item";
        unit.role = model::UnitRole::competence;
        unit.parent = cell(row, "parent");
        unit.level = level_of(cell(row, "level"));
        unit.spans = {span};
        if (const std::string description = cell(row, "description"); !description.empty()) {
            model::Statement statement;
            statement.kind = model::StatementKind::description;
            statement.lang = unit.lang;
            statement.text = description;
            statement.raw = description;
            statement.section = "description";
            statement.spans = {span};
            unit.statements.push_back(std::move(statement));
        }
        m_standard.units.push_back(std::move(unit));
    }

    /// "4", "EQF 4", "e-3", "4/5": digits are the range, letters before them the scheme.
    [[nodiscard]] static std::optional<model::Level> level_of(const std::string& printed) {
        if (printed.empty()) return std::nullopt;
        model::Level level;
        level.value = printed;
        const std::size_t space = printed.find(' ');
        if (space != std::string::npos) {
            level.scheme = printed.substr(0, space);
            level.value = printed.substr(space + 1);
        } else if (printed.starts_with("e-")) {
            level.scheme = "e-CF";
        }
        for (const char c : level.value) {
            if (c < '0' || c > '9') continue;
            if (level.low == 0) level.low = c - '0';
            level.high = c - '0';
        }
        return level;
    }

    void check_parents() {
        for (model::Unit& unit : m_standard.units) {
            if (unit.parent.empty() || (m_codes.contains(unit.parent) && unit.parent != unit.code)) continue;
            m_findings.add("dangling-reference", model::Severity::warning,
                           unit.code + " names the parent " + unit.parent + ", which is no other row.", unit.spans.front());
            unit.parent.clear();
        }
    }

    void name_languages() {
        std::map<std::string, std::size_t> counts;
        for (const model::Unit& unit : m_standard.units) ++counts[unit.lang];
        std::vector<std::pair<std::string, std::size_t>> order(counts.begin(), counts.end());
        std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
        for (const auto& [lang, count] : order) m_standard.languages.push_back(lang);
    }

    std::string_view m_text;
    std::string m_place;
    const model::Limits& m_limits;
    model::Findings m_findings;
    model::Standard m_standard;
    std::size_t m_counted = 0;  ///< bytes whose characters are counted
    std::size_t m_characters = 0;
    std::map<std::string, std::size_t> m_columns;
    std::size_t m_width = 0;  ///< cells of the header
    std::set<std::string> m_codes;
};

}  // namespace

bool is_flat_framework(std::string_view text) { return separator_of(without_mark(text)) != '\0'; }

model::Standard read_flat_framework(std::string_view text, std::string_view place, std::string_view framework, std::string_view title,
                                    const model::Limits& limits) {
    return FlatReader(text, place, limits).run(framework, title);
}

}  // namespace kwalign::ingest
