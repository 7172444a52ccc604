#include "ingest/source/byte_source.hpp"

#include "ingest/pdf/pdf_reader.hpp"
#include "ingest/text/encoding.hpp"
#include "model/error.hpp"
#include "model/identity.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kwalign::ingest {
namespace {

bool begins(std::string_view bytes, std::string_view mark) { return bytes.substr(0, mark.size()) == mark; }

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v' || c == '\0'; });
}

bool looks_binary(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    const auto odd = std::count_if(head.begin(), head.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v';
    });
    return static_cast<std::size_t>(odd) * 50 > head.size();
}

/// One run per printed line; a form feed ends a page.
std::vector<Page> text_pages(const std::string& text, std::string_view name, const model::Limits& limits) {
    std::vector<Page> pages(1);
    pages.back().number = 1;
    std::string line;
    const auto end_line = [&] {
        pages.back().runs.push_back({line, {}, 0.0, {}, false, false, false});
        line.clear();
    };
    for (const char c : text) {
        if (c == '\n') {
            end_line();
        } else if (c == '\f') {
            if (!line.empty()) end_line();
            if (pages.size() >= limits.max_pages)
                throw model::Error(model::ErrorCode::limit_exceeded, std::string(name), "more pages than the limit of " + std::to_string(limits.max_pages));
            pages.emplace_back();
            pages.back().number = static_cast<int>(pages.size());
        } else {
            line += c;
            if (line.size() > limits.max_line_bytes)
                throw model::Error(model::ErrorCode::limit_exceeded, std::string(name) + " page " + std::to_string(pages.size()), "a line is too long");
        }
    }
    if (!line.empty()) end_line();
    while (pages.size() > 1 && pages.back().runs.empty()) pages.pop_back();
    return pages;
}

bool has_any(std::string_view text, std::initializer_list<const char*> marks) {
    return std::any_of(marks.begin(), marks.end(), [&](const char* m) { return text.find(m) != std::string_view::npos; });
}

}  // namespace

std::string read_file(const std::filesystem::path& file, const model::Limits& limits) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) throw model::Error(model::ErrorCode::not_found, file.string(), "there is no such file");
    if (std::filesystem::is_directory(status)) throw model::Error(model::ErrorCode::unreadable, file.string(), "is a folder, not a file");
    std::ifstream in(file, std::ios::binary);
    if (!in) throw model::Error(model::ErrorCode::unreadable, file.string(), "cannot be opened", "check its permissions");
    std::string bytes;
    std::string chunk(std::size_t{1} << 20, '\0');
    while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0) {
        bytes.append(chunk, 0, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > limits.max_file_bytes)
            throw model::Error(model::ErrorCode::limit_exceeded, file.string(), "is larger than the limit of " + std::to_string(limits.max_file_bytes) + " bytes");
    }
    if (in.bad()) throw model::Error(model::ErrorCode::unreadable, file.string(), "a read error occurred");
    if (is_blank(bytes)) throw model::Error(model::ErrorCode::empty_input, file.string(), bytes.empty() ? "the file is empty" : "the file holds nothing but white space");
    return bytes;
}

std::string sniff_media_type(std::string_view bytes, std::string_view name) {
    // The PDF header may stand anywhere in the first kilobyte (ISO 32000-1, annex H.3.4.1).
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return "application/pdf";
    if (begins(bytes, "PK\x03\x04")) return "application/zip";
    if (begins(bytes, "\x89PNG")) return "image/png";
    if (begins(bytes, "\xFF\xD8\xFF")) return "image/jpeg";
    if (begins(bytes, "II*") || begins(bytes, "MM\0*")) return "image/tiff";
    const bool marked_utf16 = begins(bytes, "\xFF\xFE") || begins(bytes, "\xFE\xFF");
    const DecodedText head = decode_text(bytes.substr(0, 64 * 1024));
    if (!marked_utf16 && head.encoding.substr(0, 6) != "UTF-16" && looks_binary(bytes)) return "application/octet-stream";
    const std::size_t first = head.text.find_first_not_of(" \t\r\n\f");
    if (first == std::string::npos) return "text/plain";
    const std::string_view text = std::string_view(head.text).substr(first);
    if (text.front() == '{' || text.front() == '[') return "application/json";
    const std::string lower = model::to_lower(text.substr(0, 1024));
    if (begins(lower, "<!doctype html") || begins(lower, "<html")) return "text/html";
    if (name.ends_with(".csv")) return "text/csv";
    if (name.ends_with(".tsv")) return "text/tab-separated-values";
    if (has_any(head.text, {"\n# ", "\n## ", "**", "<p>", "<li>"}) || begins(text, "# ")) return "text/markdown";
    return "text/plain";
}

SourceDocument read_source(std::string_view bytes, std::string_view name, std::string_view password, const model::Limits& limits) {
    if (is_blank(bytes)) throw model::Error(model::ErrorCode::empty_input, std::string(name), bytes.empty() ? "the file is empty" : "the file holds nothing but white space");
    SourceDocument out;
    out.path = std::string(name);
    out.bytes = bytes.size();
    out.sha256 = model::sha256_hex(bytes);
    out.media_type = sniff_media_type(bytes, name);
    if (out.media_type == "application/pdf") {
        out.pages = read_pdf(bytes, name, password, limits, out.findings);
        return out;
    }
    if (out.media_type.substr(0, 5) != "text/" && out.media_type != "application/json")
        throw model::Error(model::ErrorCode::unsupported, std::string(name), "cannot read " + out.media_type, "give PDF or text");
    if (bytes.size() > limits.max_text_bytes) throw model::Error(model::ErrorCode::limit_exceeded, std::string(name), "the text is too large");
    DecodedText decoded = decode_text(bytes);
    out.encoding = decoded.encoding;
    if (decoded.encoding != "UTF-8")
        out.findings.push_back({"encoding-guessed", model::Severity::note, "The text was read as " + decoded.encoding + ".", std::nullopt});
    out.pages = text_pages(decoded.text, name, limits);
    return out;
}

}  // namespace kwalign::ingest
