#include "ingest/layout/dump.hpp"

#include "ingest/layout/page_text.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace kwalign::ingest {

namespace {

std::string points(double value) {
    std::array<char, 64> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 1);
    return error == std::errc() ? std::string(digits.data(), end) : std::string("?");
}

std::string_view name_of(Break value) {
    switch (value) {
        case Break::none: return "none";
        case Break::unknown: return "unknown";
        case Break::paragraph: return "paragraph";
        case Break::page: return "page";
    }
    return "?";
}

std::string box_text(const model::Box& box) {
    if (box.empty()) return "-";
    return points(box.x0) + "," + points(box.y0) + "," + points(box.x1) + "," + points(box.y1);
}

std::string cell_text(const Line& line) {
    if (!line.cell) return "-";
    return "t" + std::to_string(line.cell->table) + "r" + std::to_string(line.cell->row) + "c" + std::to_string(line.cell->column);
}

std::string flags(const Line& line) {
    std::string text;
    if (line.bold) text += 'b';
    if (line.italic) text += 'i';
    if (line.ends_with_hyphen) text += 'h';
    if (line.heading_level > 0) text += std::to_string(line.heading_level);
    return text.empty() ? "-" : text;
}

}  // namespace

std::string dump_pages(const SourceDocument& document) {
    std::string text;
    for (const Page& page : document.pages) {
        text += "page " + std::to_string(page.number);
        if (page.width_pt > 0.0) text += " " + points(page.width_pt) + "x" + points(page.height_pt);
        text += "\n" + page_text(page);
        if (text.back() != '\n') text += '\n';
    }
    return text;
}

std::string dump_lines(const LayoutDocument& document) {
    std::string text;
    for (const Line& line : document.lines) {
        text += std::to_string(line.span.page) + "\t" + box_text(line.span.box) + "\t";
        text += (line.role == LineRole::body ? std::string("body") : line.furniture_kind) + "\t";
        text += std::string(name_of(line.break_before)) + "\t" + cell_text(line) + "\t" + flags(line) + "\t";
        text += std::to_string(line.span.first_char) + "-" + std::to_string(line.span.last_char) + "\t";
        text += (line.bullet.empty() ? std::string("-") : line.bullet) + "\t" + line.text + "\n";
    }
    return text;
}

}  // namespace kwalign::ingest
