#include "ingest/layout/furniture.hpp"

#include "ingest/layout/line_text.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace kwalign::ingest {
namespace {

/// "C1-K 1-W1: Handelt ..." -> "C1-K1-W1:handelt..."; empty where the line is no coded heading.
std::string coded_heading(const Line& line) {
    std::string compact;
    for (const char c : line.text)
        if (c != ' ') compact += c;
    const std::size_t colon = compact.find(':');
    if (colon == std::string::npos || colon < 4 || colon > 12 || line.text.size() > 200) return {};
    const std::string_view code = std::string_view(compact).substr(0, colon);
    const bool letter_first = code.front() >= 'A' && code.front() <= 'Z';
    const bool only_code = std::all_of(code.begin(), code.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
    if (!letter_first || !only_code || code.find('-') == std::string_view::npos) return {};
    return model::to_lower(compact);
}

}  // namespace

void mark_repeated_headings(std::vector<Line>& lines) {
    std::string current;
    for (Line& line : lines) {
        if (line.role == LineRole::furniture) continue;
        const std::string heading = coded_heading(line);
        if (heading.empty()) continue;
        if (heading == current) {
            line.role = LineRole::furniture;
            line.furniture_kind = "repeated_heading";
        }
        current = heading;
    }
    // A table's first row printed again on the next page.
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].cell || lines[i].role == LineRole::furniture) continue;
        const bool page_begins = i > 0 && lines[i].span.page != lines[i - 1].span.page;
        if (!page_begins || !lines[i - 1].cell) continue;
        const int table = lines[i].cell->table;
        const auto head = std::find_if(lines.begin(), lines.end(), [&](const Line& l) { return l.cell && l.cell->table == table; });
        std::size_t same = 0;
        while (i + same < lines.size() && head + static_cast<std::ptrdiff_t>(same) < lines.begin() + static_cast<std::ptrdiff_t>(i) &&
               (head + static_cast<std::ptrdiff_t>(same))->cell && (head + static_cast<std::ptrdiff_t>(same))->cell->row == head->cell->row &&
               lines[i + same].text == (head + static_cast<std::ptrdiff_t>(same))->text)
            ++same;
        if (same < 2) continue;
        for (std::size_t k = i; k < i + same; ++k) {
            lines[k].role = LineRole::furniture;
            lines[k].furniture_kind = "table_head";
        }
    }
}

bool is_page_number(std::string_view text) {
    static const std::set<std::string> shapes{"#", "#/#", "-#-", "–#–", "#van#", "pagina#van#", "pagina#", "page#", "page#of#", "#of#", "lk#", "lk#/#", "lehekülg#", "p.#"};
    return shapes.contains(model::to_lower(masked(text)));
}

void mark_page_numbers(std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool last_of_page = i + 1 == lines.size() || lines[i + 1].span.page != lines[i].span.page;
        if (!last_of_page || lines[i].role == LineRole::furniture || lines[i].cell || lines[i].span.page == lines.back().span.page) continue;
        if (!is_page_number(lines[i].text)) continue;
        lines[i].role = LineRole::furniture;
        lines[i].furniture_kind = "page_number";
    }
}

}  // namespace kwalign::ingest
