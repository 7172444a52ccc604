#include "align/translation/markup.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace kwalign::align {
namespace {

void append_utf8(std::string& out, std::uint32_t code) {
    const auto byte = [&](std::uint32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | (code >> 6));
        byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        byte(0xE0 | (code >> 12));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    } else {
        byte(0xF0 | (code >> 18));
        byte(0x80 | ((code >> 12) & 0x3F));
        byte(0x80 | ((code >> 6) & 0x3F));
        byte(0x80 | (code & 0x3F));
    }
}

bool append_reference(std::string& out, std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> named{
        {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}}};
    for (const auto& [known, text] : named)
        if (name == known) {
            out += text;
            return true;
        }
    if (name.size() < 2 || name[0] != '#') return false;
    const bool hex = name[1] == 'x' || name[1] == 'X';
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (error != std::errc{} || end != digits.data() + digits.size() || code == 0 || code > 0x10FFFF || surrogate) return false;
    append_utf8(out, code);
    return true;
}

bool is_name_end(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/'; }

MarkupPiece tag_piece(std::string_view tag) {
    MarkupPiece piece;
    piece.kind = MarkupPiece::Kind::open;
    if (tag.starts_with('/')) {
        piece.kind = MarkupPiece::Kind::close;
        tag.remove_prefix(1);
    } else if (tag.ends_with('/')) {
        piece.kind = MarkupPiece::Kind::empty;
        tag.remove_suffix(1);
    }
    std::size_t end = 0;
    while (end < tag.size() && !is_name_end(tag[end])) ++end;
    piece.name = tag.substr(0, end);
    piece.attributes = tag.substr(end);
    return piece;
}

/// Where a tag that starts at 0 ends: the first '>' outside quotes.
std::size_t tag_end(std::string_view markup) {
    char quote = 0;
    for (std::size_t i = 1; i < markup.size(); ++i) {
        const char c = markup[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return i;
        }
    }
    return std::string_view::npos;
}

}  // namespace

bool MarkupScanner::skip_past(std::string_view end) {
    const std::size_t at = m_rest.find(end);
    m_rest = at == std::string_view::npos ? std::string_view{} : m_rest.substr(at + end.size());
    return !m_rest.empty();
}

std::optional<MarkupPiece> MarkupScanner::next() {
    while (!m_rest.empty()) {
        if (m_rest.front() != '<') {
            const std::size_t end = m_rest.find('<');
            MarkupPiece piece;
            piece.text = m_rest.substr(0, end);
            m_rest = end == std::string_view::npos ? std::string_view{} : m_rest.substr(end);
            return piece;
        }
        if (m_rest.starts_with("<!--")) {
            skip_past("-->");
            continue;
        }
        if (m_rest.starts_with("<!") || m_rest.starts_with("<?")) {
            skip_past(">");
            continue;
        }
        const std::size_t end = tag_end(m_rest);
        if (end == std::string_view::npos) return std::nullopt;  // cut off within a tag
        const MarkupPiece piece = tag_piece(m_rest.substr(1, end - 1));
        m_rest.remove_prefix(end + 1);
        if (piece.kind == MarkupPiece::Kind::open && (piece.name == "script" || piece.name == "style")) {
            skip_past(piece.name == "script" ? "</script>" : "</style>");
            continue;
        }
        return piece;
    }
    return std::nullopt;
}

std::optional<std::string_view> attribute(std::string_view attributes, std::string_view name) {
    for (std::size_t at = attributes.find(name); at != std::string_view::npos; at = attributes.find(name, at + 1)) {
        if (at == 0 || !is_name_end(attributes[at - 1])) continue;
        const std::string_view rest = attributes.substr(at + name.size());
        if (rest.size() < 2 || rest[0] != '=' || (rest[1] != '"' && rest[1] != '\'')) continue;
        const std::size_t end = rest.find(rest[1], 2);
        if (end == std::string_view::npos) return std::nullopt;
        return rest.substr(2, end - 2);
    }
    return std::nullopt;
}

void append_resolved(std::string& out, std::string_view text) {
    constexpr std::size_t longest_reference = 10;
    while (!text.empty()) {
        const std::size_t at = text.find('&');
        out += text.substr(0, at);
        if (at == std::string_view::npos) return;
        text.remove_prefix(at);
        const std::size_t end = text.substr(0, longest_reference).find(';');
        if (end != std::string_view::npos && append_reference(out, text.substr(1, end - 1))) {
            text.remove_prefix(end + 1);
        } else {
            out += '&';
            text.remove_prefix(1);
        }
    }
}

}  // namespace kwalign::align
