#include "model/interchange/xlsx_book.hpp"

#include "model/error.hpp"
#include "model/interchange/palette.hpp"
#include "model/interchange/xlsx_text.hpp"

#include <xlsxwriter.h>

#include <stdlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

namespace kwalign::model {

namespace fs = std::filesystem;

namespace {

/// The library writes files only, so the book is built in a folder of its own that goes away with it.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = (fs::temp_directory_path() / "kwalign-xlsx-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            throw Error(ErrorCode::write_failed, pattern, "no temporary folder could be made",
                        "set TMPDIR to a folder that can be written");
        }
        m_path = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const fs::path& path() const noexcept { return m_path; }

private:
    fs::path m_path;
};

/// Midnight UTC of an ISO 8601 date; the first day a ZIP archive can name where there is none.
time_t day(std::string_view created) {
    constexpr time_t first_zip_day = 315532800;
    int year = 0;
    unsigned month = 0;
    unsigned day_of_month = 0;
    if (created.size() < 10) return first_zip_day;
    const auto number = [](std::string_view text, auto& value) { std::from_chars(text.data(), text.data() + text.size(), value); };
    number(created.substr(0, 4), year);
    number(created.substr(5, 2), month);
    number(created.substr(8, 2), day_of_month);
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day_of_month)};
    if (!date.ok() || year < 1980) return first_zip_day;
    return std::chrono::system_clock::to_time_t(std::chrono::sys_days(date));
}

void set_border(lxw_format* format) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xC9CED6);
}

struct Look {
    CellStyle style;
    Relation relation;
};
constexpr std::array relation_looks{
    Look{CellStyle::equal, Relation::equal},       Look{CellStyle::equivalent, Relation::equivalent},
    Look{CellStyle::covers, Relation::covers},     Look{CellStyle::covered_by, Relation::covered_by},
    Look{CellStyle::overlaps, Relation::overlaps}, Look{CellStyle::none, Relation::none},
};

}  // namespace

struct XlsxBook::Impl {
    TemporaryFolder folder;
    std::string folder_name = folder.path().string();
    std::string file = (folder.path() / "book.xlsx").string();
    lxw_workbook* book = nullptr;
    std::array<lxw_format*, static_cast<std::size_t>(CellStyle::count_)> formats{};
    std::set<std::string> sheet_names;
    std::string cut_notice = "[...]";

    lxw_format*& at(CellStyle style) { return formats[static_cast<std::size_t>(style)]; }
    lxw_format* make(CellStyle style) {
        lxw_format* format = workbook_add_format(book);
        format_set_font_name(format, "Calibri");
        format_set_font_size(format, 10);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        return at(style) = format;
    }
    void make_formats();
};

void XlsxBook::Impl::make_formats() {
    make(CellStyle::plain);
    for (const CellStyle style : {CellStyle::wrapped, CellStyle::code, CellStyle::number, CellStyle::share, CellStyle::signed_number,
                                  CellStyle::flag, CellStyle::date, CellStyle::muted, CellStyle::label, CellStyle::header}) {
        lxw_format* format = make(style);
        set_border(format);
        format_set_text_wrap(format);
    }
    format_set_num_format(at(CellStyle::number), "0.00");
    format_set_num_format(at(CellStyle::share), "0%");
    format_set_num_format(at(CellStyle::signed_number), "+0;-0;0");
    format_set_num_format_index(at(CellStyle::date), 14);  // the short date of whoever opens the book
    format_set_align(at(CellStyle::date), LXW_ALIGN_LEFT);
    format_set_bold(at(CellStyle::code));
    format_set_font_color(at(CellStyle::muted), 0x5A616B);
    format_set_bold(at(CellStyle::flag));
    format_set_font_color(at(CellStyle::flag), 0x8A1C1C);
    format_set_num_format(at(CellStyle::flag), "+0;-0;0");
    format_set_bold(at(CellStyle::label));
    format_set_bg_color(at(CellStyle::label), 0xF2F4F7);
    format_set_bold(at(CellStyle::header));
    format_set_font_color(at(CellStyle::header), 0xFFFFFF);
    format_set_bg_color(at(CellStyle::header), 0x1F3A5F);
    format_set_align(at(CellStyle::header), LXW_ALIGN_VERTICAL_CENTER);
    format_set_bold(make(CellStyle::heading));
    format_set_font_size(at(CellStyle::heading), 12);
    format_set_bold(make(CellStyle::title));
    format_set_font_size(at(CellStyle::title), 16);
    for (const Look& look : relation_looks) {
        lxw_format* format = make(look.style);
        set_border(format);
        format_set_text_wrap(format);
        format_set_font_color(format, look_of(look.relation).ink);
        format_set_bg_color(format, look_of(look.relation).paper);
    }
}

