#include "ingest/layout/running_heads.hpp"

#include "ingest/layout/furniture.hpp"
#include "ingest/layout/line_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace kwalign::ingest {
namespace {

constexpr double margin_share = 0.12;  // of the page's height, at the top and at the bottom
constexpr double piece_gap_pt = 18.0;  // between a left and a right running head

/// A margin line falls into pieces ("Kutsekoda" at the left, the title at the right), each recognised by itself.
std::vector<WordLine> margin_pieces(const Page& page, const std::vector<PageWord>& words) {
    std::vector<PageWord> margin;
    for (const PageWord& w : words)
        if (w.box().y1 < page.height_pt * margin_share || w.box().y0 > page.height_pt * (1.0 - margin_share)) margin.push_back(w);
    std::vector<WordLine> pieces;
    for (const WordLine& line : cluster_lines(margin)) {
        for (const PageWord& w : line.words) {
            if (pieces.empty() || &w == &line.words.front() || w.box().x0 - pieces.back().words.back().box().x1 > piece_gap_pt) pieces.emplace_back();
            pieces.back().words.push_back(w);
            pieces.back().box = model::united(pieces.back().box, w.box());
        }
    }
    return pieces;
}

struct Signature {
    std::string text;
    long height = 0;  ///< in steps of three points
    friend auto operator<=>(const Signature&, const Signature&) = default;
};

Signature signature_of(const WordLine& piece) { return {masked(text_of(piece)), std::lround(piece.box.y0 / 3.0)}; }

}  // namespace

SplitPages split_running_heads(const std::vector<Page>& pages) {
    SplitPages out;
    std::vector<std::vector<WordLine>> pieces;
    std::map<Signature, std::set<int>> seen;
    for (const Page& page : pages) {
        out.body.push_back(words_of(page));
        pieces.push_back(margin_pieces(page, out.body.back()));
        for (const WordLine& piece : pieces.back()) seen[signature_of(piece)].insert(page.number);
    }
    const auto count_near = [&](Signature s) {
        std::set<int> where;
        for (const long step : {-1L, 0L, 1L}) {
            const auto it = seen.find({s.text, s.height + step});
            if (it != seen.end()) where.insert(it->second.begin(), it->second.end());
        }
        return where.size();
    };
    const std::size_t enough = pages.size() <= 3 ? 2 : std::max<std::size_t>(2, pages.size() / 3);
    for (std::size_t p = 0; p < pages.size(); ++p) {
        out.furniture.emplace_back();
        std::set<const TextRun*> taken;
        for (const WordLine& piece : pieces[p]) {
            const bool number_alone = is_page_number(text_of(piece)) && piece.box.y0 > pages[p].height_pt * (1.0 - margin_share);
            if (count_near(signature_of(piece)) < enough && !number_alone) continue;
            for (const PageWord& w : piece.words) taken.insert(w.run);
            out.furniture.back().push_back(piece);
        }
        std::erase_if(out.body[p], [&](const PageWord& w) { return taken.contains(w.run); });
    }
    return out;
}

}  // namespace kwalign::ingest
