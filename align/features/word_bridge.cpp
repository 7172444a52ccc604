#include "align/features/word_bridge.hpp"

#include "align/text/morphology.hpp"

#include <algorithm>
#include <unordered_map>

namespace kwalign::align {
namespace {

constexpr double least_probability = 0.1;      // below, tables are noise
constexpr std::size_t most_translations = 4;   // of one word
constexpr std::size_t most_words_of_key = 32;  // that meet over one English key; more means a word that says nothing
constexpr double trust = 0.9;                  // tables come from another kind of text

/// What a word stands for in English.
struct Reading {
    FeatureId word = 0;
    double degree = 0.0;
};
using ByEnglishKey = std::map<std::string, std::vector<Reading>>;

void meet_each_other(const std::vector<Reading>& readings, const std::vector<SeenWord>& words, std::size_t concepts,
                     std::vector<Bridge>& out) {
    for (std::size_t i = 0; i < readings.size(); ++i)
        for (std::size_t k = i + 1; k < readings.size(); ++k) {
            const Reading& x = readings[i];
            const Reading& y = readings[k];
            if (x.word != y.word && words[x.word - concepts].lang != words[y.word - concepts].lang)
                out.push_back({x.word, y.word, x.degree * y.degree});
        }
}

}  // namespace

std::vector<Bridge> WordBridge::connect(const std::vector<SeenWord>& words, std::size_t concepts) const {
    const Morphology& english = morphology_for("en");
    ByEnglishKey by_key;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const FeatureId id = static_cast<FeatureId>(concepts + i);
        if (words[i].lang == "en") {
            for (const std::string& key : english.keys_of_word(words[i].text)) by_key[key].push_back({id, 1.0});
            continue;
        }
        const auto table = m_tables.find(words[i].lang);
        if (table == m_tables.end()) continue;
        const std::vector<ProjectedUnit> units = table->second.project(words[i].text);
        for (const ProjectedUnit& unit : units)
            for (std::size_t t = 0; t < std::min(unit.translations.size(), most_translations); ++t) {
                const Translation& translation = unit.translations[t];
                if (translation.probability < least_probability) break;
                by_key[translation.english_key].push_back({id, trust * translation.probability / static_cast<double>(units.size())});
            }
    }
    std::vector<Bridge> out;
    for (const auto& [key, readings] : by_key) {
        if (const IndexedTerm* term = m_english.single({key}, key))
            for (const Reading& r : readings) out.push_back({r.word, term->concept_id.value, r.degree});
        if (readings.size() <= most_words_of_key) meet_each_other(readings, words, concepts, out);
    }
    std::sort(out.begin(), out.end(), [](const Bridge& x, const Bridge& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    return out;
}

}  // namespace kwalign::align
