#include "ingest/layout/layout.hpp"

#include "ingest/layout/box_lines.hpp"
#include "ingest/layout/furniture.hpp"
#include "ingest/layout/text_lines.hpp"

#include <algorithm>

namespace kwalign::ingest {
namespace {

std::size_t visible_characters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u > 0x20 && (u & 0xC0) != 0x80;
    }));
}

}  // namespace

LayoutDocument layout(const SourceDocument& document, const model::Limits&) {
    LayoutDocument out;
    out.pages = document.pages.size();
    const bool positioned = document.media_type == "application/pdf";
    out.lines = positioned ? lines_of_boxes(document) : lines_of_text(document);
    if (!positioned) mark_page_numbers(out.lines);
    mark_repeated_headings(out.lines);
    for (const Line& line : out.lines) out.characters += visible_characters(line.bullet + line.text);
    return out;
}

}  // namespace kwalign::ingest
