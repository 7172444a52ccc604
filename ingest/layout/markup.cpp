#include "ingest/layout/markup.hpp"

#include "ingest/text/entities.hpp"
#include "ingest/text/html_tag.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace kwalign::ingest {

namespace {

constexpr std::size_t max_pieces = 10'000;  // of one line; the rest stays in one piece
constexpr std::size_t max_list_depth = 64;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// "4. " at byte `at`: its value.
std::optional<int> number_at(std::string_view text, std::size_t at) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    const auto next = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || next + 1 >= text.size() || (text[next] != '.' && text[next] != ')') || !is_blank(text[next + 1]))
        return std::nullopt;
    return value;
}

/// Marks of Markdown: strong, emphasis, links, escapes.
std::string without_marks(std::string_view text, bool& bold, bool& italic) {
    std::string plain;
    plain.reserve(text.size());
    std::size_t strong_marks = 0;
    const bool framed = text.size() > 4 && text.starts_with("**") && text.ends_with("**");
    const bool leaning = !framed && text.size() > 2 && text.front() == '*' && text.back() == '*' && text.find('*', 1) == text.size() - 1;
    if (leaning) text = text.substr(1, text.size() - 2);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 2) == "**") {
            ++strong_marks;
            ++at;
        } else if (text[at] == '\\' && at + 1 < text.size() &&
                   std::string_view("\\`*_{}[]()#+-.!|>~").find(text[at + 1]) != std::string_view::npos) {
            plain += text[++at];
        } else {
            plain += text[at];
        }
    }
    bold = bold || (framed && strong_marks == 2);
    italic = italic || leaning;
    return strong_marks % 2 == 0 || framed ? plain : std::string(text);
}

class Reader {
public:
    explicit Reader(std::string_view line) : m_line(line) {}

    std::vector<MarkedPiece> read() {
        std::size_t at = 0;
        begin(0);
        while (at < m_line.size()) {
            const auto tag = m_line[at] == '<' && m_pieces.size() < max_pieces ? read_tag(m_line.substr(at)) : std::nullopt;
            if (!tag) {
                if (m_list_without_items && m_next_number > 0 && starts_item(at)) {
                    end(at);
                    begin(at);
                    ++m_next_number;
                }
                put(m_line[at++]);
                continue;
            }
            take(*tag, at);
            at += tag->length;
        }
        end(m_line.size());
        return std::move(m_pieces);
    }

private:
    [[nodiscard]] bool starts_item(std::size_t at) const {
        const bool fresh = at == 0 || is_blank(m_line[at - 1]) || m_line[at - 1] == '>';
        return fresh && number_at(m_line, at) == m_next_number;
    }

    void put(char c) {
        m_text += c;
        if (is_blank(c)) return;
        ++m_visible;
        if (m_bold_depth > 0) ++m_visible_bold;
        if (m_italic_depth > 0) ++m_visible_italic;
    }

    void begin(std::size_t at) {
        m_text.clear();
        m_first = at;
        m_visible = m_visible_bold = m_visible_italic = 0;
    }

    void end(std::size_t at) {
        if (m_visible == 0) return;
        MarkedPiece piece;
        piece.bold = m_visible_bold == m_visible;
        piece.italic = m_visible_italic == m_visible;
        piece.heading_level = m_heading;
        const std::string decoded = decode_entities(m_text);
        const std::size_t start = decoded.find_first_not_of(" \t");
        if (start == std::string::npos) return;
        const std::size_t stop = decoded.find_last_not_of(" \t");
        piece.text = without_marks(std::string_view(decoded).substr(start, stop + 1 - start), piece.bold, piece.italic);
        if (m_item_number > 0 && !number_at(piece.text, 0)) piece.text.insert(0, std::to_string(m_item_number) + ". ");
        if (m_item_bulleted) piece.bullet = "•";
        m_item_number = 0;
        m_item_bulleted = false;
        piece.first = m_line.find_first_not_of(" \t", m_first);
        piece.last = at;
        m_pieces.push_back(std::move(piece));
    }

    void take(const HtmlTag& tag, std::size_t at) {
        const int step = tag.closes ? -1 : 1;
        if (tag.name == "b" || tag.name == "strong") {
            m_bold_depth = std::max(0, m_bold_depth + step);
        } else if (tag.name == "i" || tag.name == "em") {
            m_italic_depth = std::max(0, m_italic_depth + step);
        } else if (tag.name == "p" || tag.name == "br" || tag.name == "div" || tag.name == "li" || tag.name == "ol" || tag.name == "ul" ||
                   (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name != "hr")) {
            end(at);
            begin(at + tag.length);
            open_block(tag);
        }
    }

    void open_block(const HtmlTag& tag) {
        if (tag.name[0] == 'h') m_heading = tag.closes ? 0 : tag.name[1] - '0';
        if (tag.name == "ol" || tag.name == "ul") {
            if (tag.closes && !m_lists.empty()) m_lists.pop_back();
            if (!tag.closes && m_lists.size() < max_list_depth)
                m_lists.push_back(tag.name == "ol" ? number_attribute(tag, "start").value_or(1) : 0);
            m_list_without_items = !tag.closes && tag.name == "ol";
            m_next_number = m_list_without_items ? m_lists.empty() ? 1 : m_lists.back() : 0;
        }
        if (tag.name == "li" && !tag.closes) {
            m_list_without_items = false;
            const bool numbered = !m_lists.empty() && m_lists.back() > 0;
            m_item_number = numbered ? m_lists.back()++ : 0;
            m_item_bulleted = !numbered;
        }
    }

    std::string_view m_line;
    std::vector<MarkedPiece> m_pieces;
    std::vector<int> m_lists;  ///< next number; 0 for bulleted ones
    std::string m_text;
    std::size_t m_first = 0;
    std::size_t m_visible = 0;
    std::size_t m_visible_bold = 0;
    std::size_t m_visible_italic = 0;
    int m_bold_depth = 0;
    int m_italic_depth = 0;
    int m_heading = 0;
    int m_item_number = 0;
    int m_next_number = 0;
    bool m_item_bulleted = false;
    bool m_list_without_items = false;
};

}  // namespace

std::vector<MarkedPiece> read_markup(std::string_view line) { return Reader(line).read(); }

}  // namespace kwalign::ingest
