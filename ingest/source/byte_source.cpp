#include "ingest/source/byte_source.hpp"

#include "ingest/office/docx_reader.hpp"
#include "ingest/office/odt_reader.hpp"
#include "ingest/office/office_package.hpp"
#include "ingest/office/xlsx_reader.hpp"
#include "ingest/pdf/pdf_reader.hpp"
#include "ingest/text/html_text.hpp"
#include "ingest/text/text_reader.hpp"
#include "model/error.hpp"
#include "model/identity.hpp"

#include <fstream>
#include <system_error>

namespace kwalign::ingest {

namespace {

using model::Error;
using model::ErrorCode;

void check_size(std::uintmax_t bytes, const std::string& place, const model::Limits& limits) {
    if (bytes == 0) throw Error(ErrorCode::empty_input, place, "the file is empty");
    if (bytes > limits.max_file_bytes) {
        throw Error(ErrorCode::limit_exceeded, place,
                    "the file has " + std::to_string(bytes) + " bytes, more than the limit of " + std::to_string(limits.max_file_bytes),
                    "raise the limit max_file_bytes");
    }
}

[[noreturn]] void refuse(std::string_view bytes, const std::string& media_type, const std::string& place, const model::Limits& limits) {
    if (media_type.starts_with("image/"))
        throw Error(ErrorCode::no_text, place, "an image (" + media_type + ") has no text",
                    "recognise its text first, for example with ocrmypdf");
    if (media_type == "application/rtf")
        throw Error(ErrorCode::unsupported, place, "an RTF document cannot be read", "save it as DOCX, ODT or PDF");
    if (media_type == "application/json")
        throw Error(ErrorCode::unsupported, place, "JSON holds standards that were read already, or none",
                    "use kwalign ingest or kwalign import");
    if (media_type == "application/xml")
        throw Error(ErrorCode::unsupported, place, "an XML file of this kind cannot be read",
                    "save the document as DOCX, ODT, HTML or PDF");
    if (media_type == "application/octet-stream")
        throw Error(ErrorCode::unsupported, place, "the content (" + media_type + ") is no text that can be read",
                    "give a PDF, DOCX, ODT, HTML or text file");
    refuse_office(bytes, media_type, place, limits);
}

/// A workbook as the text of one sheet.
SourceDocument read_sheet(std::string_view bytes, std::string_view name, const model::Limits& limits) {
    SourceDocument document;
    document.encoding = "UTF-8";
    split_pages(read_xlsx(bytes, name, {}, limits).csv, name, limits, document);
    return document;
}

}  // namespace

std::string read_file(const std::filesystem::path& file, const model::Limits& limits) {
    const std::string place = file.string();
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) throw Error(ErrorCode::not_found, place, "no such file");
    if (!std::filesystem::is_regular_file(status)) throw Error(ErrorCode::unreadable, place, "not a regular file");
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    if (error) throw Error(ErrorCode::unreadable, place, error.message());
    check_size(size, place, limits);

    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw Error(ErrorCode::unreadable, place, "the file cannot be opened", "check its permissions");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (stream.bad() || static_cast<std::uintmax_t>(stream.gcount()) != size)
        throw Error(ErrorCode::unreadable, place, "the file could not be read to its end");
    return bytes;
}

SourceDocument read_source(std::string_view bytes, std::string_view name, std::string_view password, const model::Limits& limits,
                           Textless textless) {
    const std::string place(name);
    check_size(bytes.size(), place, limits);
    const std::string media_type = sniff_media_type(bytes, name);

    SourceDocument document;
    if (media_type == "application/pdf") {
        document = read_pdf(bytes, name, password, limits, textless);
    } else if (media_type == "text/html") {
        document = read_html(bytes, name, limits);
    } else if (media_type.starts_with("text/")) {
        document = read_text(bytes, name, limits);
    } else if (media_type == docx_media_type) {
        document = read_docx(bytes, name, limits);
    } else if (media_type == odt_media_type || media_type == odt_template_media_type) {
        document = read_odt(bytes, name, limits);
    } else if (media_type == xlsx_media_type) {
        document = read_sheet(bytes, name, limits);
    } else {
        refuse(bytes, media_type, place, limits);
    }
    document.path = place;
    document.media_type = media_type;
    document.bytes = bytes.size();
    document.sha256 = model::sha256_hex(bytes);
    return document;
}

}  // namespace kwalign::ingest
