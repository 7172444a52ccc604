#include "office_files.hpp"

#include <cstdint>

namespace kwalign::tests {

namespace {

void put(std::string& bytes, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xffU);
}

/// The checksum of zip archives, bit by bit.
std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xffffffffU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xedb88320U : crc >> 1U;
    }
    return ~crc;
}

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

std::string relations(const std::vector<std::pair<std::string, std::string>>& targets) {
    std::string xml = std::string(head) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    int id = 1;
    for (const auto& [type, target] : targets)
        xml += "<Relationship Id=\"r" + std::to_string(id++) + "\" Type=\"" + std::string(office) + "/" + type + "\" Target=\"" + target +
               "\"/>";
    return xml + "</Relationships>";
}

std::string content_types(std::string_view part, std::string_view type) {
    return std::string(head) + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"" +
           std::string(part) + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + std::string(type) +
           ".main+xml\"/></Types>";
}

/// "header1.xml": "header".
std::string type_of_part(const std::string& name) { return name.substr(0, name.find_first_of("0123456789.")); }

}  // namespace

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries) {
    std::string bytes;
    std::string directory;
    for (const auto& [name, data] : entries) {
        const auto offset = static_cast<std::uint32_t>(bytes.size());
        std::string common;
        put(common, 20, 2);  // version
        put(common, 0, 2);   // flags
        put(common, 0, 2);   // stored
        put(common, 0, 4);   // time and date
        put(common, crc32(data), 4);
        put(common, static_cast<std::uint32_t>(data.size()), 4);
        put(common, static_cast<std::uint32_t>(data.size()), 4);
        put(common, static_cast<std::uint32_t>(name.size()), 2);
        put(common, 0, 2);
        bytes += "PK\x03\x04" + common + name + data;
        directory += "PK\x01\x02";
        put(directory, 20, 2);
        directory += common;
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, 0, 4);
        put(directory, offset, 4);
        directory += name;
    }
    const auto start = static_cast<std::uint32_t>(bytes.size());
    bytes += directory + "PK\x05\x06";
    put(bytes, 0, 4);
    put(bytes, static_cast<std::uint32_t>(entries.size()), 2);
    put(bytes, static_cast<std::uint32_t>(entries.size()), 2);
    put(bytes, static_cast<std::uint32_t>(directory.size()), 4);
    put(bytes, start, 4);
    put(bytes, 0, 2);
    return bytes;
}

std::string docx_of(std::string_view body, const std::vector<std::pair<std::string, std::string>>& parts) {
    std::vector<std::pair<std::string, std::string>> targets;
    std::vector<std::pair<std::string, std::string>> entries = {
        {"[Content_Types].xml", content_types("/word/document.xml", "wordprocessingml.document")},
        {"_rels/.rels", relations({{"officeDocument", "word/document.xml"}})},
        {"word/document.xml",
         std::string(head) + "<w:document xmlns:w=\"" + std::string(word) + "\"><w:body>" + std::string(body) + "</w:body></w:document>"}};
    for (const auto& [name, xml] : parts) {
        targets.emplace_back(type_of_part(name), name);
        const std::size_t end = xml.find_first_of(">/ ");
        entries.emplace_back("word/" + name,
                             std::string(head) + xml.substr(0, end) + " xmlns:w=\"" + std::string(word) + "\"" + xml.substr(end));
    }
    entries.emplace_back("word/_rels/document.xml.rels", relations(targets));
    return zip_of(entries);
}

std::string docx_paragraph(std::string_view properties, std::string_view text) {
    return "<w:p>" + (properties.empty() ? std::string() : "<w:pPr>" + std::string(properties) + "</w:pPr>") + "<w:r><w:t>" +
           std::string(text) + "</w:t></w:r></w:p>";
}

std::string odt_of(std::string_view text, std::string_view styles) {
    const std::string space = "urn:oasis:names:tc:opendocument:xmlns:";
    std::string root = std::string(head) + "<office:document-content";
    for (const char* name : {"office", "text", "table", "style"}) root += std::string(" xmlns:") + name + "=\"" + space + name + ":1.0\"";
    root += " xmlns:draw=\"" + space + "drawing:1.0\" xmlns:fo=\"" + space + "xsl-fo-compatible:1.0\">";
    return zip_of(
        {{"mimetype", "application/vnd.oasis.opendocument.text"},
         {"content.xml", root + "<office:automatic-styles>" + std::string(styles) + "</office:automatic-styles><office:body><office:text>" +
                             std::string(text) + "</office:text></office:body></office:document-content>"}});
}

std::string xlsx_of(const std::vector<XlsxSheet>& sheets, const std::vector<std::string>& shared) {
    const std::string space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    std::vector<std::pair<std::string, std::string>> targets;
    std::string workbook = std::string(head) + "<workbook " + space + " xmlns:r=\"" + std::string(office) + "\"><sheets>";
    std::vector<std::pair<std::string, std::string>> entries = {
        {"[Content_Types].xml", content_types("/xl/workbook.xml", "spreadsheetml.sheet")},
        {"_rels/.rels", relations({{"officeDocument", "xl/workbook.xml"}})}};
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        targets.emplace_back("worksheet", "worksheets/sheet" + number + ".xml");
        workbook += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + number + "\" state=\"" + sheets[i].state + "\" r:id=\"r" +
                    number + "\"/>";
        entries.emplace_back("xl/worksheets/sheet" + number + ".xml",
                             std::string(head) + "<worksheet " + space + "><sheetData>" + sheets[i].rows + "</sheetData></worksheet>");
    }
    std::string strings = std::string(head) + "<sst " + space + ">";
    for (const std::string& text : shared) strings += "<si><t>" + text + "</t></si>";
    targets.emplace_back("sharedStrings", "sharedStrings.xml");
    entries.emplace_back("xl/sharedStrings.xml", strings + "</sst>");
    entries.emplace_back("xl/workbook.xml", workbook + "</sheets></workbook>");
    entries.emplace_back("xl/_rels/workbook.xml.rels", relations(targets));
    return zip_of(entries);
}

std::string xlsx_row(int number, const std::vector<std::string>& cells) {
    std::string row = "<row r=\"" + std::to_string(number) + "\">";
    for (const std::string& cell : cells) row += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    return row + "</row>";
}

}  // namespace kwalign::tests
