#include "ingest/outline/stage_dump.hpp"

#include <array>
#include <string_view>

namespace kwalign::ingest {

namespace {

std::string_view name_of(Break value) {
    static constexpr std::array<std::string_view, 4> names = {"none", "unknown", "paragraph", "page"};
    return names[static_cast<std::size_t>(value)];
}

std::string cell_text(const Line& line) {
    if (!line.cell) return "-";
    return "t" + std::to_string(line.cell->table) + "r" + std::to_string(line.cell->row) + "c" + std::to_string(line.cell->column);
}

}  // namespace

std::string dump_blocks(const LayoutDocument& document) {
    std::string text;
    const Line* previous = nullptr;
    for (const Line& line : document.lines) {
        const bool goes_on =
            previous != nullptr && previous->role == line.role && line.break_before == Break::none && previous->cell == line.cell;
        if (!goes_on) {
            if (previous != nullptr) text += "\n";
            text += "p" + std::to_string(line.span.page) + " " +
                    (line.role == LineRole::furniture ? line.furniture_kind
                     : line.cell                      ? "cell " + cell_text(line)
                                                      : "block");
            text += " " + std::string(name_of(line.break_before)) + "\n";
        }
        text += "  " + (line.bullet.empty() ? std::string{} : line.bullet + " ") + line.text + "\n";
        previous = &line;
    }
    return text;
}

}  // namespace kwalign::ingest
