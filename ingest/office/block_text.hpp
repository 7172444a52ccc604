#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kwalign::ingest {

/// One paragraph of a document with marked structure.
struct MarkedParagraph {
    std::string text;       ///< UTF-8 as stored; '\n' is a line end that the author set
    int heading_level = 0;  ///< 1..6; 0: none
    bool bold = false;      ///< all of it
    bool bulleted = false;  ///< an item of a bulleted list
    std::string number;     ///< of an item or heading that is numbered by the program, as printed: "1.2.", "b)"
};

/// Writes the text form that the layout reads (the same as of HTML, see text/html_text.hpp): one block per line, headings marked with "#",
/// items with "- " or their number, rows with tabs between cells, form feeds between pages. Characters that the layout would take for
/// markup are escaped. Tables inside a cell become paragraphs of that cell.
class BlockText {
public:
    void add(const MarkedParagraph& paragraph);
    /// What follows stands on a new page; inside a table from its next row on.
    void break_page();

    void begin_table();
    void end_table();
    void end_row();
    void begin_cell();
    /// `columns`: that the cell spans; 1..63.
    void end_cell(std::size_t columns = 1);
    [[nodiscard]] bool in_cell() const noexcept { return m_cell_depth > 0; }

    /// All that was written.
    [[nodiscard]] std::string take();
    /// Bytes up to now, for limits.
    [[nodiscard]] std::size_t size() const noexcept { return m_text.size() + m_row.size() + m_cell.size(); }

private:
    void write_line(std::string_view line);

    std::string m_text;
    std::string m_row;
    std::string m_cell;
    std::size_t m_cells = 0;       ///< of the row up to now
    std::size_t m_paragraphs = 0;  ///< of the cell up to now
    std::size_t m_table_depth = 0;
    std::size_t m_cell_depth = 0;
    bool m_row_holds_text = false;
    bool m_page_ends = false;
};

}  // namespace kwalign::ingest
