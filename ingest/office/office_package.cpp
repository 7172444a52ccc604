#include "ingest/office/office_package.hpp"

#include "ingest/office/xml_reader.hpp"
#include "ingest/office/zip_archive.hpp"
#include "model/error.hpp"

#include <array>
#include <utility>
#include <vector>

namespace kwalign::ingest {

namespace {

using model::Error;
using model::ErrorCode;

/// An OpenDocument file begins with an entry "mimetype", stored as it is (OpenDocument 1.3, part 2, 3.3).
std::string opendocument_type(std::string_view bytes) {
    constexpr std::size_t name_at = 30;
    constexpr std::string_view name = "mimetype";
    if (bytes.size() < name_at + name.size() || bytes.substr(name_at, name.size()) != name) return {};
    const std::string_view value = bytes.substr(name_at + name.size(), 100);
    const std::size_t end = value.find_first_not_of("abcdefghijklmnopqrstuvwxyz-./");
    const std::string_view type = value.substr(0, end);
    return type.starts_with("application/vnd.oasis.opendocument.") ? std::string(type) : std::string();
}

std::string open_xml_type(std::string_view bytes) {
    using Mark = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Mark, 6> marks = {
        {{"wordprocessingml.document.main+xml", docx_media_type},
         {"wordprocessingml.template.main+xml", docx_media_type},
         {"ms-word.document.macroEnabled.main+xml", docx_media_type},
         {"spreadsheetml.sheet.main+xml", xlsx_media_type},
         {"ms-excel.sheet.macroEnabled.main+xml", xlsx_media_type},
         {"presentationml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"}}};
    constexpr std::string_view part = "[Content_Types].xml";
    try {
        const ZipContents contents = unpack_zip(
            bytes, {}, [&](std::string_view name) { return name == part; }, {}, 1);
        const auto types = contents.entries.find(std::string(part));
        if (types == contents.entries.end()) return {};
        for (const auto& [mark, type] : marks) {
            if (types->second.find(mark) != std::string::npos) return std::string(type);
        }
    } catch (const Error&) {
        return {};  // reading it says why
    }
    return {};
}

/// "word" and "../docProps/x.xml" give "docProps/x.xml".
std::string resolved(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string path = folder.empty() ? std::string(target) : std::string(folder) + "/" + std::string(target);
    for (std::size_t up = path.find("/../"); up != std::string::npos; up = path.find("/../")) {
        const std::size_t before = up == 0 ? std::string::npos : path.rfind('/', up - 1);
        path.erase(before == std::string::npos ? 0 : before + 1, up + 4 - (before == std::string::npos ? 0 : before + 1));
    }
    return path;
}

/// The name of a stream in the directory of an OLE file is in UTF-16.
bool has_stream(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char c : name) wide += std::string{c, '\0'};
    return bytes.find(wide) != std::string_view::npos;
}

}  // namespace

std::string office_media_type(std::string_view bytes) {
    if (std::string type = opendocument_type(bytes); !type.empty()) return type;
    if (std::string type = open_xml_type(bytes); !type.empty()) return type;
    return "application/zip";
}

std::map<std::string, OfficeRelation> read_relations(std::string_view xml, std::string_view folder, std::string_view place) {
    std::map<std::string, OfficeRelation> relations;
    XmlReader reader(xml, place);
    reader.read_content([&] {
        if (reader.name() != "Relationship" || reader.attribute("TargetMode") == "External") return;
        std::string type = reader.attribute("Type").value_or("");
        type.erase(0, type.rfind('/') + 1);
        relations[reader.attribute("Id").value_or("")] = {resolved(folder, reader.attribute("Target").value_or("")), type};
    });
    return relations;
}

void refuse_office(std::string_view bytes, std::string_view media_type, std::string_view given_place, const model::Limits& limits) {
    const std::string place(given_place);
    if (media_type == "application/x-ole-storage") {
        if (has_stream(bytes, "EncryptedPackage"))
            throw Error(ErrorCode::needs_password, place, "the office document is encrypted", "save it without a password");
        const bool sheet = has_stream(bytes, "Workbook") || has_stream(bytes, "Book");
        if (sheet)
            throw Error(ErrorCode::unsupported, place, "a spreadsheet in the old Excel format (.xls) cannot be read",
                        "save it as XLSX or CSV");
        throw Error(ErrorCode::unsupported, place, "a document in an old office format (such as .doc) cannot be read",
                    "save it as DOCX, ODT or PDF");
    }
    if (media_type.find("spreadsheet") != std::string_view::npos)
        throw Error(ErrorCode::unsupported, place, "a spreadsheet of this kind cannot be read", "save it as XLSX or CSV");
    if (media_type.find("presentation") != std::string_view::npos)
        throw Error(ErrorCode::unsupported, place, "a presentation cannot be read", "save it as PDF");
    // Says first whether it is whole and open; what a damaged one was meant to be cannot be known.
    static_cast<void>(unpack_zip(
        bytes, place, [](std::string_view name) { return name == "[Content_Types].xml"; }, limits));
    throw Error(ErrorCode::unsupported, place, "a zip archive that is no DOCX, ODT or XLSX document cannot be read",
                "unpack it and give the files in it");
}

}  // namespace kwalign::ingest
