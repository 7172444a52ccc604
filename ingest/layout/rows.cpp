#include "ingest/layout/rows.hpp"

#include "ingest/layout/clean_text.hpp"
#include "ingest/text/utf8.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>

namespace kwalign::ingest {

namespace {

constexpr double same_row = 0.4;      // of the font size, between middles
constexpr double blank_width = 0.12;  // of the font size; narrower gaps are kerning
constexpr std::size_t rows_looked_at = 8;

}  // namespace

const Word& Row::main_word() const {
    return *std::max_element(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.box().width() < b.box().width(); });
}

std::vector<Row> to_rows(std::vector<Word> words) {
    std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.middle() < b.middle(); });
    struct Open {
        Row row;
        double middle;
        double size;
    };
    std::vector<Open> open;
    for (const Word& word : words) {
        Open* home = nullptr;
        const std::size_t oldest = open.size() > rows_looked_at ? open.size() - rows_looked_at : 0;
        for (std::size_t i = open.size(); i-- > oldest && home == nullptr;) {
            const double tolerance = same_row * std::max(open[i].size, word.size());
            if (word.middle() - open[i].middle < tolerance) home = &open[i];
        }
        if (home == nullptr) {
            open.push_back({{}, word.middle(), word.size()});
            home = &open.back();
        }
        home->row.words.push_back(word);
        home->row.box = model::united(home->row.box, word.box());
        // A raised sign may come first; the row is where its larger words are.
        if (word.size() > home->size) {
            home->middle = word.middle();
            home->size = word.size();
        }
    }
    std::vector<Row> rows;
    rows.reserve(open.size());
    for (Open& entry : open) {
        std::stable_sort(entry.row.words.begin(), entry.row.words.end(),
                         [](const Word& a, const Word& b) { return a.box().x0 < b.box().x0; });
        rows.push_back(std::move(entry.row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.main_word().middle() < b.main_word().middle(); });
    return rows;
}

std::string row_text(const std::vector<Word>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            const double gap = words[i].box().x0 - words[i - 1].box().x1;
            if (gap > blank_width * words[i].size() || (words[i - 1].run->space_after && words[i - 1].index + 1 == words[i].index))
                text += ' ';
        }
        text += words[i].run->text;
    }
    return text;
}

bool is_item_lead(const Word& word) {
    std::string_view text = word.run->text;
    if (is_bullet_sign(text, BulletContext::list)) return true;
    if (text.starts_with('(')) text.remove_prefix(1);
    if (text.size() < 2 || text.size() > 4 || (text.back() != '.' && text.back() != ')')) return false;
    text.remove_suffix(1);
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits || (text.size() == 1 && is_lower_letter(static_cast<unsigned char>(text[0])));
}

bool is_upright(const TextRun& run) {
    return run.box.height() > 1.5 * run.box.width() && run.font_size_pt > 0.0 && run.box.height() > 2.0 * run.font_size_pt &&
           model::count_code_points(run.text) > 1;
}

}  // namespace kwalign::ingest
