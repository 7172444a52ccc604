#include "ingest/office/xlsx_reader.hpp"

#include "ingest/office/open_xml_package.hpp"
#include "ingest/office/xml_reader.hpp"
#include "model/error.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace kwalign::ingest {

namespace {

using model::Error;
using model::ErrorCode;

constexpr std::size_t most_rows = 1'048'576;  // a sheet has no more, nor more columns
constexpr std::size_t most_columns = 16'384;
constexpr std::size_t most_columns_read = 256;  // of a list of competences; empty cells further right are not even counted

std::size_t number_in(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

/// "AB12": 27.
std::size_t column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > most_columns) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    }
    return column == 0 ? 0 : column - 1;
}

/// Numbers are stored with all digits of their binary form: 1.1000000000000001 is 1.1.
std::string shortest(const std::string& stored) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
    if (error != std::errc() || end != stored.data() + stored.size() || !std::isfinite(value)) return stored;
    std::array<char, 40> buffer{};
    const bool whole = std::abs(value) < 1e15 && value == std::floor(value);
    const auto result = whole ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<long long>(value))
                              : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

/// Text of a shared or inline string: its pieces, without readings of East Asian characters.
std::string read_string(XmlReader& xml) {
    std::string text;
    xml.read_content([&] {
        if (xml.name() == "t")
            text += xml.read_text();
        else if (xml.name() == "r")
            xml.read_content([&] {
                if (xml.name() == "t") text += xml.read_text();
            });
    });
    return text;
}

class SheetReader {
public:
    SheetReader(std::string place, const std::vector<std::string>& shared, const model::Limits& limits)
        : m_place(std::move(place)), m_shared(shared), m_limits(limits) {}

    std::string run(const std::string& bytes) {
        XmlReader xml(bytes, m_place);
        if (xml.name() != "worksheet")
            throw Error(ErrorCode::unsupported, m_place, "the sheet is a chart or macro", "name another with --sheet");
        xml.read_content([&] {
            if (xml.name() != "sheetData") return;
            xml.read_content([&] {
                if (xml.name() == "row") read_row(xml);
            });
        });
        return std::move(m_csv);
    }

private:
    void read_row(XmlReader& xml) {
        const std::size_t given = number_in(xml.attribute("r").value_or(""));
        const std::size_t row = given == 0 ? m_last + 1 : given;
        if (row > most_rows || row <= m_last)
            throw Error(row > most_rows ? ErrorCode::limit_exceeded : ErrorCode::damaged, m_place,
                        "row " + std::to_string(row) + (row > most_rows ? " is beyond what a sheet can have" : " is out of order"),
                        "open it with a spreadsheet program and save it anew");
        m_last = row;
        std::vector<std::string> cells;
        xml.read_content([&] {
            if (xml.name() == "c") read_cell(xml, cells);
        });
        while (!cells.empty() && cells.back().empty()) cells.pop_back();
        if (cells.empty()) return;
        if (++m_filled > m_limits.max_statements + 1)
            throw Error(ErrorCode::limit_exceeded, m_place, "more rows than allowed", "raise the limit max_statements");
        m_csv.append(row - 1 - m_rows, '\n');
        m_rows = row;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) m_csv += ',';
            put(cells[i]);
        }
        m_csv += '\n';
        if (m_csv.size() > m_limits.max_text_bytes)
            throw Error(ErrorCode::limit_exceeded, m_place, "the table is too large", "raise the limit max_text_bytes");
    }

    void put(const std::string& cell) {
        m_csv += '"';
        for (const char c : cell) {
            if (c == '"') m_csv += '"';
            m_csv += c == '\n' || c == '\r' ? ' ' : c;  // so that lines are rows
        }
        m_csv += '"';
    }

    void read_cell(XmlReader& xml, std::vector<std::string>& cells) {
        const std::string reference = xml.attribute("r").value_or("");
        const std::string type = xml.attribute("t").value_or("n");
        const std::size_t column = reference.empty() ? cells.size() : column_of(reference);
        std::string text;
        xml.read_content([&] {
            if (xml.name() == "v")
                text = xml.read_text();
            else if (xml.name() == "is")
                text = read_string(xml);
        });
        if (type == "s") {
            const std::size_t index = text.empty() ? m_shared.size() : number_in(text);
            if (index >= m_shared.size())
                throw Error(ErrorCode::damaged, m_place, "cell " + reference + " refers to a text that is not there",
                            "save the workbook anew");
            text = m_shared[index];
        } else if (type == "b") {
            text = text == "1" ? "TRUE" : "FALSE";
        } else if (type == "n") {
            text = shortest(text);
        } else if (type == "e") {
            text.clear();
        }
        if (text.empty() || column >= most_columns_read) return;
        if (cells.size() <= column) cells.resize(column + 1);
        cells[column] = std::move(text);
    }

    std::string m_place;
    const std::vector<std::string>& m_shared;
    const model::Limits& m_limits;
    std::string m_csv;
    std::size_t m_rows = 0;  ///< number of the last row written
    std::size_t m_last = 0;  ///< of the last row seen
    std::size_t m_filled = 0;
};

