#include "ingest/pdf/pdf_salvage.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace kwalign::ingest {

namespace {

constexpr std::uint32_t max_object_number = 8'388'607;  // ISO 32000-1, annex C
constexpr std::size_t max_objects = 1'000'000;
constexpr std::size_t max_dictionary_bytes = 64 * 1024;  // of one object, looked at for its type

struct Object {
    std::size_t offset = 0;  ///< of its number
    std::size_t body = 0;    ///< behind "obj"
    std::uint32_t generation = 0;
};
using Objects = std::map<std::uint32_t, Object>;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0'; }
bool is_name_end(char c) noexcept {
    return is_blank(c) || c == '/' || c == '<' || c == '>' || c == '[' || c == ']' || c == '(' || c == ')' || c == '%';
}

/// The number that ends at `end`, moving `end` to its first digit; nothing where there is none or it is too long.
std::optional<std::uint32_t> number_before(std::string_view bytes, std::size_t& end) {
    std::size_t first = end;
    while (first > 0 && end - first < 8 && is_digit(bytes[first - 1])) --first;
    std::uint32_t value = 0;
    if (first == end || std::from_chars(bytes.data() + first, bytes.data() + end, value).ec != std::errc{}) return std::nullopt;
    end = first;
    return value;
}

std::size_t skip_blanks_back(std::string_view bytes, std::size_t end) {
    const std::size_t stop = end > 16 ? end - 16 : 0;
    while (end > stop && is_blank(bytes[end - 1])) --end;
    return end;
}

Objects find_objects(std::string_view bytes) {
    Objects objects;
    for (std::size_t at = bytes.find("obj"); at != std::string_view::npos; at = bytes.find("obj", at + 3)) {
        std::size_t end = skip_blanks_back(bytes, at);
        const auto generation = end < at ? number_before(bytes, end) : std::nullopt;
        if (!generation || *generation > 65'535) continue;
        const std::size_t gap = skip_blanks_back(bytes, end);
        std::size_t first = gap;
        const auto number = gap < end ? number_before(bytes, first) : std::nullopt;
        if (!number || *number == 0 || *number > max_object_number ||
            (first > 0 && !is_name_end(bytes[first - 1]) && !is_blank(bytes[first - 1])))
            continue;
        objects[*number] = {first, at + 3, *generation};
        if (objects.size() >= max_objects) break;
    }
    return objects;
}

/// What stands before the object's stream or end.
std::string_view dictionary_of(std::string_view bytes, const Object& object) {
    const std::string_view text = bytes.substr(object.body, max_dictionary_bytes);
    return text.substr(0, std::min(text.find("stream"), text.find("endobj")));
}

/// "/Type /Page", whatever blanks there are; not "/Pages".
bool has_type(std::string_view dictionary, std::string_view type) {
    for (std::size_t at = dictionary.find("/Type"); at != std::string_view::npos; at = dictionary.find("/Type", at + 5)) {
        std::size_t next = at + 5;
        while (next < dictionary.size() && is_blank(dictionary[next])) ++next;
        if (!dictionary.substr(next).starts_with(type)) continue;
        next += type.size();
        if (next >= dictionary.size() || is_name_end(dictionary[next])) return true;
    }
    return false;
}

std::string reference(std::uint32_t number, std::uint32_t generation) {
    return std::to_string(number) + " " + std::to_string(generation) + " R";
}

/// The object that `key` of the dictionary refers to, "/Pages 24 0 R".
std::optional<std::uint32_t> referred(std::string_view dictionary, std::string_view key) {
    const std::size_t at = dictionary.find(key);
    if (at == std::string_view::npos) return std::nullopt;
    std::size_t first = at + key.size();
    while (first < dictionary.size() && is_blank(dictionary[first])) ++first;
    std::uint32_t number = 0;
    const auto result = std::from_chars(dictionary.data() + first, dictionary.data() + dictionary.size(), number);
    return result.ec == std::errc{} ? std::optional(number) : std::nullopt;
}

/// A stream whose end is lost would swallow what is appended.
bool ends_inside_stream(std::string_view bytes, const Objects& objects) {
    std::size_t last = 0;
    for (const auto& [number, object] : objects) last = std::max(last, object.body);
    const std::string_view rest = bytes.substr(last);
    return rest.find("stream") != std::string_view::npos && rest.find("endstream") == std::string_view::npos;
}

/// Appends objects and remembers where they are.
class Appender {
public:
    Appender(std::string_view bytes, Objects objects) : m_text(bytes), m_objects(std::move(objects)) {}

    void text(std::string_view piece) { m_text += piece; }
    std::uint32_t object(const std::string& body) {
        const std::uint32_t number = m_objects.empty() ? 1 : m_objects.rbegin()->first + 1;
        m_objects[number] = {m_text.size(), 0, 0};
        m_text += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
        return number;
    }
    /// The table in sections of objects with numbers in a row (ISO 32000-1, 7.5.4), and the trailer.
    std::string finish(std::uint32_t root, std::uint32_t root_generation) {
        const std::size_t table = m_text.size();
        m_text += "xref\n0 1\n0000000000 65535 f \n";
        for (auto first = m_objects.begin(); first != m_objects.end();) {
            auto end = first;
            std::uint32_t count = 0;
            while (end != m_objects.end() && end->first == first->first + count) ++end, ++count;
            m_text += std::to_string(first->first) + " " + std::to_string(count) + "\n";
            for (; first != end; ++first) m_text += padded(first->second.offset, 10) + " " + padded(first->second.generation, 5) + " n \n";
        }
        const std::uint32_t size = m_objects.rbegin()->first + 1;
        m_text += "trailer\n<</Size " + std::to_string(size) + " /Root " + reference(root, root_generation) + ">>\nstartxref\n" +
                  std::to_string(table) + "\n%%EOF\n";
        return std::move(m_text);
    }

private:
    static std::string padded(std::size_t value, std::size_t width) {
        const std::string digits = std::to_string(value);
        return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
    }

    std::string m_text;
    Objects m_objects;
};

}  // namespace

std::optional<std::string> rebuild_pdf(std::string_view bytes) {
    if (bytes.find("/Encrypt") != std::string_view::npos || bytes.size() > 2'000'000'000) return std::nullopt;
    const Objects objects = find_objects(bytes);
    std::vector<std::pair<std::size_t, std::uint32_t>> pages;  // by place in the file
    std::optional<std::uint32_t> root;
    for (const auto& [number, object] : objects) {
        const std::string_view dictionary = dictionary_of(bytes, object);
        if (has_type(dictionary, "/Page")) pages.emplace_back(object.offset, number);
        if (!has_type(dictionary, "/Catalog")) continue;
        const auto tree = referred(dictionary, "/Pages");
        if (tree && objects.contains(*tree)) root = number;
    }
    if (pages.empty()) return std::nullopt;
    std::sort(pages.begin(), pages.end());

    Appender appender(bytes, objects);
    appender.text(ends_inside_stream(bytes, objects) ? "\nendstream\nendobj\n" : "\n");
    if (root) return appender.finish(*root, objects.at(*root).generation);
    std::string kids;
    for (const auto& [offset, number] : pages) kids += reference(number, objects.at(number).generation) + " ";
    const std::uint32_t tree = appender.object("<</Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "]>>");
    const std::uint32_t catalogue = appender.object("<</Type /Catalog /Pages " + reference(tree, 0) + ">>");
    return appender.finish(catalogue, 0);
}

}  // namespace kwalign::ingest
