#pragma once

/// An Excel workbook in the making: the only place that sees libxlsxwriter.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct lxw_worksheet;

namespace kwalign::model {

/// How a cell looks. One style per relation, so that colour and word always go together.
enum class CellStyle {
    plain,
    code,
    wrapped,
    muted,
    heading,
    title,
    label,
    header,
    number,
    share,
    signed_number,
    flag,
    date,
    equal,
    equivalent,
    covers,
    covered_by,
    overlaps,
    none,
    count_
};

class XlsxBook {
public:
    /// `created` is an ISO 8601 date or empty; without one the file says 1980-01-01, the first day its container knows, so that
    /// equal tables give equal bytes. Rows of a `large` book wait on disk and not in memory: its cells must be written row by row, and its
    /// file is larger. Throws Error(write_failed) if no temporary folder can be made.
    XlsxBook(std::string_view title, std::string_view generator, std::string_view created, bool large = false);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    /// One sheet; lives as long as its book. Rows and columns count from 0. Writing throws Error(limit_exceeded) past the last row
    /// that a sheet can have (1,048,576), since rows must not vanish silently.
    class Sheet {
    public:
        /// Always a string cell, whatever the text looks like. Texts longer than a cell can hold (32,767 UTF-16 units) are cut and end
        /// in the book's notice.
        void text(std::size_t row, std::size_t column, std::string_view text, CellStyle style = CellStyle::wrapped);
        void number(std::size_t row, std::size_t column, double value, CellStyle style = CellStyle::number);
        /// An ISO 8601 date as a date, which programs show as their user's language does; what is no date as text.
        void date(std::size_t row, std::size_t column, std::string_view iso);
        /// Cells of one column in which only these words may be filled in, offered as a list.
        void choices(std::size_t column, std::size_t first_row, std::size_t last_row, const std::vector<std::string>& words);
        void column_widths(const std::vector<double>& characters);
        /// First row is a header: frozen, repeated on every printed page, with filters down to `last_row`.
        void header_row(std::size_t row, std::size_t columns, std::size_t last_row);
        /// Columns left of this one stay in view too.
        void keep_columns(std::size_t header_row, std::size_t columns);
        /// Bars 0..1 behind the numbers of one column.
        void bars(std::size_t column, std::size_t first_row, std::size_t last_row);
        /// A4 landscape, as wide as the page, any number of pages high; `heading` on top of each, page numbers below.
        void print_setup(std::string_view heading);

    private:
        friend class XlsxBook;
        Sheet(XlsxBook& book, lxw_worksheet* sheet) : m_book(&book), m_sheet(sheet) {}
        XlsxBook* m_book;
        lxw_worksheet* m_sheet;
    };

    /// `name` is made to fit the format's rules (31 characters, none of []:*?/\, unique).
    [[nodiscard]] Sheet add_sheet(std::string_view name);
    /// What a text that had to be cut ends in.
    void set_cut_notice(std::string_view notice);
    /// Finishes the workbook. Call once, last. Throws Error(write_failed).
    [[nodiscard]] std::string bytes();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::model
