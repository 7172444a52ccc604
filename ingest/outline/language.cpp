#include "ingest/outline/language.hpp"

#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>

namespace kwalign::ingest {

namespace {

constexpr double unseen_trigram = -11.5;  // below the rarest listed trigram
constexpr double word_evidence = 2.5;     // a function word of one language only
constexpr double neighbour_share = 0.25;  // of a neighbour's evidence
constexpr double neighbour_limit = 3.0;   // a neighbour can never outvote clear evidence of the text itself

/// The code points of a text, side by side.
std::vector<std::string_view> letters(std::string_view text) {
    std::vector<std::string_view> result;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 1;
        while (i + length < text.size() && (static_cast<unsigned char>(text[i + length]) & 0xC0U) == 0x80U) ++length;
        result.push_back(text.substr(i, length));
        i += length;
    }
    return result;
}

void limit_differences(LanguageScores& scores, double most) {
    double best = -1e300;
    for (const auto& [language, score] : scores) best = std::max(best, score);
    for (auto& [language, score] : scores) score = std::max(score - best, -most);
}

}  // namespace

LanguageModel::LanguageModel(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".tsv") files.push_back(entry.path());
    }
    if (error || files.empty())
        throw model::Error(model::ErrorCode::bad_template, folder.string(), "holds no language models (*.tsv)",
                           "it belongs beside the templates");
    std::sort(files.begin(), files.end());
    for (const std::filesystem::path& file : files) {
        Language& language = m_languages[file.stem().string()];
        std::ifstream stream(file);
        std::string line;
        for (std::size_t number = 1; std::getline(stream, line); ++number) {
            if (!line.empty() && line.front() != '#') read_line(language, line, file.string() + ":" + std::to_string(number));
        }
    }
}

void LanguageModel::read_line(Language& language, const std::string& line, const std::string& place) {
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
    const std::string key = first == 1 ? line.substr(2, second == std::string::npos ? second : second - 2) : std::string{};
    const std::string_view last = second == std::string::npos ? std::string_view{} : std::string_view(line).substr(second + 1);
    int value = 0;
    const bool number = !last.empty() && std::from_chars(last.data(), last.data() + last.size(), value).ec == std::errc();
    if (line[0] == 'w' && number && !key.empty()) {
        language.words[key] = value;
    } else if (line[0] == 't' && number && !key.empty()) {
        language.trigrams[key] = value / 100.0;
    } else if (line[0] == 'g' && !key.empty()) {
        language.leading.insert(key);
    } else if (line[0] == 'h' && !key.empty()) {
        language.trailing.insert(key);
    } else if (line[0] == 'r' && !key.empty() && second != std::string::npos) {
        language.spelling.push_back({Pattern(key, place), std::string(last)});
    } else if (line[0] == 'p' && !key.empty()) {
        language.placeholders.emplace_back(key, place);
    } else {
        throw model::Error(model::ErrorCode::bad_template, place, "not a line of a language model", "see corpora/language/README.md");
    }
}

bool LanguageModel::is_particle(std::string_view word, std::string_view lang, Glue side) const {
    const auto found = m_languages.find(lang);
    if (found == m_languages.end()) return false;
    return side == Glue::before ? found->second.leading.contains(word) : found->second.trailing.contains(word);
}

std::string LanguageModel::respell(const std::string& word, std::string_view lang) const {
    const auto found = m_languages.find(lang);
    if (found == m_languages.end()) return word;
    for (const SpellingRule& rule : found->second.spelling) {
        std::string result = rule.from.replace_all(word, rule.to);
        if (result != word) return result;
    }
    return word;
}

bool LanguageModel::is_placeholder(std::string_view text) const {
    return std::any_of(m_languages.begin(), m_languages.end(), [&](const auto& language) {
        const std::vector<Pattern>& patterns = language.second.placeholders;
        return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) { return pattern.matches(text); });
    });
}

std::vector<std::string> LanguageModel::languages() const {
    std::vector<std::string> result;
    for (const auto& [tag, language] : m_languages) result.push_back(tag);
    return result;
}

LanguageScores LanguageModel::score(std::string_view text, const std::vector<std::string>& candidates) const {
    LanguageScores scores;
    for (const std::string& tag : candidates) {
        if (m_languages.contains(tag)) scores[tag] = 0.0;
    }
    std::vector<std::pair<const Language*, double*>> found;
    for (auto& [tag, score] : scores) found.emplace_back(&m_languages.find(tag)->second, &score);
    const std::string lower = model::to_lower(text);
    std::string between;
    for (const model::Word& word : model::words(lower)) {
        if (word.number) continue;
        const std::string_view token = std::string_view(lower).substr(word.first, word.last - word.first);
        between.assign("_").append(token).append("_");  // boundary signs
        const std::vector<std::string_view> signs = letters(between);
        for (auto& [language, score] : found)
            if (const auto known = language->words.find(token); known != language->words.end()) *score += word_evidence * known->second;
        // Neighbouring trigrams overlap, so each counts for less than independent evidence would.
        for (std::size_t i = 0; i + 2 < signs.size(); ++i) {
            const std::string_view trigram(signs[i].data(), signs[i].size() + signs[i + 1].size() + signs[i + 2].size());
            for (auto& [language, score] : found) {
                const auto seen = language->trigrams.find(trigram);
                *score += 0.3 * (seen == language->trigrams.end() ? unseen_trigram : seen->second);
            }
        }
    }
    return scores;
}

std::string LanguageModel::best(const LanguageScores& scores, const LanguageScores& prior, std::string_view fallback) {
    std::string winner(fallback);
    double best = -1e300;
    for (const auto& [tag, score] : scores) {
        const auto extra = prior.find(tag);
        const double total = score + (extra == prior.end() ? 0.0 : extra->second);
        if (total > best + 1e-9 || (total > best - 1e-9 && tag == fallback)) {
            best = std::max(best, total);
            winner = tag;
        }
    }
    return winner;
}

std::vector<std::string> languages_in_context(const LanguageModel& model, const std::vector<std::string>& texts,
                                              const std::vector<std::string>& candidates, std::string_view fallback,
                                              double fallback_weight) {
    std::vector<LanguageScores> scores;
    scores.reserve(texts.size());
    for (const std::string& text : texts) scores.push_back(model.score(text, candidates));
    std::vector<std::string> result;
    result.reserve(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        LanguageScores prior;
        for (std::size_t j = i >= 2 ? i - 2 : 0; j < std::min(texts.size(), i + 3); ++j) {
            if (j == i) continue;
            LanguageScores neighbour = scores[j];
            limit_differences(neighbour, neighbour_limit / neighbour_share);
            const std::size_t distance = j > i ? j - i : i - j;
            for (const auto& [tag, value] : neighbour) prior[tag] += neighbour_share * value / static_cast<double>(distance);
        }
        prior[std::string(fallback)] += fallback_weight;
        result.push_back(LanguageModel::best(scores[i], prior, fallback));
    }
    return result;
}

}  // namespace kwalign::ingest
