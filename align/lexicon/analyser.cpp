#include "align/lexicon/analyser.hpp"

#include "align/lexicon/tokenize.hpp"
#include "align/text/compound.hpp"
#include "align/text/morphology.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>

namespace kwalign::align {
namespace {

constexpr double inner_term_weight = 0.5;     // "incident" inside "incident management"
constexpr double compound_part_weight = 0.8;  // parts of a compound, together more than one word
constexpr double dictionary_form_weight = 0.9;
constexpr std::size_t min_word_letters = 3;
constexpr std::size_t min_dictionary_letters = 4;
constexpr std::size_t particle_window = 14;  // words between a Dutch verb and its particle
constexpr std::size_t min_compound_letters = 7;
constexpr double negated_weight = 0.5;
constexpr std::size_t negation_window = 4;  // words that a negation reaches

/// A short part must look like its term: endings leave so little of "kalt" (from "kala") that it may be anything.
bool may_be_part(std::string_view part, std::string_view form) {
    constexpr std::size_t short_part = 4;  // letters
    const std::size_t letters = model::count_code_points(part);
    return letters > short_part || part == form || (letters == short_part && (form.starts_with(part) || part.starts_with(form)));
}

/// One text's walk. Splits nothing that the lexicon knows whole.
class Walk {
public:
    Walk(const TermIndex& index, const Morphology& morphology, const model::Spellers* dictionaries, Analysis& analysis)
        : m_index(index), m_morphology(morphology), m_dictionaries(dictionaries), m_analysis(analysis) {}

    void run() {
        join_particles();
        for (std::size_t i = 0; i < tokens().size();) i += step(i);
        for (Mention& mention : m_analysis.mentions)
            if (is_negated(mention.token)) {
                mention.negated = true;
                mention.weight *= negated_weight;
            }
    }

private:
    std::vector<Token>& tokens() { return m_analysis.tokens; }

    /// A negation reaches as far as its clause, but not far.
    bool is_negated(std::size_t token) {
        for (std::size_t back = 1; back <= std::min(token, negation_window); ++back) {
            const Token& before = tokens()[token - back];
            if (before.ends_clause) return false;
            if (before.negation) return true;
        }
        // Dutch main clauses deny after the verb and often after the object: "verkoopt geen drank", "lost meldingen niet op".
        for (std::size_t on = token; on < std::min(tokens().size(), token + negation_window); ++on) {
            if (tokens()[on].text == "niet" || tokens()[on].text == "geen") return true;
            if (tokens()[on].ends_clause) return false;
        }
        return false;
    }

    /// A particle stands at the end of its clause or before what only follows a whole verb: "lost storingen op bij de klant". Before anything
    /// else it is a preposition: "werkt op locatie".
    bool may_be_particle(std::size_t j) {
        static constexpr std::array<std::string_view, 22> after_verb{
            "aan",   "bij",     "binnen", "conform", "door",   "in",  "met",     "na",   "naar", "op",     "per",
            "samen", "tijdens", "tot",    "tussen",  "vanuit", "via", "volgens", "voor", "van",  "zonder", "zelfstandig"};
        if (tokens()[j].ends_clause) return true;
        return j + 1 < tokens().size() && std::find(after_verb.begin(), after_verb.end(), tokens()[j + 1].text) != after_verb.end();
    }

    /// "lost meldingen op": the particle at the clause's end joins its verb if the lexicon has the joined verb.
    void join_particles() {
        const std::vector<std::string>& particles = m_morphology.verb_particles();
        m_joined.assign(tokens().size(), nullptr);
        m_spent.assign(tokens().size(), false);
        for (std::size_t j = 1; j < tokens().size(); ++j) {
            if (std::find(particles.begin(), particles.end(), tokens()[j].text) == particles.end() || !may_be_particle(j)) continue;
            for (std::size_t back = 1; back <= std::min(j, particle_window); ++back) {
                const std::size_t i = j - back;
                const IndexedTerm* verb = joined_verb(tokens()[j].text, tokens()[i]);
                if (verb == nullptr || m_joined[i] != nullptr) continue;
                m_joined[i] = verb;
                m_spent[j] = true;
                break;
            }
        }
    }

