#include "ingest/layout/page_furniture.hpp"

#include "ingest/layout/clean_text.hpp"
#include "ingest/layout/rows.hpp"
#include "ingest/text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace kwalign::ingest {

namespace {

constexpr double edge_share = 0.14;  // of the page height, at either end
constexpr double piece_gap = 2.0;    // of the font size: further apart is another piece ("name .... title")
constexpr double place_tolerance = 4.0;
constexpr std::size_t edge_rows = 4;  // at either end of a page

/// Text with its numbers taken out.
struct Masked {
    std::string text;
    std::vector<int> numbers;
};

Masked masked(const std::string& text) {
    Masked result;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(static_cast<unsigned char>(text[at]))) {
            result.text += text[at++];
            continue;
        }
        int value = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
        result.numbers.push_back(error == std::errc() ? value : -1);
        result.text += '#';
        at = static_cast<std::size_t>(end - text.data());
    }
    return result;
}

struct Piece {
    std::size_t page = 0;
    std::vector<std::size_t> runs;
    std::string text;
    Masked masked;
    model::Box box;
    bool at_top = false;
    bool apart = false;      ///< white space parts it from the body
    bool outermost = false;  ///< first or last row of the page
};

std::vector<Piece> cut_row(const Row& row, std::size_t page) {
    std::vector<Piece> pieces;
    std::vector<Word> words;
    const auto close = [&] {
        if (words.empty()) return;
        Piece piece;
        piece.page = page;
        for (const Word& word : words) {
            piece.runs.push_back(word.index);
            piece.box = model::united(piece.box, word.box());
        }
        piece.text = clean_text(row_text(words));
        piece.masked = masked(piece.text);
        pieces.push_back(std::move(piece));
        words.clear();
    };
    for (const Word& word : row.words) {
        if (!words.empty() && word.box().x0 - words.back().box().x1 > piece_gap * word.size()) close();
        words.push_back(word);
    }
    close();
    return pieces;
}

/// The rows from one end of the page up to the first clear gap; without one within a few rows none of them is apart.
void collect_edge(const std::vector<Row>& rows, const Page& page, std::size_t page_index, bool top, std::vector<Piece>& pieces) {
    const std::size_t count = std::min(edge_rows, rows.size());
    std::size_t apart = 0;
    for (std::size_t k = 0; k < count && k + 1 < rows.size() && apart == 0; ++k) {
        const Row& outer = top ? rows[k] : rows[rows.size() - 1 - k];
        const Row& inner = top ? rows[k + 1] : rows[rows.size() - 2 - k];
        const double gap = top ? inner.box.y0 - outer.box.y1 : outer.box.y0 - inner.box.y1;
        if (gap > 1.1 * std::max(outer.main_word().size(), inner.main_word().size())) apart = k + 1;
    }
    if (rows.size() <= edge_rows && apart == 0) apart = rows.size();
    for (std::size_t k = 0; k < count; ++k) {
        const Row& row = top ? rows[k] : rows[rows.size() - 1 - k];
        const double share = row.middle() / page.height_pt;
        if (top ? share > edge_share : share < 1.0 - edge_share) break;
        for (Piece& piece : cut_row(row, page_index)) {
            piece.at_top = top;
            piece.apart = k < apart;
            piece.outermost = k == 0;
            pieces.push_back(std::move(piece));
        }
    }
}

bool same_place(const Piece& a, const Piece& b) {
    if (std::abs(a.box.y0 - b.box.y0) > place_tolerance || a.at_top != b.at_top) return false;
    const double middles = std::abs((a.box.x0 + a.box.x1) - (b.box.x0 + b.box.x1)) / 2.0;
    return std::abs(a.box.x0 - b.box.x0) <= place_tolerance || std::abs(a.box.x1 - b.box.x1) <= place_tolerance ||
           middles <= place_tolerance;
}

/// One of the numbers counts up as the pages do.
bool counts_pages(const Piece& a, const Piece& b) {
    const Masked& first = a.masked;
    const Masked& second = b.masked;
    if (first.text != second.text || a.page == b.page) return false;
    const int pages = static_cast<int>(b.page) - static_cast<int>(a.page);
    for (std::size_t i = 0; i < first.numbers.size(); ++i) {
        if (second.numbers[i] - first.numbers[i] == pages) return true;
    }
    return false;
}

class Recurrence {
public:
    explicit Recurrence(const std::vector<Page>& pages) : m_pages(pages) {
        for (std::size_t p = 0; p < pages.size(); ++p) {
            std::vector<Word> words;
            for (std::size_t i = 0; i < pages[p].runs.size(); ++i) {
                if (!is_upright(pages[p].runs[i])) words.push_back({&pages[p].runs[i], i});
            }
            const std::vector<Row> rows = to_rows(std::move(words));
            if (rows.empty()) continue;
            collect_edge(rows, pages[p], p, true, m_pieces);
            if (rows.size() > 1) collect_edge(rows, pages[p], p, false, m_pieces);
        }
    }

    std::vector<std::vector<FurniturePiece>> find() {
        std::map<std::string, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) groups[m_pieces[i].masked.text].push_back(i);
        std::vector<std::vector<FurniturePiece>> found(m_pages.size());
        std::vector<std::set<std::size_t>> taken(m_pages.size());
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            const Piece& piece = m_pieces[i];
            const std::string kind = judge(piece, groups[piece.masked.text]);
            if (kind.empty() || !taken[piece.page].insert(piece.runs.front()).second) continue;
            found[piece.page].push_back({piece.runs, kind, piece.at_top});
        }
        return found;
    }

private:
    [[nodiscard]] std::string judge(const Piece& piece, const std::vector<std::size_t>& alike) const {
        if (has_heading_code(piece.text)) return {};
        if (is_page_number(piece.text) && (piece.apart || piece.outermost)) return "page_number";
        std::set<std::size_t> same_text;
        bool counts = false;
        std::size_t compared = 0;
        for (const std::size_t i : alike) {
            const Piece& other = m_pieces[i];
            if (!same_place(piece, other)) continue;
            if (other.text == piece.text) same_text.insert(other.page);
            counts = counts || (compared < max_compared && counts_pages(piece, other));
            ++compared;
        }
        const bool only_number = piece.masked.text == "#";
        if (counts && (piece.apart || piece.outermost)) return only_number ? "page_number" : "running_head";
        if (only_number && m_pages.size() > 1) return {};
        // Close to the body only the outermost row can be a head: text may recur on pages that are built alike.
        if (!piece.apart && !piece.outermost) return {};
        const std::size_t pages = m_pages.size();
        const std::size_t enough = piece.apart ? std::max<std::size_t>(2, (pages + 3) / 4) : std::max<std::size_t>(3, (pages + 1) / 2);
        return same_text.size() >= enough ? "running_head" : std::string{};
    }

    static constexpr std::size_t max_compared = 200;
    const std::vector<Page>& m_pages;
    std::vector<Piece> m_pieces;
};

}  // namespace

std::vector<std::vector<FurniturePiece>> find_furniture(const std::vector<Page>& pages) { return Recurrence(pages).find(); }

}  // namespace kwalign::ingest
