#include "ingest/layout/text_lines.hpp"

#include "ingest/layout/line_text.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace kwalign::ingest {
namespace {

constexpr std::size_t long_line_letters = 170;  // wrapped text never has lines this long

struct Shape {
    bool paragraphs = false;   ///< one paragraph a line
    bool ocr_bullets = false;  ///< list marks suffered: glued hyphens, "." and "]"
    double usual_width = 100.0;
};

Shape shape_of(const SourceDocument& document) {
    std::vector<std::size_t> widths;
    std::size_t long_lines = 0;
    std::size_t odd_marks = 0;
    for (const Page& page : document.pages)
        for (const TextRun& run : page.runs) {
            if (run.text.empty()) continue;
            const std::size_t width = model::count_code_points(run.text);
            widths.push_back(width);
            if (width > long_line_letters) ++long_lines;
            const std::string_view t = run.text;
            const bool glued = t.size() > 2 && t[0] == '-' && t[1] >= 'a' && t[1] <= 'z';
            if (glued || t.starts_with(". ") || t.starts_with("] ")) ++odd_marks;
        }
    Shape shape;
    std::sort(widths.begin(), widths.end());
    if (!widths.empty()) shape.usual_width = static_cast<double>(widths[widths.size() * 9 / 10]);
    shape.paragraphs = document.media_type == "text/markdown" || document.media_type == "text/html" || long_lines * 20 > widths.size();
    shape.ocr_bullets = odd_marks >= 5;
    return shape;
}

bool has_tag(std::string_view text, std::string_view tag) { return text.find(tag) != std::string_view::npos; }
bool has_markup(std::string_view text) {
    return has_tag(text, "<p") || has_tag(text, "<li") || has_tag(text, "<br") || has_tag(text, "</p>") || has_tag(text, "</li>") || has_tag(text, "<ol");
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

/// Markdown emphasis and HTML entities off.
std::string plain(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> entities{{{"**", ""},
                                                                                             {"__", ""},
                                                                                             {"&nbsp;", " "},
                                                                                             {"&lt;", "<"},
                                                                                             {"&gt;", ">"},
                                                                                             {"&quot;", "\""},
                                                                                             {"&#39;", "'"},
                                                                                             {"&apos;", "'"},
                                                                                             {"&#160;", " "},
                                                                                             {"&amp;", "&"}}};
    std::string out(text);
    for (const auto& [from, to] : entities) replace_all(out, from, to);
    return out;
}

/// A piece of a cell and the tag that opened it.
struct Piece {
    std::string text;
    bool item = false;      ///< <li>
    bool numbered = false;  ///< inside <ol>
    bool paragraph = false; ///< a tag begins it
};

/// Cuts "<p>a</p><ol><li>b</li></ol>" into its paragraphs and items. Tags that lost their partner in a page break are no trouble.
std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> out(1);
    bool ordered = false;
    while (!text.empty()) {
        const std::size_t open = text.find('<');
        out.back().text += text.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = text.find('>', open);
        const std::string tag = close == std::string_view::npos ? "" : model::to_lower(text.substr(open + 1, close - open - 1));
        const std::string name = tag.substr(0, tag.find_first_of(" \t"));
        static const std::array<std::string_view, 14> known{"p", "/p", "li", "/li", "ol", "/ol", "ul", "/ul", "br", "br/", "b", "/b", "i", "/i"};
        if (close == std::string_view::npos || std::find(known.begin(), known.end(), name) == known.end()) {
            out.back().text += '<';
            text.remove_prefix(open + 1);
            continue;
        }
        if (name == "ol") ordered = true;
        if (name == "/ol" || name == "ul") ordered = false;
        if (name != "b" && name != "/b" && name != "i" && name != "/i") out.push_back({{}, name == "li", name == "li" && ordered, true});
        text.remove_prefix(close + 1);
    }
    std::erase_if(out, [](const Piece& p) { return model::collapse_spaces(p.text).empty(); });
    return out;
}

class TextLines {
public:
    explicit TextLines(const SourceDocument& document) : m_document(document), m_shape(shape_of(document)) {}

    std::vector<Line> run() {
        for (const Page& page : m_document.pages) take_page(page);
        return std::move(m_lines);
    }

private:
    void take_page(const Page& page) {
        m_page = page.number;
        m_at = 0;
        m_break = page.number > 1 ? Break::page : Break::paragraph;
        m_previous_width = 0.0;
        for (const TextRun& run : page.runs) {
            take_line(run.text);
            m_at += model::count_code_points(run.text) + 1;
        }
    }

