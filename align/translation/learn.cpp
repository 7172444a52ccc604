#include "align/translation/learn.hpp"

#include "align/text/morphology.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>

namespace kwalign::align {
namespace {

constexpr std::size_t readings_rounds = 2;

/// Letters of any script and apostrophes: names of functions ("t.inv", "__init__") and numbers say nothing about a language.
bool is_plain_word(std::string_view word) {
    return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
           });
}

std::vector<std::string> words_of(std::string_view text) {
    const std::string folded = model::fold_case(text);
    std::vector<std::string> out;
    for (const model::Word& word : model::words(folded)) {
        std::string form = folded.substr(word.first, word.last - word.first);
        if (!word.number && is_plain_word(form)) out.push_back(std::move(form));
    }
    return out;
}

struct WordPair {
    std::vector<std::string> foreign;
    std::vector<std::string> english;
};

std::vector<WordPair> word_pairs(const std::vector<ParallelSegment>& segments, std::size_t max_words) {
    std::set<std::pair<std::vector<std::string>, std::vector<std::string>>> seen;
    std::vector<WordPair> out;
    for (const ParallelSegment& segment : segments) {
        WordPair pair{words_of(segment.foreign), words_of(segment.english)};
        if (pair.foreign.empty() || pair.english.empty() || pair.foreign.size() > max_words || pair.english.size() > max_words) continue;
        if (pair.foreign == pair.english || !seen.emplace(pair.foreign, pair.english).second) continue;
        out.push_back(std::move(pair));
    }
    return out;
}

/// Every word form of one side, and what it counts as.
class Forms {
public:
    explicit Forms(const Morphology& morphology) : m_morphology(morphology) {}

    void count(const std::vector<std::string>& words) {
        for (const std::string& word : words) ++m_forms[word];
    }

    /// Settles readings, then compounds. Counts of all readings come first; then only those of the readings that were chosen, so that a
    /// key which no form prefers does not draw others.
    void settle() {
        std::map<std::string, std::vector<std::string>, std::less<>> keys;
        for (const auto& [form, n] : m_forms) {
            keys[form] = m_morphology.keys_of_word(form);
            for (const std::string& key : keys[form]) m_counts[key] += n;
        }
        const CountOfKey count_of = [this](std::string_view key) { return count_of_key(key); };
        for (std::size_t round = 0; round < readings_rounds; ++round) {
            std::unordered_map<std::string, std::uint32_t> chosen;
            for (const auto& [form, n] : m_forms) chosen[commonest_key(keys[form], count_of).key] += n;
            m_counts = std::move(chosen);
        }
        for (const auto& [form, n] : m_forms)
            for (WordUnit& unit : units_of_word(form, m_morphology, count_of)) m_units[form].push_back(number_of(std::move(unit.key)));
    }

    std::vector<std::uint32_t> units(const std::vector<std::string>& words) const {
        std::vector<std::uint32_t> out;
        for (const std::string& word : words) {
            const std::vector<std::uint32_t>& units = m_units.at(word);
            out.insert(out.end(), units.begin(), units.end());
        }
        return out;
    }
    /// Keys of the function words that were seen.
    std::vector<bool> marked(const std::set<std::string>& function_words, const std::string& lang) const {
        std::vector<bool> out(m_names.size(), false);
        for (const auto& [form, units] : m_units)
            if (function_words.contains(lang + '\t' + form))
                for (const std::uint32_t unit : units) out[unit] = true;
        return out;
    }
    std::uint32_t count_of_key(std::string_view key) const {
        const auto it = m_counts.find(std::string(key));
        return it == m_counts.end() ? 0 : it->second;
    }
    const std::vector<std::string>& names() const noexcept { return m_names; }

private:
    std::uint32_t number_of(std::string key) {
        const auto [it, added] = m_numbers.emplace(std::move(key), static_cast<std::uint32_t>(m_names.size()));
        if (added) m_names.push_back(it->first);
        return it->second;
    }

    const Morphology& m_morphology;
    std::map<std::string, std::uint32_t> m_forms;  // ordered: numbers must not depend on hashing
    std::unordered_map<std::string, std::uint32_t> m_counts;
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> m_units;
    std::unordered_map<std::string, std::uint32_t> m_numbers;
    std::vector<std::string> m_names;
};

std::vector<TableEntry> entries_of(const std::vector<KeyPair>& pairs, const Forms& foreign, const Forms& english,
                                   const LearnOptions& options) {
    const std::vector<bool> no_source = foreign.marked(options.function_words, options.lang);
    const std::vector<bool> no_target = english.marked(options.function_words, "en");
    std::map<std::string, TableEntry> entries;
    for (const KeyPair& pair : pairs) {
        if (no_source[pair.foreign] || no_target[pair.english]) continue;
        const std::string& key = foreign.names()[pair.foreign];
        TableEntry& entry = entries[key];
        entry.key = key;
        entry.count = std::max<std::uint32_t>(1, foreign.count_of_key(key));
        entry.translations.push_back({english.names()[pair.english], pair.probability});
    }
    std::vector<TableEntry> out;
    for (auto& [key, entry] : entries) {
        std::sort(entry.translations.begin(), entry.translations.end(), [](const Translation& a, const Translation& b) {
            return a.probability != b.probability ? a.probability > b.probability : a.english_key < b.english_key;
        });
        if (entry.translations.size() > options.max_translations) entry.translations.resize(options.max_translations);
        out.push_back(std::move(entry));
    }
    return out;
}

}  // namespace

LearnedTable learn_tables(const std::vector<ParallelSegment>& segments, const LearnOptions& options) {
    const std::vector<WordPair> pairs = word_pairs(segments, options.max_words);
    Forms foreign(morphology_for(options.lang));
    Forms english(morphology_for("en"));
    LearnedTable table;
    table.segments = pairs.size();
    for (const WordPair& pair : pairs) {
        foreign.count(pair.foreign);
        english.count(pair.english);
        table.words += pair.foreign.size();
    }
    foreign.settle();
    english.settle();
    std::vector<NumberedPair> numbered;
    numbered.reserve(pairs.size());
    for (const WordPair& pair : pairs) numbered.push_back({foreign.units(pair.foreign), english.units(pair.english)});
    table.entries =
        entries_of(align_keys(numbered, foreign.names().size(), english.names().size(), options.model), foreign, english, options);
    return table;
}

LearnedTable learn_tables(const std::vector<std::filesystem::path>& files, const LearnOptions& options) {
    std::vector<ParallelSegment> segments;
    for (const std::filesystem::path& file : files) {
        std::vector<ParallelSegment> more = read_parallel(file, options.lang);
        segments.insert(segments.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return learn_tables(segments, options);
}

}  // namespace kwalign::align
