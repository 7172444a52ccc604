#include "ingest/ocr/readability.hpp"

#include "ingest/text/utf8.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <map>

namespace kwalign::ingest {

namespace {

constexpr double score_weight = 0.3;         // of one letter sequence in LanguageModel::score
constexpr double least_likeness = -9.7;      // texts, of kindred languages too, reach -9.5 and more, permuted letters -10 and less
constexpr std::size_t least_sequences = 80;  // a dozen words
constexpr double most_foreign = 0.2;
constexpr std::size_t words_of_stretch = 12;
constexpr double least_share = 0.05;

bool is_foreign(char32_t c) {
    return c == replacement_character || (c >= 0xe000 && c <= 0xf8ff) || (c < 0x20 && !is_space(c)) || (c >= 0x7f && c < 0xa0);
}

}  // namespace

std::string text_of(const std::vector<TextRun>& runs) {
    std::string text;
    for (const TextRun& run : runs) {
        text += run.text;
        text += ' ';
    }
    return text;
}

Readability readability_of(std::string_view text, const LanguageModel& languages) {
    Readability result;
    std::size_t signs = 0;
    std::size_t foreign = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_space(c)) continue;
        ++signs;
        foreign += is_foreign(c) ? 1U : 0U;
    }
    if (signs > 0) result.foreign_share = static_cast<double>(foreign) / static_cast<double>(signs);
    // Words with digits are codes and numbers: no language.
    std::string letters;
    const std::string lower = model::to_lower(text);
    for (const model::Word& word : model::words(lower)) {
        const std::string_view token = std::string_view(lower).substr(word.first, word.last - word.first);
        if (token.find_first_of("0123456789") != std::string_view::npos) continue;
        letters += token;
        letters += ' ';
        result.sequences += model::count_code_points(token);
    }
    if (result.sequences == 0) return result;
    double best = -1e300;
    for (const auto& [language, score] : languages.score(letters, languages.languages())) best = std::max(best, score);
    result.likeness = best / (score_weight * static_cast<double>(result.sequences));
    return result;
}

bool is_unreadable(const Readability& readability) {
    return readability.foreign_share > most_foreign || (readability.sequences >= least_sequences && readability.likeness < least_likeness);
}

std::vector<std::string> languages_of(std::string_view text, const LanguageModel& languages) {
    const std::vector<std::string> candidates = languages.languages();
    const std::vector<model::Word> words = model::words(text);
    std::map<std::string, std::size_t> stretches;
    std::size_t count = 0;
    for (std::size_t first = 0; first < words.size(); first += words_of_stretch) {
        const std::size_t last = std::min(first + words_of_stretch, words.size()) - 1;
        const std::string_view stretch = text.substr(words[first].first, words[last].last - words[first].first);
        ++stretches[LanguageModel::best(languages.score(stretch, candidates), {}, "")];
        ++count;
    }
    std::vector<std::string> result;
    for (const auto& [language, times] : stretches) {
        if (!language.empty() && static_cast<double>(times) >= least_share * static_cast<double>(count)) result.push_back(language);
    }
    std::stable_sort(result.begin(), result.end(), [&](const std::string& a, const std::string& b) { return stretches[a] > stretches[b]; });
    return result;
}

}  // namespace kwalign::ingest
