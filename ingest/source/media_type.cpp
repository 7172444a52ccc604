#include "ingest/source/byte_source.hpp"

#include "ingest/office/office_package.hpp"
#include "ingest/text/encoding.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace kwalign::ingest {

namespace {

constexpr std::size_t head_bytes = 64 * 1024;  // enough for every form to show itself

bool holds_only_text(std::string_view head) {
    std::size_t controls = 0;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0) return false;
        if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v' && byte != 0x1a) ++controls;
    }
    return controls * 100 <= head.size();
}

std::vector<std::string_view> first_lines(std::string_view text, std::size_t count) {
    std::vector<std::string_view> lines;
    while (!text.empty() && lines.size() < count) {
        const std::size_t end = text.find_first_of("\r\n");
        const std::string_view line = text.substr(0, end);
        if (line.find_first_not_of(" \t") != std::string_view::npos) lines.push_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// Fields of one line of a table; quoted fields may hold the separator.
std::size_t count_fields(std::string_view line, char separator) {
    std::size_t fields = 1;
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == separator && !quoted)
            ++fields;
    }
    return fields;
}

bool names_columns(std::string_view header, char separator) {
    std::string lower = model::to_lower(header);
    std::erase(lower, '"');
    const std::string mark(1, separator);
    lower = mark + lower + mark;
    const auto has = [&](const char* column) { return lower.find(mark + column + mark) != std::string::npos; };
    return has("title") && (has("id") || has("code"));
}

/// A table of one record per line. Prose has commas too, so without telling column names the counts must agree throughout.
bool is_table(const std::vector<std::string_view>& lines, char separator, bool named_so) {
    if (lines.empty()) return false;
    const std::size_t fields = count_fields(lines.front(), separator);
    if (fields < 2) return false;
    if (names_columns(lines.front(), separator)) return true;
    if (!named_so || lines.size() < 2) return false;
    const auto agrees = [&](std::string_view line) { return count_fields(line, separator) == fields; };
    return std::count_if(lines.begin(), lines.end(), agrees) * 10 >= static_cast<std::ptrdiff_t>(lines.size()) * 9;
}

bool is_markdown(const std::vector<std::string_view>& lines, bool named_so) {
    std::size_t headings = 0;
    std::size_t bold = 0;
    for (const std::string_view line : lines) {
        const std::size_t marks = line.find_first_not_of('#');
        if (marks != std::string_view::npos && marks >= 1 && marks <= 6 && line[marks] == ' ') ++headings;
        const std::size_t open = line.find("**");
        if (open != std::string_view::npos && line.find("**", open + 3) != std::string_view::npos) ++bold;
    }
    return headings > 0 || bold >= 2 || (named_so && bold > 0);
}

bool is_html(std::string_view head) {
    const std::size_t start = head.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos) return false;
    const std::string lower = model::to_lower(head.substr(start, 1024));
    return lower.starts_with("<!doctype html") || lower.starts_with("<html") ||
           (lower.starts_with("<?xml") && lower.find("<html") != std::string::npos);
}

/// Office programs have forms that are one XML file; none of them is text to be read.
bool is_xml(std::string_view head) {
    const std::size_t start = head.find_first_not_of(" \t\r\n");
    return start != std::string_view::npos && head.substr(start).starts_with("<?xml ");
}

bool is_json(std::string_view head, bool named_so) {
    const std::size_t start = head.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos || (head[start] != '{' && head[start] != '[')) return false;
    const std::size_t next = head.find_first_not_of(" \t\r\n", start + 1);
    return named_so || (next != std::string_view::npos && (head[next] == '"' || head[next] == '{'));
}

std::string binary_type(std::string_view bytes) {
    using Magic = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Magic, 9> magics = {{{"PK\x03\x04", "application/zip"},
                                                     {"PK\x05\x06", "application/zip"},
                                                     {"\x89PNG", "image/png"},
                                                     {"\xff\xd8\xff", "image/jpeg"},
                                                     {"GIF8", "image/gif"},
                                                     {"II*", "image/tiff"},
                                                     {std::string_view("MM\0*", 4), "image/tiff"},
                                                     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"},
                                                     {"{\\rtf", "application/rtf"}}};
    for (const auto& [magic, type] : magics) {
        if (bytes.starts_with(magic)) return type == "application/zip" ? office_media_type(bytes) : std::string(type);
    }
    if (bytes.starts_with("RIFF") && bytes.substr(0, 16).find("WEBP") != std::string_view::npos) return "image/webp";
    return {};
}

}  // namespace

std::string sniff_media_type(std::string_view bytes, std::string_view name) {
    // Readers accept rubbish before the header within the first kilobyte (ISO 32000-1, annex H.3, note 13).
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return "application/pdf";
    if (std::string type = binary_type(bytes); !type.empty()) return type;

    std::string decoded;
    std::string_view head = bytes.substr(0, head_bytes);
    if (const std::string encoding = detect_encoding(head); encoding.starts_with("UTF-16")) {
        decoded = decode_text(head, encoding);
        head = decoded;
    }
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    if (!holds_only_text(head)) return "application/octet-stream";

    const std::string lower_name = model::to_lower(name);
    const auto lines = first_lines(head, 200);
    if (is_html(head)) return "text/html";
    if (is_xml(head)) return "application/xml";
    if (is_json(head, lower_name.ends_with(".json"))) return "application/json";
    if (is_table(lines, '\t', lower_name.ends_with(".tsv") || lower_name.ends_with(".tab"))) return "text/tab-separated-values";
    const bool named_csv = lower_name.ends_with(".csv");
    if (is_table(lines, ',', named_csv) || is_table(lines, ';', named_csv)) return "text/csv";
    if (is_markdown(lines, lower_name.ends_with(".md") || lower_name.ends_with(".markdown"))) return "text/markdown";
    return "text/plain";
}

}  // namespace kwalign::ingest
