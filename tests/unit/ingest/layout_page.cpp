#include "tests/unit/ingest/layout_page.hpp"

#include "ingest/source/byte_source.hpp"
#include "model/text/unicode.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace kwalign;

Typesetter& Typesetter::new_page() {
    m_document.media_type = "application/pdf";
    m_document.pages.emplace_back();
    m_document.pages.back().number = static_cast<int>(m_document.pages.size());
    m_document.pages.back().width_pt = 600.0;
    m_document.pages.back().height_pt = 800.0;
    return *this;
}

Typesetter& Typesetter::line(double x, double y, std::string_view text, Face face) {
    if (m_document.pages.empty()) new_page();
    auto& runs = m_document.pages.back().runs;
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        const std::string_view word = text.substr(0, end);
        ingest::TextRun run;
        run.text = std::string(word);
        const double width = width_of(word, face.size_pt);
        run.box = {x, y, x + width, y + face.size_pt * 1.1};
        run.font_size_pt = face.size_pt;
        run.bold = face.bold;
        run.font_name = face.bold ? "Test-Bold" : "Test";
        run.space_after = end != std::string_view::npos;
        runs.push_back(run);
        x += width + face.size_pt / 4.0;
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return *this;
}

Typesetter& Typesetter::lines(double x, double y, const std::vector<std::string>& texts, Face face) {
    for (const std::string& text : texts) {
        line(x, y, text, face);
        y += 1.2 * face.size_pt;
    }
    return *this;
}

ingest::LayoutDocument Typesetter::layout() const { return ingest::layout(m_document, model::Limits{}); }

double width_of(std::string_view text, double size_pt) {
    double width = 0.0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) width += c == ' ' ? size_pt / 4.0 : size_pt / 2.0;
    }
    return width;
}

ingest::LayoutDocument layout_of(std::string_view text, std::string_view name) {
    const model::Limits limits;
    return ingest::layout(ingest::read_source(text, name, "", limits), limits);
}

std::vector<std::string> body_texts(const ingest::LayoutDocument& document) {
    std::vector<std::string> texts;
    for (const ingest::Line& line : document.lines) {
        if (line.role == ingest::LineRole::body) texts.push_back(line.text);
    }
    return texts;
}

const ingest::Line& line_with(const ingest::LayoutDocument& document, std::string_view text) {
    const auto found =
        std::find_if(document.lines.begin(), document.lines.end(), [&](const ingest::Line& line) { return line.text == text; });
    CAPTURE(text);
    REQUIRE(found != document.lines.end());
    return *found;
}
