#include "outline_lines.hpp"

#include "model/text/unicode.hpp"

namespace kwalign::tests {

namespace {

ingest::Break break_of(char sign) {
    switch (sign) {
        case '+': return ingest::Break::none;
        case '=':
        case '*': return ingest::Break::paragraph;
        case '/': return ingest::Break::page;
        default: return ingest::Break::unknown;
    }
}

}  // namespace

ingest::LayoutDocument lines(std::string_view text) {
    ingest::LayoutDocument document;
    document.pages = 1;
    int page = 1;
    std::size_t place = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (row.empty()) continue;
        ingest::Line line;
        line.break_before = break_of(row[0]);
        if (row[0] == '#') line.role = ingest::LineRole::furniture;
        if (row[0] == '*') line.bullet = "•";
        if (row[0] == '/') ++page;
        row.remove_prefix(1);
        if (row.starts_with('|')) {
            line.cell = ingest::CellRef{1, row[1] - '0', row[3] - '0'};
            row.remove_prefix(5);
        }
        line.text = std::string(row);
        line.raw = line.text;
        line.ends_with_hyphen = row.ends_with('-');
        const std::size_t length = model::count_code_points(row);
        line.span = {page, {}, place, place + length};
        place += length + 1;
        document.characters += length;
        document.lines.push_back(std::move(line));
    }
    document.pages = static_cast<std::size_t>(page);
    return document;
}

ingest::LayoutDocument plain(std::string_view text) {
    std::string marked;
    bool blank = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (row.empty()) {
            blank = true;
            continue;
        }
        const bool bulleted = row.starts_with("- ");
        if (bulleted) row.remove_prefix(2);
        marked += bulleted ? '*' : blank ? '=' : ' ';
        marked += std::string(row) + "\n";
        blank = false;
    }
    return lines(marked);
}

}  // namespace kwalign::tests
