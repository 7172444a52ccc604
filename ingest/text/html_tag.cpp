#include "ingest/text/html_tag.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace kwalign::ingest {

namespace {

constexpr std::size_t max_tag_bytes = 4096;

// Sorted for the binary search.
constexpr std::array<std::string_view, 66> elements = {
    "a",      "abbr",   "article", "aside",    "b",     "base",  "blockquote", "body",    "br",    "button", "caption",
    "center", "code",   "col",     "colgroup", "dd",    "del",   "div",        "dl",      "dt",    "em",     "figure",
    "font",   "footer", "form",    "h1",       "h2",    "h3",    "h4",         "h5",      "h6",    "head",   "header",
    "hr",     "html",   "i",       "iframe",   "img",   "input", "ins",        "label",   "li",    "link",   "main",
    "meta",   "nav",    "ol",      "p",        "pre",   "s",     "script",     "section", "small", "span",   "strong",
    "style",  "sub",    "sup",     "table",    "tbody", "td",    "th",         "thead",   "title", "tr",     "ul"};
static_assert(std::is_sorted(elements.begin(), elements.end()));

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::optional<HtmlTag> read_tag(std::string_view text) {
    if (text.size() < 3 || text[0] != '<') return std::nullopt;
    HtmlTag tag;
    std::size_t at = 1;
    if (text[at] == '/') {
        tag.closes = true;
        ++at;
    }
    while (at < text.size() && is_name_character(lower(text[at])) && tag.name.size() < 12) tag.name += lower(text[at++]);
    const std::size_t end = text.substr(0, max_tag_bytes).find('>', at);
    if (end == std::string_view::npos || (text[at] != '>' && text[at] != '/' && text[at] != ' ' && text[at] != '\t' && text[at] != '\n'))
        return std::nullopt;
    if (!std::binary_search(elements.begin(), elements.end(), std::string_view(tag.name)) && tag.name != "u") return std::nullopt;
    tag.attributes = text.substr(at, end - at);
    tag.length = end + 1;
    return tag;
}

std::optional<int> number_attribute(const HtmlTag& tag, std::string_view name) {
    std::size_t at = tag.attributes.find(name);
    if (at == std::string_view::npos) return std::nullopt;
    at = tag.attributes.find_first_not_of(" =\"'", at + name.size());
    if (at == std::string_view::npos) return std::nullopt;
    int value = 0;
    const char* first = tag.attributes.data() + at;
    const auto [end, error] = std::from_chars(first, tag.attributes.data() + tag.attributes.size(), value);
    if (error != std::errc() || end == first) return std::nullopt;
    return value;
}

}  // namespace kwalign::ingest
