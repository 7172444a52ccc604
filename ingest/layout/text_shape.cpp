#include "ingest/layout/text_shape.hpp"

#include "ingest/text/utf8.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace kwalign::ingest {

namespace {

constexpr std::size_t least_full_line = 40;    // shorter lines say nothing about the width
constexpr std::size_t widest_full_line = 200;  // wider ones are paragraphs, not printed lines

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

struct Counts {
    std::size_t lines = 0;
    std::size_t lone_blanks = 0;
    std::size_t deep_indents = 0;
    std::size_t dots = 0;
    std::size_t brackets = 0;
    std::size_t glued = 0;
    std::size_t letters_o = 0;
};

void count_line(std::string_view raw, Counts& counts) {
    const std::string_view text = trimmed(raw);
    ++counts.lines;
    const std::size_t indent = raw.find_first_not_of(' ');
    if (indent == 1) ++counts.lone_blanks;
    if (indent > 1) ++counts.deep_indents;
    if (text.size() < 3) return;
    std::size_t at = 1;
    const char32_t second = next_code_point(text, at);
    if (text[0] == '.' && second == U' ') ++counts.dots;
    if (text[0] == ']' && second == U' ') ++counts.brackets;
    if (text[0] == 'o' && second == U' ') ++counts.letters_o;
    if (text[0] == '-' && is_letter(second)) ++counts.glued;
}

/// The length that nearly all lines keep to: the 95th percentile of the long ones.
std::size_t full_width(std::vector<std::size_t> lengths) {
    if (lengths.empty()) return 0;
    std::sort(lengths.begin(), lengths.end());
    return lengths[lengths.size() * 95 / 100];
}

}  // namespace

bool ends_clause(std::string_view text) {
    while (!text.empty()) {
        const char32_t last = last_code_point(text);
        if (last == U'.' || last == U'!' || last == U'?' || last == U':' || last == U';') return true;
        const bool closing =
            last == U'"' || last == U')' || last == U']' || last == 0x201d || last == 0x201c || last == 0x2019 || last == 0xbb;
        if (!closing) return false;
        do text.remove_suffix(1);
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80);
        if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xc0) text.remove_suffix(1);
    }
    return false;
}

bool runs_on(std::string_view text, std::string_view next) {
    return !text.empty() && !ends_clause(text) && is_lower_letter(first_code_point(next));
}

TextShape read_shape(const SourceDocument& document) {
    Counts counts;
    std::vector<std::size_t> lengths;
    std::size_t wraps = 0;
    std::size_t neighbours = 0;
    for (const Page& page : document.pages) {
        std::string_view previous;
        for (const TextRun& run : page.runs) {
            const std::string_view text = trimmed(run.text);
            if (!text.empty()) {
                count_line(run.text, counts);
                const std::size_t length = model::count_code_points(text);
                if (length >= least_full_line && text.find('\t') == std::string_view::npos) lengths.push_back(length);
                if (!previous.empty()) {
                    ++neighbours;
                    if (runs_on(previous, text) && model::count_code_points(previous) >= least_full_line) ++wraps;
                }
            }
            previous = text;
        }
    }
    TextShape shape;
    shape.width = full_width(std::move(lengths));
    shape.wrapped = wraps >= 2 && wraps * 12 >= neighbours && shape.width <= widest_full_line;
    shape.blank_starts_page = document.pages.size() == 1 && counts.lone_blanks > 0 && counts.lone_blanks * 20 <= counts.lines &&
                              counts.deep_indents <= counts.lone_blanks;
    shape.dot_bullets = counts.dots >= 2;
    shape.glued_dashes = counts.glued >= 3;
    shape.bracket_bullets = counts.brackets >= 3 || (counts.brackets > 0 && (shape.dot_bullets || shape.glued_dashes));
    shape.letter_bullets = counts.letters_o >= 3;
    return shape;
}

}  // namespace kwalign::ingest