XlsxBook::XlsxBook(std::string_view title, std::string_view generator, std::string_view created, bool large)
    : m_impl(std::make_unique<Impl>()) {
    lxw_workbook_options options{};
    options.tmpdir = m_impl->folder_name.data();
    options.constant_memory = large ? LXW_TRUE : LXW_FALSE;
    m_impl->book = workbook_new_opt(m_impl->file.c_str(), &options);
    if (m_impl->book == nullptr) throw Error(ErrorCode::write_failed, m_impl->file, "the workbook could not be started");
    const std::string title_text = cell_text(title.substr(0, 200), "");
    const std::string generator_text = cell_text(generator.substr(0, 200), "");
    lxw_doc_properties properties{};
    // The library copies the strings; its fields are not const only because it is written in C.
    std::string title_copy = title_text;
    std::string generator_copy = generator_text;
    properties.title = title_copy.data();
    properties.comments = generator_copy.data();
    properties.created = day(created);
    workbook_set_properties(m_impl->book, &properties);
    m_impl->make_formats();
}

XlsxBook::~XlsxBook() {
    if (m_impl->book != nullptr) lxw_workbook_free(m_impl->book);
}

void XlsxBook::set_cut_notice(std::string_view notice) { m_impl->cut_notice = notice; }

XlsxBook::Sheet XlsxBook::add_sheet(std::string_view name) {
    constexpr std::size_t longest = 31 - 3;  // in bytes: the limit of 31 is in characters, counted differently by programs; 3 for a number
    std::string fitting = cell_text(name, "");
    for (char& c : fitting)
        if (std::string_view("[]:*?/\\'\x7F").find(c) != std::string_view::npos) c = '-';
    if (fitting.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(fitting[end]) & 0xC0U) == 0x80U) --end;  // not within a character
        fitting.resize(end);
    }
    std::string unique = fitting;
    for (int i = 2; unique.empty() || !m_impl->sheet_names.insert(unique).second; ++i) unique = fitting + " " + std::to_string(i);
    lxw_worksheet* sheet = workbook_add_worksheet(m_impl->book, unique.c_str());
    if (sheet == nullptr) throw Error(ErrorCode::write_failed, unique, "the sheet could not be added to the workbook");
    return Sheet(*this, sheet);
}

std::string XlsxBook::bytes() {
    lxw_workbook* book = std::exchange(m_impl->book, nullptr);
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) {
        throw Error(ErrorCode::write_failed, m_impl->file, lxw_strerror(error));
    }
    std::ifstream in(m_impl->file, std::ios::binary);
    std::string result((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in || result.empty()) throw Error(ErrorCode::write_failed, m_impl->file, "the workbook could not be read back");
    return result;
}

namespace {

void check_written(lxw_error error) {
    if (error == LXW_NO_ERROR) return;
    if (error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE) {
        throw Error(ErrorCode::limit_exceeded, "xlsx", "more rows than a sheet can hold", "write csv, or raise the minimum confidence");
    }
    throw Error(ErrorCode::write_failed, "xlsx", lxw_strerror(error));
}

}  // namespace

void XlsxBook::Sheet::text(std::size_t row, std::size_t column, std::string_view text, CellStyle style) {
    const std::string cell = cell_text(text, m_book->m_impl->cut_notice);
    lxw_format* format = m_book->m_impl->at(style);
    const auto r = static_cast<lxw_row_t>(row);
    const auto c = static_cast<lxw_col_t>(column);
    check_written(cell.empty() ? worksheet_write_blank(m_sheet, r, c, format)
                               : worksheet_write_string(m_sheet, r, c, cell.c_str(), format));
}

