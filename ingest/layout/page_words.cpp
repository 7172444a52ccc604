#include "ingest/layout/page_words.hpp"

#include "model/text/unicode.hpp"

#include <algorithm>

namespace kwalign::ingest {

std::vector<PageWord> words_of(const Page& page) {
    std::vector<PageWord> out;
    std::size_t at = 0;
    for (const TextRun& run : page.runs) {
        const std::size_t length = model::count_code_points(run.text);
        if (!model::collapse_spaces(run.text).empty()) out.push_back({&run, at, at + length});
        at += length + 1;
    }
    return out;
}

std::vector<WordLine> cluster_lines(std::vector<PageWord> words) {
    std::stable_sort(words.begin(), words.end(), [](const PageWord& a, const PageWord& b) { return a.box().y1 < b.box().y1; });
    std::vector<WordLine> lines;
    for (const PageWord& word : words) {
        // The baseline is near the bottom of the box, so bottoms tell lines apart even where tops differ in size.
        WordLine* home = nullptr;
        for (auto it = lines.rbegin(); it != lines.rend() && it - lines.rbegin() < 3; ++it) {
            const double overlap = std::min(it->box.y1, word.box().y1) - std::max(it->box.y0, word.box().y0);
            if (overlap > 0.5 * std::min(it->box.height(), word.height())) {
                home = &*it;
                break;
            }
        }
        if (home == nullptr) {
            lines.emplace_back();
            home = &lines.back();
        }
        home->words.push_back(word);
        home->box = model::united(home->box, word.box());
    }
    for (WordLine& line : lines)
        std::stable_sort(line.words.begin(), line.words.end(), [](const PageWord& a, const PageWord& b) { return a.box().x0 < b.box().x0; });
    std::stable_sort(lines.begin(), lines.end(), [](const WordLine& a, const WordLine& b) { return a.box.y0 + a.box.y1 < b.box.y0 + b.box.y1; });
    return lines;
}

std::string text_of(const WordLine& line) {
    std::string out;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const PageWord& word = line.words[i];
        if (i > 0) {
            const PageWord& before = line.words[i - 1];
            const double gap = word.box().x0 - before.box().x1;
            if (before.run->space_after || gap > 0.12 * word.height()) out += ' ';
        }
        out += word.run->text;
    }
    return out;
}

double median(std::vector<double> values) {
    if (values.empty()) return 0.0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace kwalign::ingest
