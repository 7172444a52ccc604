#include "align/imported/csv_rows.hpp"

#include "align/imported/import_text.hpp"
#include "model/error.hpp"

#include <algorithm>

namespace kwalign::align {
namespace {

constexpr std::size_t max_cell_bytes = std::size_t{1} << 20;
constexpr std::size_t max_cells = 256;

}  // namespace

bool CsvReader::next(CsvRow& row) {
    if (m_at >= m_text.size()) return false;
    row.cells.clear();
    row.line = m_line;
    for (;;) {
        if (row.cells.size() == max_cells)
            throw model::Error(model::ErrorCode::limit_exceeded, at_line(m_place, row.line), "a row has more than 256 cells");
        row.cells.push_back(cell());
        if (m_at >= m_text.size()) return true;
        const char stop = m_text[m_at++];
        if (stop == m_separator) continue;
        if (stop == '\r' && m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
        ++m_line;
        return true;
    }
}

std::string CsvReader::cell() {
    if (m_at < m_text.size() && m_text[m_at] == '"') return quoted_cell();
    const std::size_t first = m_at;
    while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != '\n' && m_text[m_at] != '\r') ++m_at;
    if (m_at - first > max_cell_bytes)
        throw model::Error(model::ErrorCode::limit_exceeded, at_line(m_place, m_line), "a cell is larger than 1 MiB");
    return std::string(m_text.substr(first, m_at - first));
}

std::string CsvReader::quoted_cell() {
    const std::size_t opened = m_line;
    std::string out;
    for (++m_at;; ++m_at) {
        if (m_at >= m_text.size())
            throw model::Error(model::ErrorCode::bad_data, at_line(m_place, opened), "a cell opens with a quote that nothing closes",
                               "is the file complete?");
        if (m_text[m_at] == '"') {
            if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '"') break;
            ++m_at;
        }
        if (m_text[m_at] == '\n') ++m_line;
        if (out.size() == max_cell_bytes)
            throw model::Error(model::ErrorCode::limit_exceeded, at_line(m_place, opened), "a cell is larger than 1 MiB");
        out += m_text[m_at];
    }
    ++m_at;
    if (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != '\n' && m_text[m_at] != '\r')
        throw model::Error(model::ErrorCode::bad_data, at_line(m_place, m_line), "text follows the closing quote of a cell",
                           "write quotes inside a cell twice");
    return out;
}

char guess_separator(std::string_view text) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    char best = ',';
    for (const char c : {',', ';', '\t'})
        if (std::count(line.begin(), line.end(), c) > std::count(line.begin(), line.end(), best)) best = c;
    return best;
}

}  // namespace kwalign::align