void XlsxBook::Sheet::number(std::size_t row, std::size_t column, double value, CellStyle style) {
    check_written(
        worksheet_write_number(m_sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), value, m_book->m_impl->at(style)));
}

void XlsxBook::Sheet::date(std::size_t row, std::size_t column, std::string_view iso) {
    lxw_datetime value{};
    const auto number = [&](std::size_t first, std::size_t count, int& into) {
        const std::string_view digits = iso.substr(first, count);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), into);
        return error == std::errc{} && end == digits.data() + digits.size();
    };
    const bool dated = iso.size() == 10 && iso[4] == '-' && iso[7] == '-' && number(0, 4, value.year) && number(5, 2, value.month) &&
                       number(8, 2, value.day) && value.year >= 1900;
    if (!dated) return text(row, column, iso, CellStyle::muted);
    check_written(worksheet_write_datetime(m_sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), &value,
                                           m_book->m_impl->at(CellStyle::date)));
}

void XlsxBook::Sheet::choices(std::size_t column, std::size_t first_row, std::size_t last_row, const std::vector<std::string>& words) {
    if (last_row < first_row) return;
    std::vector<std::string> copies = words;  // the library's field is not const only because it is written in C
    std::vector<char*> list;
    for (std::string& word : copies) list.push_back(word.data());
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    check_written(worksheet_data_validation_range(m_sheet, static_cast<lxw_row_t>(first_row), static_cast<lxw_col_t>(column),
                                                  static_cast<lxw_row_t>(last_row), static_cast<lxw_col_t>(column), &validation));
}

void XlsxBook::Sheet::column_widths(const std::vector<double>& characters) {
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(m_sheet, column, column, characters[i], nullptr);
    }
}

void XlsxBook::Sheet::header_row(std::size_t row, std::size_t columns, std::size_t last_row) {
    const auto r = static_cast<lxw_row_t>(row);
    worksheet_freeze_panes(m_sheet, r + 1, 0);
    worksheet_repeat_rows(m_sheet, r, r);
    worksheet_autofilter(m_sheet, r, 0, static_cast<lxw_row_t>(std::max(last_row, row)), static_cast<lxw_col_t>(columns - 1));
}

void XlsxBook::Sheet::keep_columns(std::size_t header_row, std::size_t columns) {
    worksheet_freeze_panes(m_sheet, static_cast<lxw_row_t>(header_row + 1), static_cast<lxw_col_t>(columns));
}

void XlsxBook::Sheet::bars(std::size_t column, std::size_t first_row, std::size_t last_row) {
    if (last_row < first_row) return;
    lxw_conditional_format bars{};
    bars.type = LXW_CONDITIONAL_DATA_BAR;
    bars.data_bar_2010 = LXW_TRUE;
    bars.bar_solid = LXW_TRUE;
    bars.bar_color = 0xB9CDE8;
    bars.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    bars.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
    bars.min_value = 0.0;
    bars.max_value = 1.0;
    const auto c = static_cast<lxw_col_t>(column);
    worksheet_conditional_format_range(m_sheet, static_cast<lxw_row_t>(first_row), c, static_cast<lxw_row_t>(last_row), c, &bars);
}

void XlsxBook::Sheet::print_setup(std::string_view heading) {
    worksheet_set_landscape(m_sheet);
    worksheet_set_paper(m_sheet, 9);  // A4
    worksheet_fit_to_pages(m_sheet, 1, 0);
    worksheet_set_margins(m_sheet, 0.4, 0.4, 0.7, 0.6);
    std::string header = "&L&9";
    for (const char c : cell_text(heading.substr(0, 180), "")) header += c == '&' ? std::string("&&") : std::string(1, c == '\n' ? ' ' : c);
    if (header.size() < 250) worksheet_set_header(m_sheet, header.c_str());
    worksheet_set_footer(m_sheet, "&R&9&P / &N");
}

}  // namespace kwalign::model
