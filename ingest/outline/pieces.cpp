#include "ingest/outline/pieces.hpp"

#include "ingest/outline/wording.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace kwalign::ingest {

namespace {

/// A line of rules, dots or bars: drawn, not said.
bool is_ornament(std::string_view text) { return text.find_first_not_of("-_=.|*~ ") == std::string_view::npos; }

/// Signs that serve as bullets and begin no sentence; layout knows the usual ones, here are those of odd fonts.
std::size_t stray_bullet(std::string_view text) {
    static constexpr std::array<std::string_view, 14> signs = {"§", "•", "▪", "●", "○", "◦", "■", "□", "‣", "∙", "·", "➢", "➤", "✓"};
    for (const std::string_view sign : signs) {
        if (text.starts_with(sign) && text.size() > sign.size() && text[sign.size()] == ' ') return sign.size();
    }
    return 0;
}

}  // namespace

std::vector<Piece> pieces_of(const LayoutDocument& document) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        const Line& line = document.lines[i];
        if (line.role == LineRole::furniture || line.text.empty()) continue;
        Piece piece;
        piece.line = i;
        piece.text = line.text;
        piece.raw = line.raw.empty() ? line.text : line.raw;
        piece.bullet = line.bullet;
        piece.span = line.span;
        piece.break_before = line.break_before;
        piece.ends_with_hyphen = line.ends_with_hyphen;
        piece.bold = line.bold;
        piece.font_size_pt = line.font_size_pt;
        piece.heading_level = line.heading_level;
        piece.cell = line.cell;
        piece.repairs = line.repairs;
        if (const std::size_t sign = piece.bullet.empty() ? stray_bullet(piece.text) : 0; sign > 0) {
            piece.bullet = piece.text.substr(0, sign);
            piece.text = std::string(trimmed(std::string_view(piece.text).substr(sign)));
        }
        if (is_ornament(piece.text)) piece.rule = "ornament";
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

void keep_from(Piece& piece, std::size_t at) {
    const std::size_t skipped = model::count_code_points(std::string_view(piece.text).substr(0, at));
    piece.span.first_char = std::min(piece.span.first_char + skipped, piece.span.last_char);
    piece.text = std::string(trimmed(std::string_view(piece.text).substr(at)));
    piece.raw = piece.text;
}

void keep_until(Piece& piece, std::size_t at) {
    const std::size_t dropped = model::count_code_points(std::string_view(piece.text).substr(at));
    piece.span.last_char = std::max(piece.span.last_char - std::min(dropped, piece.span.last_char), piece.span.first_char);
    piece.text = std::string(trimmed(std::string_view(piece.text).substr(0, at)));
    piece.raw = piece.text;
    piece.ends_with_hyphen = false;
}

void cut_piece(std::vector<Piece>& pieces, std::size_t index, const std::vector<std::size_t>& cuts) {
    if (cuts.empty()) return;
    std::vector<Piece> added;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        Piece later = pieces[index];
        if (i + 1 < cuts.size()) keep_until(later, cuts[i + 1]);
        keep_from(later, cuts[i]);
        later.break_before = Break::paragraph;
        later.bullet.clear();
        later.rule.clear();
        added.push_back(std::move(later));
    }
    keep_until(pieces[index], cuts.front());
    pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::make_move_iterator(added.begin()),
                  std::make_move_iterator(added.end()));
}

}  // namespace kwalign::ingest
