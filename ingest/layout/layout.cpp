#include "ingest/layout/layout.hpp"

#include "ingest/layout/clean_text.hpp"
#include "ingest/layout/page_layout.hpp"
#include "ingest/layout/repetition.hpp"
#include "ingest/layout/text_layout.hpp"
#include "ingest/text/utf8.hpp"

#include <algorithm>

namespace kwalign::ingest {

namespace {

/// A hyphen counts as one at a wrapped line end only where the next line can go on with the word.
void mark_hyphens(LayoutDocument& document) {
    Line* previous = nullptr;
    for (Line& line : document.lines) {
        if (line.role == LineRole::furniture || line.text.empty()) continue;
        if (previous != nullptr) previous->ends_with_hyphen = line.break_before != Break::paragraph && has_final_hyphen(previous->text);
        previous = &line;
    }
}

std::size_t count_visible(const LayoutDocument& document) {
    std::size_t count = 0;
    for (const Line& line : document.lines) {
        for (std::size_t at = 0; at < line.text.size();) count += is_space(next_code_point(line.text, at)) ? 0U : 1U;
    }
    return count;
}

bool has_geometry(const SourceDocument& document) {
    const auto placed = [](const Page& page) { return !page.runs.empty() && !page.runs.front().box.empty(); };
    return std::any_of(document.pages.begin(), document.pages.end(), placed);
}

}  // namespace

LayoutDocument layout(const SourceDocument& document, const model::Limits&) {
    const bool placed = has_geometry(document);
    LayoutDocument result = placed ? layout_pages(document) : layout_text(document);
    if (!placed) mark_text_furniture(result);
    mark_table_heads(result);
    mark_repeated_headings(result);
    mark_hyphens(result);
    result.pages = document.pages.size();
    result.characters = count_visible(result);
    return result;
}

}  // namespace kwalign::ingest
