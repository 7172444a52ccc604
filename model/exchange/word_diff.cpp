#include "model/exchange/word_diff.hpp"

#include "model/text/unicode.hpp"

#include <algorithm>
#include <cstdint>

namespace kwalign::model {

namespace {

using Words = std::vector<std::string_view>;
using Side = WordRun::Side;

Words split(std::string_view text) {
    Words words;
    constexpr std::string_view spaces = " \t\r\n";
    for (std::size_t at = text.find_first_not_of(spaces); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(spaces, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(spaces, end);
    }
    return words;
}

void append(std::vector<WordRun>& runs, Side side, std::string_view word) {
    if (runs.empty() || runs.back().side != side) runs.push_back({side, {}});
    if (!runs.back().text.empty()) runs.back().text += ' ';
    runs.back().text += word;
}

/// The middle parts, whose first and last words differ, by the usual table of lengths.
void append_middle(std::vector<WordRun>& runs, const Words& a, const Words& b) {
    constexpr std::size_t max_cells = 4'000'000;
    if (a.empty() || b.empty() || a.size() > max_cells / b.size()) {
        for (const std::string_view word : a) append(runs, Side::before, word);
        for (const std::string_view word : b) append(runs, Side::after, word);
        return;
    }
    const std::size_t width = b.size() + 1;
    std::vector<std::uint32_t> common((a.size() + 1) * width);  // of the words from i and j on
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;)
            common[i * width + j] =
                a[i] == b[j] ? common[(i + 1) * width + j + 1] + 1 : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i] == b[j]) {
            append(runs, Side::both, a[i]);
            ++i, ++j;
        } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) {
            append(runs, Side::before, a[i++]);
        } else {
            append(runs, Side::after, b[j++]);
        }
    }
    for (; i < a.size(); ++i) append(runs, Side::before, a[i]);
    for (; j < b.size(); ++j) append(runs, Side::after, b[j]);
}

std::vector<std::string> folded_words(std::string_view text) {
    const std::string folded = fold_case(text);
    std::vector<std::string> result;
    for (const Word& word : words(folded)) result.push_back(folded.substr(word.first, word.last - word.first));
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace

std::vector<WordRun> word_diff(std::string_view before, std::string_view after) {
    Words a = split(before);
    Words b = split(after);
    std::vector<WordRun> runs;
    std::size_t first = 0;
    while (first < a.size() && first < b.size() && a[first] == b[first]) append(runs, Side::both, a[first++]);
    std::size_t last = 0;
    while (last < a.size() - first && last < b.size() - first && a[a.size() - 1 - last] == b[b.size() - 1 - last]) ++last;
    const auto offset = [](std::size_t count) { return static_cast<std::ptrdiff_t>(count); };
    append_middle(runs, Words(a.begin() + offset(first), a.end() - offset(last)), Words(b.begin() + offset(first), b.end() - offset(last)));
    for (std::size_t i = a.size() - last; i < a.size(); ++i) append(runs, Side::both, a[i]);
    return runs;
}

std::string marked_text(const std::vector<WordRun>& runs) {
    std::string text;
    for (const WordRun& run : runs) {
        if (!text.empty()) text += ' ';
        if (run.side == Side::both)
            text += run.text;
        else
            text += (run.side == Side::before ? "[-" : "{+") + run.text + (run.side == Side::before ? "-]" : "+}");
    }
    return text;
}

double word_similarity(std::string_view a, std::string_view b) {
    if (a == b) return 1.0;
    const auto of_a = folded_words(a);
    const auto of_b = folded_words(b);
    if (of_a.empty() && of_b.empty()) return 1.0;
    std::vector<std::string> shared;
    std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(shared));
    return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(of_a.size() + of_b.size());
}

}  // namespace kwalign::model