    void take_line(const std::string& text) {
        if (model::collapse_spaces(text).empty()) {
            if (m_break != Break::page) m_break = Break::paragraph;
            m_in_table = false;
            return;
        }
        if (text.find('\t') != std::string::npos) return take_row(text);
        m_in_table = false;
        if (has_markup(text)) return take_pieces(text, std::nullopt);
        take_plain(text);
    }

    void take_plain(const std::string& text) {
        std::size_t hashes = 0;
        while (hashes < text.size() && text[hashes] == '#') ++hashes;
        const bool heading = hashes > 0 && hashes <= 6 && hashes < text.size() && text[hashes] == ' ';
        Line& line = add(heading ? std::string_view(text).substr(hashes) : std::string_view(text), break_of(text), std::nullopt);
        line.heading_level = heading ? static_cast<int>(hashes) : 0;
        if (heading) line.break_before = Break::paragraph;
        line.bold = text.starts_with("**") && text.ends_with("**");
        line.indent_pt = static_cast<double>(text.find_first_not_of(' ')) * 4.0;
        if (!line.bullet.empty()) line.break_before = Break::paragraph;
        m_break = m_shape.paragraphs ? Break::paragraph : Break::unknown;
        if (heading) m_break = Break::paragraph;
        m_previous_width = static_cast<double>(model::count_code_points(text));
    }

    /// After a blank line or between paragraphs the answer is known; a wrapped line that ended early makes a new paragraph likely, but only
    /// the outline can tell.
    Break break_of(const std::string& text) const {
        if (m_break != Break::unknown) return m_break;
        const std::size_t first = text.find_first_not_of(' ');
        const char c = text[first];
        const bool lower = c >= 'a' && c <= 'z';
        const std::size_t word_end = text.find(' ', first);
        const double first_word = static_cast<double>((word_end == std::string::npos ? text.size() : word_end) - first);
        if (lower && m_previous_width + 1.0 + first_word > 0.85 * m_shape.usual_width) return Break::none;
        return Break::unknown;
    }

    void take_row(const std::string& text) {
        if (!m_in_table) {
            m_in_table = true;
            ++m_table;
            m_row = 0;
        } else {
            ++m_row;
        }
        int column = 0;
        std::string_view rest = text;
        for (;; ++column) {
            const std::size_t tab = rest.find('\t');
            const std::string_view cell = rest.substr(0, tab);
            if (!model::collapse_spaces(cell).empty()) take_pieces(cell, CellRef{m_table, m_row, column});
            if (tab == std::string_view::npos) break;
            rest.remove_prefix(tab + 1);
        }
        m_break = Break::paragraph;
    }

    void take_pieces(std::string_view text, const std::optional<CellRef>& cell) {
        int number = 0;
        for (const Piece& piece : pieces_of(text)) {
            std::string body = plain(piece.text);
            number = piece.item ? number + 1 : 0;
            const std::string first = model::collapse_spaces(body).substr(0, 4);
            const std::size_t space = first.find(' ');
            if (piece.numbered && !is_item_mark(first.substr(0, space))) body = std::to_string(number) + ". " + model::collapse_spaces(body);
            Line& line = add(body, m_break == Break::page ? Break::page : Break::paragraph, cell);
            if (piece.item && !piece.numbered && line.bullet.empty()) line.bullet = "•";
            m_break = Break::paragraph;
        }
    }

    Line& add(std::string_view text, Break before, const std::optional<CellRef>& cell) {
        Line line;
        set_line_text(line, text, m_shape.ocr_bullets);
        if (line.text.starts_with("| ")) line.text.erase(0, 2);  // a cell that lost its table in a page break
        line.text = model::collapse_spaces(plain(line.text));
        line.break_before = before;
        line.cell = cell;
        line.span = {m_page, {}, m_at, m_at + model::count_code_points(line.raw)};
        m_lines.push_back(std::move(line));
        return m_lines.back();
    }

    const SourceDocument& m_document;
    Shape m_shape;
    std::vector<Line> m_lines;
    int m_page = 1;
    std::size_t m_at = 0;
    Break m_break = Break::paragraph;
    double m_previous_width = 0.0;
    bool m_in_table = false;
    int m_table = 0;
    int m_row = 0;
};

}  // namespace

std::vector<Line> lines_of_text(const SourceDocument& document) { return TextLines(document).run(); }

}  // namespace kwalign::ingest
