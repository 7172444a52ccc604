#include "ingest/layout/line_breaks.hpp"

#include "ingest/layout/clean_text.hpp"
#include "ingest/layout/text_shape.hpp"
#include "ingest/text/utf8.hpp"

#include <algorithm>
#include <cmath>

namespace kwalign::ingest {

namespace {

constexpr double same_edge = 2.5;     // points
constexpr double other_size = 0.6;    // points
constexpr double blank_width = 0.25;  // of the font size
constexpr double fit_reserve = 1.5;   // points a word may lack: right edges are estimates

const Word& first_word(const PlacedLine& line) { return line.row.words.front(); }

bool opens_item(const PlacedLine& line) {
    return is_item_lead(first_word(line)) && (line.row.words.size() > 1) && first_word(line).run->text != "o";
}

bool all_bold(const PlacedLine& line) {
    return std::all_of(line.row.words.begin(), line.row.words.end(), [](const Word& word) { return word.run->bold; });
}

bool is_bulleted(const PlacedLine& line) {
    return line.row.words.size() > 1 && leading_bullet(row_text(line.row.words), BulletContext::open_text).length > 0;
}

bool is_centred(const PlacedLine& line) {
    const double before = line.row.box.x0 - line.left;
    const double after = line.right - line.row.box.x1;
    return before > 3.0 * same_edge && std::abs(before - after) < 0.1 * (line.right - line.left) + same_edge;
}

/// Would the first word of `below` have had room behind `above`?
bool had_room(const PlacedLine& above, const PlacedLine& below) {
    const Word& word = first_word(below);
    const double needed = word.box().width() + blank_width * word.size() + fit_reserve;
    const bool centred = is_centred(above) && is_centred(below);
    const double room = centred ? (above.right - above.left) - above.row.box.width() : above.right - above.row.box.x1;
    return room > needed;
}

/// The lower line starts under one of the upper line's first words: it hangs behind a bullet, number or code.
bool hangs(const PlacedLine& above, const PlacedLine& below) {
    const std::size_t leads = std::min<std::size_t>(3, above.row.words.size());
    for (std::size_t i = 1; i < leads; ++i) {
        if (std::abs(above.row.words[i].box().x0 - below.row.box.x0) < same_edge) return true;
    }
    return false;
}

/// A full stop that is not an abbreviation's ("bijv.", "o.a."), then a small letter: prose begins its sentences with capitals,
/// but items of lists whose bullets were drawn rather than written may not.
bool ends_item(const PlacedLine& above, const PlacedLine& below) {
    const std::string& last = above.row.words.back().run->text;
    const bool full_stop = last.size() > 6 && last.back() == '.' && last.find('.') == last.size() - 1;
    return full_stop && is_lower_letter(first_code_point(first_word(below).run->text));
}

bool changes_face(const PlacedLine& above, const PlacedLine& below) {
    if (std::abs(above.row.main_word().size() - below.row.main_word().size()) > other_size) return true;
    const bool differs = above.row.words.back().run->bold != first_word(below).run->bold;
    return differs && all_bold(above) != all_bold(below);
}

}  // namespace

Break break_between(const PlacedLine& above, const PlacedLine& below, const LineSpacing& spacing) {
    if (spacing.is_gap(above.row, below.row) || below.row.main_word().middle() <= above.row.main_word().middle()) return Break::paragraph;
    if (is_bulleted(below)) return Break::paragraph;
    const std::string upper = clean_text(row_text(above.row.words));
    const std::string lower = clean_text(row_text(below.row.words));
    const bool open = runs_on(upper, lower);
    const bool room = !has_final_hyphen(upper) && had_room(above, below);
    if (changes_face(above, below) && (room || !open)) return Break::paragraph;

    const double shift = below.row.box.x0 - above.row.box.x0;
    const bool outdented = shift < -same_edge && !is_centred(above);
    const bool indented = shift > 2.0 * same_edge && !hangs(above, below) && !is_centred(below);
    if (room) return open ? Break::unknown : Break::paragraph;
    if (outdented || indented) return open ? Break::unknown : Break::paragraph;
    if (ends_item(above, below)) return Break::paragraph;
    if (opens_item(below)) return Break::unknown;
    if (has_heading_code(lower) && ends_clause(upper)) return Break::unknown;
    return Break::none;
}

Break break_at_page(const PlacedLine& above, const PlacedLine& below) {
    if (is_bulleted(below) || changes_face(above, below)) return Break::paragraph;
    return Break::page;
}

}  // namespace kwalign::ingest
