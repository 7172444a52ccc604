#include "align/lexicon/image_builder.hpp"

#include "align/lexicon/hierarchy.hpp"
#include "align/text/morphology.hpp"
#include "model/error.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <cstring>
#include <future>
#include <map>
#include <set>
#include <unordered_map>

namespace kwalign::align {
namespace {

constexpr std::size_t most_bytes = 2'000'000'000;

struct BuiltTerm {
    ConceptId concept_id;
    char part_of_speech = 'n';
    std::string form;
    std::vector<std::vector<std::string>> words;  ///< keys of each word
};

/// Keys of a term's last word, which stands in its dictionary form. Imports seldom say whether it is a verb; then it may be either.
std::vector<std::string> last_word_keys(std::string_view word, char part_of_speech, const Morphology& morphology) {
    if (part_of_speech != '?') return morphology.keys_of_lemma(word, part_of_speech);
    std::vector<std::string> keys = morphology.keys_of_lemma(word, 'n');
    for (std::string& key : morphology.keys_of_lemma(word, 'v'))
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
    return keys;
}

std::vector<std::vector<std::string>> words_of(const std::string& folded, char part_of_speech, const Morphology& morphology) {
    const std::vector<model::Word> words = model::words(folded);
    std::vector<std::vector<std::string>> out;
    out.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = std::string_view(folded).substr(words[i].first, words[i].last - words[i].first);
        // Only the last word of a term stands in its dictionary form; the others may be inflected ("kvaliteedi tagamine").
        out.push_back(i + 1 == words.size() ? last_word_keys(word, part_of_speech, morphology) : morphology.keys_of_word(word));
    }
    return out;
}

/// One word in capitals, perhaps with digits: what people write the same in every language.
bool is_acronym(std::string_view term) {
    constexpr std::size_t longest = 6;
    return term.size() >= 2 && term.size() <= longest && term.front() >= 'A' && term.front() <= 'Z' &&
           std::all_of(term.begin(), term.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/// In Dutch and Estonian a sentence has the verb before its object, a dictionary after it: "orders verzamelen" and "rekening houden met", but
/// "verzamelt orders" and "houdt rekening met".
bool turns_round(const BuiltTerm& term, std::string_view lang) {
    if (term.part_of_speech != 'v') return false;
    const bool with_preposition = term.words.size() == 3 && lang == "nl" &&
                                  (term.form.ends_with(" met") || term.form.ends_with(" van") || term.form.ends_with(" op"));
    return with_preposition || (term.words.size() == 2 && (lang == "nl" || lang == "et"));
}

std::vector<BuiltTerm> terms_of(const std::vector<LexiconLine>& lines, const std::string& lang) {
    const Morphology& morphology = morphology_for(lang);
    std::vector<BuiltTerm> out;
    for (std::uint32_t c = 0; c < lines.size(); ++c) {
        const auto terms = lines[c].terms.find(lang);
        for (const std::string& term : terms == lines[c].terms.end() ? std::vector<std::string>{} : terms->second) {
            std::string folded = model::fold_case(term);
            std::vector<std::vector<std::string>> words = words_of(folded, lines[c].part_of_speech, morphology);
            if (words.empty()) continue;
            out.push_back({{c}, lines[c].part_of_speech, std::move(folded), std::move(words)});
            if (!turns_round(out.back(), lang)) continue;
            BuiltTerm turned = out.back();
            std::swap(turned.words[0], turned.words[1]);
            out.push_back(std::move(turned));
        }
        std::set<std::string> acronyms;  // of the concept, in whatever language
        for (const auto& [other, list] : lines[c].terms)
            for (const std::string& term : list)
                if (is_acronym(term)) acronyms.insert(model::fold_case(term));
        for (const std::string& acronym : acronyms)
            out.push_back({{c}, lines[c].part_of_speech, acronym, {{std::string(acronym_mark) + acronym}}});
    }
    return out;
}

/// The image's arrays while they grow.
class Builder {
public:
    explicit Builder(const std::vector<LexiconLine>& lines) : m_lines(lines) { m_pool.reserve(40 * lines.size()); }

    std::string run(const SourceDigest& sources) {
        add_concepts();
        // Most of the time goes into cutting words into keys, and the languages have nothing to do with each other.
        std::map<std::string, std::future<std::vector<BuiltTerm>>> built;
        for (const std::string& lang : languages())
            built.emplace(lang, std::async(std::launch::async, [this, lang] { return terms_of(m_lines, lang); }));
        for (auto& [lang, terms] : built) add_language(lang, terms.get());
        return bytes(sources);
    }

private:
    std::set<std::string> languages() const {
        std::set<std::string> tags;
        for (const LexiconLine& line : m_lines)
            for (const auto& [lang, terms] : line.terms) tags.insert(lang);
        return tags;
    }

    image::Text pooled(const std::string& text) {
        if (text.empty()) return {};
        if (const auto known = m_pool.find(text); known != m_pool.end()) return known->second;
        if (m_text.size() > most_bytes) throw model::Error(model::ErrorCode::limit_exceeded, "the lexicon", "has more than 2 GB of terms");
        const image::Text fresh{static_cast<std::uint32_t>(m_text.size()), static_cast<std::uint32_t>(text.size())};
        m_text += text;
        m_pool.emplace(text, fresh);
        return fresh;
    }
    image::Range pooled(const std::vector<std::string>& list) {
        const image::Range range{static_cast<std::uint32_t>(m_texts.size()), static_cast<std::uint32_t>(list.size())};
        for (const std::string& text : list) m_texts.push_back(pooled(text));
        return range;
    }

    std::vector<ConceptId> resolved(const std::vector<std::string>& ids) const {
        std::vector<ConceptId> out;
        for (const std::string& id : ids) {
            const auto it = std::lower_bound(m_lines.begin(), m_lines.end(), id,
                                             [](const LexiconLine& line, const std::string& wanted) { return line.id < wanted; });
            if (it != m_lines.end() && it->id == id) out.push_back({static_cast<std::uint32_t>(it - m_lines.begin())});
        }
        return out;
    }
    image::Range related(const std::vector<ConceptId>& ids) {
        const image::Range range{static_cast<std::uint32_t>(m_relations.size()), static_cast<std::uint32_t>(ids.size())};
        m_relations.insert(m_relations.end(), ids.begin(), ids.end());
        return range;
    }

    void add_concepts() {
        std::vector<Relations> relations;
        for (const LexiconLine& line : m_lines) relations.push_back({resolved(line.broader), resolved(line.related)});
        const std::vector<std::vector<Neighbour>> near = neighbours_in(relations);
        for (std::size_t c = 0; c < m_lines.size(); ++c) {
            const image::Range neighbours{static_cast<std::uint32_t>(m_neighbours.size()), static_cast<std::uint32_t>(near[c].size())};
            m_neighbours.insert(m_neighbours.end(), near[c].begin(), near[c].end());
            m_concepts.push_back({pooled(m_lines[c].id), pooled(m_lines[c].domain), related(relations[c].broader),
                                  related(relations[c].related), neighbours, static_cast<std::uint32_t>(m_lines[c].part_of_speech)});
        }
    }

    void add_language(const std::string& lang, const std::vector<BuiltTerm>& terms) {
        image::LanguageRecord language{pooled(lang), static_cast<std::uint32_t>(m_term_lists.size()), {}};
        for (const LexiconLine& line : m_lines) {
            const auto list = line.terms.find(lang);
            m_term_lists.push_back(list == line.terms.end() ? image::Range{} : pooled(list->second));
        }
        std::map<std::string, std::vector<std::uint32_t>> by_first;
        for (const BuiltTerm& term : terms) {
            const std::uint32_t number = static_cast<std::uint32_t>(m_terms.size());
            const image::Range words{static_cast<std::uint32_t>(m_words.size()), static_cast<std::uint32_t>(term.words.size())};
            for (const std::vector<std::string>& keys : term.words) m_words.push_back(pooled(keys));
            m_terms.push_back({term.concept_id, pooled(term.form), words, static_cast<std::uint32_t>(term.part_of_speech)});
            for (const std::string& key : term.words.front()) by_first[key].push_back(number);
        }
        language.slots = add_slots(by_first);
        m_languages.push_back(language);
    }

    image::Range add_slots(std::map<std::string, std::vector<std::uint32_t>>& by_first) {
        std::uint32_t size = 8;
        while (size < 2 * by_first.size() + 1) size *= 2;
        std::vector<image::SlotRecord> table(size);
        const auto longer = [this](std::uint32_t a, std::uint32_t b) { return m_terms[a].words.count > m_terms[b].words.count; };
        for (auto& [key, terms] : by_first) {
            if (key.empty()) continue;
            std::stable_sort(terms.begin(), terms.end(), longer);
            std::uint32_t at = image::hash(key) & (size - 1);
            while (table[at].key.length != 0) at = (at + 1) & (size - 1);
            table[at] = {pooled(key), {static_cast<std::uint32_t>(m_postings.size()), static_cast<std::uint32_t>(terms.size())}};
            m_postings.insert(m_postings.end(), terms.begin(), terms.end());
        }
        const image::Range range{static_cast<std::uint32_t>(m_slots.size()), size};
        m_slots.insert(m_slots.end(), table.begin(), table.end());
        return range;
    }

    template <class Records>
    void append(std::string& out, image::Header& header, image::Section section, const Records& records) const {
        out.resize((out.size() + 7) / 8 * 8, '\0');
        header.places[section] = {out.size(), records.size()};
        out.append(reinterpret_cast<const char*>(records.data()), records.size() * sizeof(records[0]));
    }

    std::string bytes(const SourceDigest& sources) const {
        image::Header header;
        header.sources = sources;
        std::string out(sizeof header, '\0');
        append(out, header, image::text, m_text);
        append(out, header, image::concepts, m_concepts);
        append(out, header, image::relations, m_relations);
        append(out, header, image::neighbours, m_neighbours);
        append(out, header, image::languages, m_languages);
        append(out, header, image::term_lists, m_term_lists);
        append(out, header, image::texts, m_texts);
        append(out, header, image::slots, m_slots);
        append(out, header, image::postings, m_postings);
        append(out, header, image::terms, m_terms);
        append(out, header, image::words, m_words);
        header.bytes = out.size();
        std::memcpy(out.data(), &header, sizeof header);
        return out;
    }

    const std::vector<LexiconLine>& m_lines;
    std::unordered_map<std::string, image::Text> m_pool;
    std::string m_text;
    std::vector<image::ConceptRecord> m_concepts;
    std::vector<ConceptId> m_relations;
    std::vector<Neighbour> m_neighbours;
    std::vector<image::LanguageRecord> m_languages;
    std::vector<image::Range> m_term_lists;
    std::vector<image::Text> m_texts;
    std::vector<image::SlotRecord> m_slots;
    std::vector<std::uint32_t> m_postings;
    std::vector<image::TermRecord> m_terms;
    std::vector<image::Range> m_words;
};

}  // namespace

std::string image_bytes(const std::vector<LexiconLine>& lines, const SourceDigest& sources) { return Builder(lines).run(sources); }

}  // namespace kwalign::align
