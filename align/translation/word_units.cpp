#include "align/translation/word_units.hpp"

#include "align/text/compound.hpp"

#include <algorithm>
#include <cmath>

namespace kwalign::align {
namespace {

constexpr std::size_t min_compound_bytes = 7;
constexpr std::uint32_t enough_to_be_a_part = 5;  // rarer keys are often cut-off words or names
constexpr std::uint32_t enough_if_short = 50;     // three letters turn up in any word by chance
constexpr std::size_t short_key_bytes = 3;

bool is_short(std::string_view key) { return key.size() <= short_key_bytes + (key.starts_with("v:") ? 2 : 0); }

bool can_be_a_part(std::string_view key, const CountOfKey& count) {
    return count(key) >= (is_short(key) ? enough_if_short : enough_to_be_a_part);
}

}  // namespace

WordUnit commonest_key(const std::vector<std::string>& keys, const CountOfKey& count) {
    const std::string* best = &keys.front();
    std::uint32_t most = count(*best);
    for (const std::string& key : keys) {
        const std::uint32_t n = count(key);
        if (n <= most) continue;
        most = n;
        best = &key;
    }
    return {*best, most > 0};
}

std::vector<WordUnit> units_of_word(std::string_view word, const Morphology& morphology, const CountOfKey& count) {
    const WordUnit whole = commonest_key(morphology.keys_of_word(word), count);
    if (!morphology.has_compounds() || word.size() < min_compound_bytes) return {whole};
    const KnowsPart knows = [&](const std::vector<std::string>& keys, std::string_view) {
        return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return can_be_a_part(key, count); });
    };
    const std::vector<CompoundPart> parts = split_compound(word, morphology, knows);
    if (parts.empty()) return {whole};
    std::vector<WordUnit> units;
    double log_sum = 0.0;
    bool all_known = true;
    bool all_long = true;  // "kasutaja", seen whole, is not "kas" and "aja"
    for (const CompoundPart& part : parts) {
        units.push_back(commonest_key(morphology.keys_of_word(word.substr(part.first, part.last - part.first)), count));
        all_known = all_known && part.known;
        all_long = all_long && !is_short(units.back().key);
        log_sum += std::log(std::max<double>(1.0, count(units.back().key)));
    }
    if (!whole.known) return units;
    const double mean = std::exp(log_sum / static_cast<double>(units.size()));
    return all_known && all_long && mean > static_cast<double>(count(whole.key)) ? units : std::vector<WordUnit>{whole};
}

}  // namespace kwalign::align
