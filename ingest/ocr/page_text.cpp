#include "ingest/ocr/page_text.hpp"

#include "ingest/text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>

namespace kwalign::ingest {

namespace {

constexpr double points_per_inch = 72.0;
constexpr double x_height_share = 0.52;  // of the font size, in the faces of office documents
constexpr double ascent = 0.92;          // of the font size, above the baseline
constexpr double descent = 0.22;
constexpr double same_size = 0.12;  // lines whose sizes differ less are set in one
constexpr double least_size_pt = 4.0;
constexpr double most_size_pt = 72.0;
constexpr double unsure_confidence = 50.0;
constexpr double least_confidence = 20.0;  // a sign alone with less is dirt

std::size_t count_letters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        count += is_letter(c) || is_digit(c) ? 1U : 0U;
    }
    return count;
}

/// Letters are at least about as tall as the line's small ones, and hardly taller than with ascender and descender together.
bool has_size_of_line(const RecognisedWord& word) {
    if (word.x_height <= 0.0 || count_letters(word.text) == 0) return true;
    const double height = (word.y1 - word.y0) / word.x_height;
    return height > 0.55 && (height < 2.5 || word.confidence > unsure_confidence);
}

/// Strokes of frames, and dirt.
bool is_drawn(const RecognisedWord& word) {
    static constexpr std::string_view strokes = "|_-=~[]{}.,:;'`\"!";
    if (word.text.find_first_not_of(' ') == std::string::npos || !has_size_of_line(word)) return true;
    if (count_letters(word.text) > 0) return false;
    const bool straight =
        word.text.find_first_not_of("|_=~") == std::string::npos || word.text == "—" || word.text == "——" || word.text == "¦";
    const bool stroke = word.text.find_first_not_of(strokes) == std::string::npos;
    return straight || (stroke && word.confidence < least_confidence);
}

/// Font sizes by line: what the small letters say, lines of about one size evened out to the commonest among them.
std::map<int, double> sizes_of(const std::vector<RecognisedWord>& words, double dpi) {
    std::map<int, double> heights;
    std::map<int, std::size_t> weight;
    for (const RecognisedWord& word : words) {
        if (word.x_height > 0.0) heights[word.line] = word.x_height;
        weight[word.line] += count_letters(word.text);
    }
    std::map<long, std::size_t> commonness;  // by quarter points
    std::map<int, double> sizes;
    for (const auto& [line, height] : heights) {
        sizes[line] = std::clamp(height / x_height_share * points_per_inch / dpi, least_size_pt, most_size_pt);
        commonness[std::lround(sizes[line] * 4.0)] += weight[line];
    }
    for (auto& [line, size] : sizes) {
        double best = size;
        std::size_t most = 0;
        for (const auto& [quarter_points, count] : commonness) {
            const double other = static_cast<double>(quarter_points) / 4.0;
            if (std::abs(other - size) <= same_size * size && count > most) {
                best = other;
                most = count;
            }
        }
        size = best;
    }
    return sizes;
}

TextRun to_run(const RecognisedWord& word, std::optional<double> size_pt, double scale) {
    TextRun run;
    run.text = word.text;
    run.box = {word.x0 * scale, word.y0 * scale, word.x1 * scale, word.y1 * scale};
    if (!size_pt) return run;
    run.font_size_pt = *size_pt;
    const double baseline = word.baseline * scale;
    // A line of nothing but signs has no baseline worth the name.
    if (baseline < run.box.y0 || baseline > run.box.y1 + *size_pt) return run;
    run.box.y0 = baseline - ascent * *size_pt;
    run.box.y1 = baseline + descent * *size_pt;
    return run;
}

/// A single sign, as a bullet comes out: "«", "*", "e", ".", "¢" ... but no letter, digit or bracket that could mean something.
bool may_be_bullet(std::string_view text) {
    static constexpr std::string_view texts[] = {"«", "»", "«=", "»=", "**", "e=", "o=", "*", "+", "¢", "©", "®", "°", "·",
                                                 "•", "●", "■",  "▪",  "□",  "o",  "e",  "¤", "§", "›", "‹", ">", "<", "~",
                                                 "]", "[", ".",  ",",  ":",  "-",  "–",  "—", "=", "¥", "€", "¬"};
    return std::find(std::begin(texts), std::end(texts), text) != std::end(texts);
}

bool is_dash(std::string_view text) { return text == "-" || text == "–" || text == "—"; }

/// Signs at the start of a line, set off from it, with others below or above them: bullets.
void name_bullets(const std::vector<RecognisedWord>& words, std::vector<TextRun>& runs) {
    struct Lead {
        std::size_t run;
        double x;
        double next_x;
    };
    std::vector<Lead> leads;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const bool first = i == 0 || words[i - 1].line != words[i].line;
        if (!first || words[i + 1].line != words[i].line || !may_be_bullet(words[i].text)) continue;
        leads.push_back({i, (runs[i].box.x0 + runs[i].box.x1) / 2.0, runs[i + 1].box.x0});
    }
    for (const Lead& lead : leads) {
        const double size = runs[lead.run].font_size_pt > 0.0 ? runs[lead.run].font_size_pt : 10.0;
        const auto aligned = [&](const Lead& other) {
            return other.run != lead.run && std::abs(other.x - lead.x) < 0.4 * size && std::abs(other.next_x - lead.next_x) < 0.5 * size;
        };
        const bool gap = lead.next_x - runs[lead.run].box.x1 > 0.15 * size;
        if (gap && !is_dash(words[lead.run].text) && std::any_of(leads.begin(), leads.end(), aligned)) runs[lead.run].text = "•";
    }
}

}  // namespace

PictureText to_runs(const RecognisedPage& page, const Picture& picture) {
    PictureText result;
    result.complete = page.complete;
    if (picture.empty() || picture.dpi <= 0.0) return result;
    const double scale = points_per_inch / picture.dpi;
    result.width_pt = static_cast<double>(picture.width) * scale;
    result.height_pt = static_cast<double>(picture.height) * scale;
    std::vector<RecognisedWord> words = page.words;
    std::erase_if(words, is_drawn);
    const std::map<int, double> sizes = sizes_of(words, picture.dpi);
    double weighted = 0.0;
    for (const RecognisedWord& word : words) {
        const auto size = sizes.find(word.line);
        result.runs.push_back(to_run(word, size == sizes.end() ? std::nullopt : std::optional(size->second), scale));
        const std::size_t letters = count_letters(word.text);
        result.letters += letters;
        weighted += word.confidence / 100.0 * static_cast<double>(letters);
        if (letters > 0 && word.confidence < 100.0 * doubtful_confidence) result.doubtful.push_back(word.text);
    }
    name_bullets(words, result.runs);
    result.confidence = result.letters == 0 ? 0.0 : std::clamp(weighted / static_cast<double>(result.letters), 0.0, 1.0);
    return result;
}

}  // namespace kwalign::ingest
