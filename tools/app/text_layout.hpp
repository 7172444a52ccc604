#pragma once

/// Small pieces of plain-text output, the same in every locale.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::tools {

/// `value` with exactly `digits` decimals ("0.75").
[[nodiscard]] std::string fixed(double value, int digits);
/// As fixed(), "-" where there is no value.
[[nodiscard]] std::string fixed(std::optional<double> value, int digits);
/// Share 0..1 as "87%", rounded to nearest, but never "100%" for less than the whole nor "0%" for more than nothing.
[[nodiscard]] std::string percent(double share);

/// "1 file", "3 files".
[[nodiscard]] std::string counted(std::size_t count, std::string_view singular, std::string_view plural = {});
/// The pieces between separators, one at least; they point into `text`.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
/// Parts with `separator` between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);
/// At most `width` code points; a cut text ends in "…".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

/// Lines of columns, padded to the widest cell of each by code points; no trailing spaces.
class Columns {
public:
    enum class Align { left, right };

    explicit Columns(std::vector<Align> columns) : m_align(std::move(columns)) {}
    /// One cell per column.
    void add(std::vector<std::string> row);
    [[nodiscard]] std::string str(std::string_view indent = {}) const;

private:
    std::vector<Align> m_align;
    std::vector<std::vector<std::string>> m_rows;
};

}  // namespace kwalign::tools
