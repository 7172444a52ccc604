#include "model/exchange/sssom_table.hpp"

#include "model/error.hpp"
#include "model/exchange/import_text.hpp"

#include <algorithm>

namespace kwalign::model {

namespace {

class Rows {
public:
    Rows(std::string_view text, std::size_t line, std::string_view place) : m_text(text), m_place(place), m_line(line) {}

    /// The fields of the next line that is not empty; nothing at the end.
    std::optional<std::vector<std::string>> next() {
        while (m_at < m_text.size() && (m_text[m_at] == '\n' || m_text[m_at] == '\r')) {
            if (m_text[m_at] == '\n') ++m_line;
            ++m_at;
        }
        if (m_at >= m_text.size()) return std::nullopt;
        m_first = m_line;
        std::vector<std::string> fields{field()};
        while (m_at < m_text.size() && m_text[m_at] == '\t') {
            ++m_at;
            fields.push_back(field());
        }
        return fields;
    }
    /// On which the last row started.
    [[nodiscard]] std::size_t line() const noexcept { return m_first; }

private:
    std::string field() {
        if (m_at < m_text.size() && m_text[m_at] == '"') return quoted();
        const std::size_t end = std::min(m_text.find_first_of("\t\n", m_at), m_text.size());
        std::string value(m_text.substr(m_at, end - m_at));
        m_at = end;
        if (value.ends_with('\r')) value.pop_back();
        return value;
    }

    std::string quoted() {
        std::string value;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\n') ++m_line;
            if (c != '"') {
                value += c;
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                value += m_text[++m_at];
            } else {
                ++m_at;
                if (m_at < m_text.size() && m_text[m_at] == '\r') ++m_at;
                if (m_at < m_text.size() && m_text[m_at] != '\t' && m_text[m_at] != '\n')
                    throw Error(ErrorCode::bad_data, line_place(m_place, m_line),
                                "a tab or the end of the line must follow a closing quote");
                return value;
            }
        }
        throw Error(ErrorCode::bad_data, line_place(m_place, m_first), "a quote that is opened here is not closed: the file is cut short");
    }

    std::string_view m_text;
    std::string_view m_place;
    std::size_t m_at = 0;
    std::size_t m_line;
    std::size_t m_first = 0;
};

}  // namespace

const std::string& SssomFields::operator[](const std::string& column) const {
    static const std::string absent;
    const auto found = m_columns.find(column);
    return found == m_columns.end() || found->second >= m_values.size() ? absent : m_values[found->second];
}

void read_sssom_table(std::string_view text, std::size_t line, std::string_view place,
                      const std::function<void(const std::vector<std::string>&)>& header,
                      const std::function<void(const SssomFields&)>& row) {
    Rows rows(text, line, place);
    const auto names = rows.next();
    if (!names) throw Error(ErrorCode::bad_data, line_place(place, line), "the header line of the mappings is missing");
    std::unordered_map<std::string, std::size_t> columns;
    for (std::size_t i = 0; i < names->size(); ++i) {
        if (!columns.emplace((*names)[i], i).second)
            throw Error(ErrorCode::bad_data, line_place(place, rows.line()), "the column " + (*names)[i] + " occurs twice");
    }
    header(*names);
    while (auto values = rows.next()) {
        if (values->size() > names->size())
            throw Error(ErrorCode::bad_data, line_place(place, rows.line()),
                        "a row of " + std::to_string(values->size()) + " fields under " + std::to_string(names->size()) + " columns");
        row(SssomFields(columns, std::move(*values), rows.line()));
    }
}

}  // namespace kwalign::model