    const IndexedTerm* joined_verb(const std::string& particle, const Token& token) const {
        if (token.text.size() < min_word_letters) return nullptr;
        std::vector<std::string> keys = token.keys;
        for (std::string& key : keys) key.insert(key.starts_with("v:") ? 2 : 0, particle);
        return m_index.best(keys, particle + token.text,
                            [](const IndexedTerm& t) { return TermIndex::length(t) == 1 && t.part_of_speech == 'v'; });
    }

    /// Handles what starts at token i; returns how many tokens it took.
    std::size_t step(std::size_t i) {
        if (m_spent[i]) return 1;
        if (m_joined[i] != nullptr) {
            add_concept(*m_joined[i], i, 1, Found::separable_verb, 1.0);
            return 1;
        }
        if (const std::size_t length = numbered_standard(i)) return length;
        if (const IndexedTerm* term = longest_term(i)) {
            const std::size_t length = TermIndex::length(*term);
            add_concept(*term, i, length, Found::term, 1.0);
            if (length > 1) add_inner(i, length, term->concept_id);
            return length;
        }
        if (tokens()[i].function_word) return 1;
        if (add_compound(i)) return 1;
        if (const IndexedTerm* term = by_dictionary(tokens()[i]))
            add_concept(*term, i, 1, Found::dictionary_form, dictionary_form_weight);
        else
            add_word(tokens()[i].text, tokens()[i].keys.front(), i, 1.0, tokens()[i].number);
        return 1;
    }

    /// "ISO 27001", "ISO/IEC 27001": the number is what matters, and another number is another standard. Returns how many tokens it took.
    std::size_t numbered_standard(std::size_t i) {
        static constexpr std::array<std::string_view, 6> bodies{"iso", "iec", "nen", "evs", "din", "cen"};
        const auto is_body = [&](std::size_t at) {
            return at < tokens().size() && std::find(bodies.begin(), bodies.end(), tokens()[at].text) != bodies.end();
        };
        if (!is_body(i)) return 0;
        std::size_t at = i + 1;
        while (is_body(at)) ++at;
        if (at >= tokens().size() || !tokens()[at].number) return 0;
        if (const IndexedTerm* term = m_index.single(tokens()[i].keys, tokens()[i].text))
            add_concept(*term, i, 1, Found::inner_term, inner_term_weight);
        add_word(tokens()[i].text + ' ' + tokens()[at].text, "iso" + tokens()[at].text, i, 1.0, true);
        return at + 1 - i;
    }

    const IndexedTerm* longest_term(std::size_t i) const {
        const Token& token = m_analysis.tokens[i];
        return m_index.best(token.keys, token.text, [&](const IndexedTerm& term) {
            return (!token.function_word || TermIndex::length(term) > 1) && matches(term, i);
        });
    }

    bool matches(const IndexedTerm& term, std::size_t i) const {
        if (i + TermIndex::length(term) > m_analysis.tokens.size()) return false;
        for (std::size_t k = 1; k < TermIndex::length(term); ++k)
            if (m_analysis.tokens[i + k - 1].before_mark || !m_index.has_key(term, k, m_analysis.tokens[i + k].keys)) return false;
        return true;
    }

    void add_inner(std::size_t i, std::size_t length, ConceptId outer) {
        for (std::size_t k = i; k < i + length; ++k)
            if (const IndexedTerm* term = tokens()[k].function_word ? nullptr : m_index.single(tokens()[k].keys, tokens()[k].text);
                term != nullptr && term->concept_id != outer)
                add_concept(*term, k, 1, Found::inner_term, inner_term_weight);
    }

