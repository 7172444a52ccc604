#include "ingest/text/html_text.hpp"

#include "ingest/text/encoding.hpp"
#include "ingest/text/html_tag.hpp"
#include "ingest/text/text_reader.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace kwalign::ingest {

namespace {

constexpr std::size_t max_list_depth = 64;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Writes blocks line by line. Inside table cells the markup of paragraphs and lists is kept: the layout reads it there.
class BlockWriter {
public:
    std::string write(std::string_view html) {
        while (!html.empty()) {
            const std::size_t start = html.find('<');
            add_text(html.substr(0, start));
            if (start == std::string_view::npos) break;
            html.remove_prefix(start);
            html.remove_prefix(read_markup(html));
        }
        end_line();
        return std::move(m_text);
    }

private:
    /// Bytes consumed, at least one.
    std::size_t read_markup(std::string_view html) {
        if (html.starts_with("<!--")) {
            const std::size_t end = html.find("-->");
            return end == std::string_view::npos ? html.size() : end + 3;
        }
        if (html.starts_with("<!") || html.starts_with("<?")) {
            const std::size_t end = html.find('>');
            return end == std::string_view::npos ? html.size() : end + 1;
        }
        const auto tag = read_tag(html);
        if (!tag) {
            m_line += '<';
            return 1;
        }
        if (!tag->closes && is_one_of(tag->name, {"script", "style", "head", "nav"})) return skip(html, tag->name);
        m_cell_depth > 0 ? in_cell(*tag, html.substr(0, tag->length)) : in_body(*tag);
        return tag->length;
    }

    static std::size_t skip(std::string_view html, const std::string& name) {
        const std::size_t end = html.find("</" + name);
        if (end == std::string_view::npos) return html.size();
        const std::size_t close = html.find('>', end);
        return close == std::string_view::npos ? html.size() : close + 1;
    }

    void in_body(const HtmlTag& tag) {
        if (is_one_of(tag.name, {"td", "th"})) {
            if (tag.closes) return;
            if (m_row_has_cell) m_line += '\t';
            m_row_has_cell = true;
            m_cell_depth = 1;
        } else if (tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6') {
            end_line();
            if (!tag.closes) m_line = std::string(static_cast<std::size_t>(tag.name[1] - '0'), '#') + " ";
        } else if (is_one_of(tag.name, {"ol", "ul"})) {
            end_line();
            if (tag.closes && !m_lists.empty()) m_lists.pop_back();
            if (!tag.closes && m_lists.size() < max_list_depth)
                m_lists.push_back(tag.name == "ol" ? number_attribute(tag, "start").value_or(1) : 0);
        } else if (tag.name == "li") {
            end_line();
            if (tag.closes) return;
            const bool numbered = !m_lists.empty() && m_lists.back() > 0;
            m_line = numbered ? std::to_string(m_lists.back()++) + ". " : "- ";
        } else if (is_one_of(tag.name, {"strong", "b"})) {
            m_line += "**";
        } else if (!is_one_of(tag.name,
                              {"a", "abbr", "code", "del", "em", "font", "i", "ins", "label", "s", "small", "span", "sub", "sup", "u"})) {
            end_line();
        }
    }

    void in_cell(const HtmlTag& tag, std::string_view source) {
        if (is_one_of(tag.name, {"td", "th", "tr", "table", "tbody", "thead"}) &&
            (tag.closes || tag.name == "td" || tag.name == "th" || tag.name == "tr")) {
            m_cell_depth = 0;
            if (!tag.closes || tag.name != "td") in_body(tag);
            return;
        }
        m_line += source;
    }

    void add_text(std::string_view text) {
        for (const char c : text) {
            const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (!space)
                m_line += c;
            else if (!m_line.empty() && m_line.back() != ' ' && m_line.back() != '\t')
                m_line += ' ';
        }
    }

    void end_line() {
        m_row_has_cell = false;
        if (m_line.find_first_not_of(" \t*#-") != std::string::npos) m_text += m_line + "\n";
        m_line.clear();
    }

    std::string m_text;
    std::string m_line;
    std::vector<int> m_lists;  ///< next number; 0 for bulleted ones
    int m_cell_depth = 0;
    bool m_row_has_cell = false;
};

}  // namespace

SourceDocument read_html(std::string_view bytes, std::string_view name, const model::Limits& limits) {
    SourceDocument document;
    DecodedText decoded = read_encoded(bytes);
    document.encoding = std::move(decoded.encoding);
    document.findings = std::move(decoded.findings);
    const std::string& html = decoded.text;
    if (html.size() > limits.max_text_bytes)
        throw model::Error(model::ErrorCode::limit_exceeded, std::string(name), "the text is too long", "raise the limit max_text_bytes");
    split_pages(BlockWriter().write(html), name, limits, document);
    return document;
}

}  // namespace kwalign::ingest
