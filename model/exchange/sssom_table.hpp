#pragma once

/// Private to the SSSOM importer: the mappings block.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kwalign::model {

/// One row with the names of its columns.
class SssomFields {
public:
    SssomFields(const std::unordered_map<std::string, std::size_t>& columns, std::vector<std::string> values, std::size_t line)
        : m_columns(columns), m_values(std::move(values)), m_line(line) {}

    /// Empty where there is no such column or no value.
    [[nodiscard]] const std::string& operator[](const std::string& column) const;
    [[nodiscard]] std::size_t line() const noexcept { return m_line; }

private:
    const std::unordered_map<std::string, std::size_t>& m_columns;
    std::vector<std::string> m_values;
    std::size_t m_line;
};

/// `text` starts with the header, on line `line` of the file. Fields are separated by tabs and quoted as in RFC 4180. `header` gets the
/// column names once, then `row` every row. Throws Error(bad_data) with the line: a quote that is not closed, a column twice, a row with
/// more fields than columns (fewer are absent values).
void read_sssom_table(std::string_view text, std::size_t line, std::string_view place,
                      const std::function<void(const std::vector<std::string>&)>& header,
                      const std::function<void(const SssomFields&)>& row);

}  // namespace kwalign::model