struct SheetEntry {
    std::string name;
    std::string part;
    bool hidden = false;
};

std::vector<SheetEntry> read_workbook(const OpenXmlPackage& package) {
    std::vector<SheetEntry> sheets;
    XmlReader xml(*package.find(package.main_part()), package.place_of(package.main_part()));
    xml.read_content([&] {
        if (xml.name() != "sheets") return;
        xml.read_content([&] {
            const auto relation = package.relations().find(xml.attribute("id").value_or(""));
            SheetEntry sheet;
            sheet.name = xml.attribute("name").value_or("");
            sheet.part = relation == package.relations().end() ? std::string() : relation->second.target;
            sheet.hidden = xml.attribute("state").value_or("visible") != "visible";
            sheets.push_back(std::move(sheet));
        });
    });
    return sheets;
}

const SheetEntry& choose(const std::vector<SheetEntry>& sheets, std::string_view wanted, const std::string& place) {
    std::string names;
    const SheetEntry* first = nullptr;
    for (const SheetEntry& sheet : sheets) {
        if (!wanted.empty() && sheet.name == wanted) return sheet;
        if (first == nullptr && !sheet.hidden) first = &sheet;
        names += (names.empty() ? "" : ", ") + sheet.name;
    }
    if (sheets.empty())
        throw Error(ErrorCode::damaged, place, "the workbook has no sheet", "open it with a spreadsheet program and save it anew");
    if (!wanted.empty())
        throw Error(ErrorCode::not_found, place, "there is no sheet \"" + std::string(wanted) + "\"", "its sheets: " + names);
    return first == nullptr ? sheets.front() : *first;
}

}  // namespace

SheetText read_xlsx(std::string_view bytes, std::string_view name, std::string_view wanted, const model::Limits& limits) {
    const OpenXmlPackage package(bytes, name, limits);
    const std::vector<SheetEntry> sheets = read_workbook(package);
    const SheetEntry& sheet = choose(sheets, wanted, std::string(name));
    const std::string* part = package.find(sheet.part);
    if (part == nullptr)
        throw Error(ErrorCode::damaged, std::string(name), "the sheet \"" + sheet.name + "\" is missing",
                    "open it with a spreadsheet program and save it anew");

    std::vector<std::string> shared;
    for (const std::string& path : package.parts("sharedStrings")) {
        XmlReader xml(*package.find(path), package.place_of(path));
        xml.read_content([&] {
            if (xml.name() == "si") shared.push_back(read_string(xml));
        });
    }
    SheetText result;
    result.csv = SheetReader(package.place_of(sheet.part), shared, limits).run(*part);
    result.sheet = sheet.name;
    for (const SheetEntry& entry : sheets) result.sheets.push_back(entry.name);
    return result;
}

}  // namespace kwalign::ingest
