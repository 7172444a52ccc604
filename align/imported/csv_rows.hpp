#pragma once

/// Rows of separated values. Private to align/imported.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

struct CsvRow {
    std::vector<std::string> cells;
    std::size_t line = 0;  ///< on which it begins, from 1
};

/// Reads RFC 4180: quotes around a cell, doubled quotes inside, line ends inside quotes. `text` must outlive it.
class CsvReader {
public:
    CsvReader(std::string_view text, char separator, std::string place) : m_text(text), m_separator(separator), m_place(std::move(place)) {}

    /// False at the end. Throws model::Error: bad_data for a quote that is not closed or text behind a closing quote; limit_exceeded for a
    /// cell over 1 MiB or more than 256 cells; both with file and line.
    [[nodiscard]] bool next(CsvRow& row);

private:
    [[nodiscard]] std::string cell();
    [[nodiscard]] std::string quoted_cell();

    std::string_view m_text;
    char m_separator;
    std::string m_place;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

/// The separator (comma, semicolon or tab) that cuts the first line of `text` into most cells.
[[nodiscard]] char guess_separator(std::string_view text);

}  // namespace kwalign::align