    bool add_compound(std::size_t i) {
        const Token& token = tokens()[i];
        if (token.number || token.text.size() < min_compound_letters) return false;
        const KnowsPart knows = [&](const std::vector<std::string>& keys, std::string_view part) {
            const IndexedTerm* term = m_index.single(keys, part);
            return term != nullptr && may_be_part(part, m_index.form(*term));
        };
        const std::vector<CompoundPart> parts = split_compound(token.text, m_morphology, knows);
        for (const CompoundPart& part : parts) {
            const std::string text = token.text.substr(part.first, part.last - part.first);
            const std::vector<std::string> keys = m_morphology.keys_of_word(text);
            const IndexedTerm* term = m_index.single(keys, text);
            if (term != nullptr)
                add_concept(*term, i, 1, Found::compound_part, compound_part_weight, text);
            else
                add_word(text, keys.front(), i, inner_term_weight, false);
        }
        return !parts.empty();
    }

    /// The one term that a word's dictionary stems lead to: irregular forms ("grootste", "tähtajad"). Stems of different terms say nothing.
    const IndexedTerm* by_dictionary(const Token& token) const {
        if (m_dictionaries == nullptr || token.number || model::count_code_points(token.text) < min_dictionary_letters) return nullptr;
        const model::Speller* dictionary = m_dictionaries->find(m_analysis.lang);
        if (dictionary == nullptr) return nullptr;
        const IndexedTerm* found = nullptr;
        for (const std::string& stem : dictionary->stems(token.text)) {
            if (stem == token.text) continue;
            const IndexedTerm* term = m_index.single(m_morphology.keys_of_word(stem), stem);
            if (term == nullptr) continue;
            if (found != nullptr && found->concept_id != term->concept_id) return nullptr;
            found = term;
        }
        return found;
    }

    void add_concept(const IndexedTerm& term, std::size_t i, std::size_t length, Found found, double weight, std::string text = {}) {
        if (text.empty())
            for (std::size_t k = i; k < i + length; ++k) text += (k == i ? "" : " ") + tokens()[k].text;
        m_analysis.mentions.push_back({true, term.concept_id, {}, std::move(text), found, weight, i, length, false});
    }

    void add_word(const std::string& text, const std::string& key, std::size_t i, double weight, bool number) {
        if (!number && model::count_code_points(text) < min_word_letters) return;
        m_analysis.mentions.push_back(
            {false,
             {},
             number ? key : cognate_key(key.starts_with("v:") ? std::string_view(key).substr(2) : std::string_view(key)),
             text,
             Found::word,
             weight,
             i,
             1,
             false});
    }

    const TermIndex& m_index;
    const Morphology& m_morphology;
    const model::Spellers* m_dictionaries;
    Analysis& m_analysis;
    std::vector<const IndexedTerm*> m_joined;
    std::vector<bool> m_spent;
};

}  // namespace

std::string_view to_string(Found found) noexcept {
    switch (found) {
        case Found::term: return "term";
        case Found::inner_term: return "inner term";
        case Found::compound_part: return "compound part";
        case Found::separable_verb: return "separable verb";
        case Found::dictionary_form: return "dictionary form";
        case Found::word: return "word";
    }
    return "word";
}

Analyser::Analyser(const Lexicon& lexicon, const std::set<std::string>& function_words, const model::Spellers* dictionaries)
    : m_lexicon(lexicon), m_function_words(function_words), m_dictionaries(dictionaries) {
    const LexiconImage& image = lexicon.image();
    for (const image::LanguageRecord& language : image.languages()) m_indexes.emplace(image.text(language.tag), TermIndex(image, language));
}

const TermIndex& Analyser::terms(std::string_view lang) const {
    const auto found = m_indexes.find(lang);
    return found != m_indexes.end() ? found->second : m_none;
}

Analysis Analyser::analyse(std::string_view text, std::string_view lang) const {
    const std::string_view primary = lang.substr(0, lang.find('-'));
    const TermIndex& index = terms(primary);
    const Morphology& morphology = morphology_for(primary);
    Analysis analysis;
    analysis.lang = std::string(primary);
    const std::string folded = model::fold_case(text);
    analysis.tokens = tokenize(text, folded, analysis.lang, morphology, m_function_words);
    Walk(index, morphology, m_dictionaries, analysis).run();
    return analysis;
}

}  // namespace kwalign::align
