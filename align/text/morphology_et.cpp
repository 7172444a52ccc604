#include "align/text/morphology_rules.hpp"

#include <algorithm>
#include <array>

namespace kwalign::align {
namespace {

// Estonian has no Snowball stemmer. The rules here strip case, number and verb endings and level consonant gradation, after the
// description of inflection types in M. Erelt et al., "Eesti keele käsiraamat" (morphology), reduced to what comparing needs:
// two forms of one word must share a key, and different words should seldom do.

// Endings, longest first within a group. A running word is tried with each; the stem must keep three letters.
constexpr std::array<std::string_view, 50> noun_endings{"desse", "tesse", "dele", "tele", "delt", "telt", "dest", "test", "dega", "tega",
                                                        "deks",  "teks",  "deni", "teni", "dena", "tena", "deta", "teta", "isse", "iteks",
                                                        "itele", "sse",   "des",  "tes",  "del",  "tel",  "ide",  "ite",  "iks",  "ile",
                                                        "ilt",   "ist",   "id",   "de",   "te",   "st",   "le",   "lt",   "ks",   "ni",
                                                        "na",    "ta",    "ga",   "is",   "il",   "s",    "l",    "d",    "t",    "ses"};
constexpr std::array<std::string_view, 25> verb_endings{"takse", "dakse", "tavad", "nud", "tud", "dud", "vad", "des", "tes",
                                                        "mata",  "mast",  "maks",  "mas", "ma",  "da",  "ta",  "vat", "vate",
                                                        "tav",   "dav",   "va",    "b",   "v",   "n",   "ti"};
constexpr std::array<std::string_view, 3> action_nouns{"mine", "mise", "mis"};

bool is_vowel_end(std::string_view word) {
    if (word.empty()) return false;
    const char c = word.back();
    if (c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u') return true;
    return word.ends_with("õ") || word.ends_with("ä") || word.ends_with("ö") || word.ends_with("ü");
}

std::size_t letters(std::string_view word) {
    return static_cast<std::size_t>(
        std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Gradation and spelling of stops level out: b/p/pp, d/t/tt, g/k/kk, and nn/nd, ll/ld, rr/rd, mm/mb at the end. The first letter never
/// changes ("tass" and "dast" have nothing in common).
std::string level_gradation(std::string_view stem) {
    std::string out;
    for (const char c : stem) {
        const char hard = c == 'b' ? 'p' : c == 'd' ? 't' : c == 'g' ? 'k' : c;
        if (out.empty()) {
            out += c;
            continue;
        }
        const bool doubled_stop = out.back() == hard && (hard == 'p' || hard == 't' || hard == 'k' || hard == 's');
        if (!doubled_stop) out += hard;
    }
    constexpr std::array<std::string_view, 8> weak{"nn", "nt", "ll", "lt", "rr", "rt", "mm", "mp"};
    for (const std::string_view cluster : weak)
        if (out.size() >= 4 && out.ends_with(cluster)) {
            out.pop_back();
            break;
        }
    return out;
}

/// The stem without its final vowel, levelled: what the forms of one word have in common.
std::string key_of_stem(std::string_view stem) {
    std::string_view s = stem;
    if (letters(s) > 3 && is_vowel_end(s)) s.remove_suffix(static_cast<unsigned char>(s.back()) >= 0x80 ? 2 : 1);
    return level_gradation(s);
}

/// Nominatives whose other cases stand on another stem: -ne (genitive -se), -e (genitive -me).
void add_nominative_keys(std::vector<std::string>& keys, std::string_view word) {
    add_key(keys, key_of_stem(word));
    if (letters(word) > 4 && word.ends_with("ne")) add_key(keys, level_gradation(std::string(word.substr(0, word.size() - 2)) + "s"));
}

/// "lahendamise" -> "lahenda", "lahendamine" -> "lahenda"; empty where the word is no action noun.
std::string_view action_stem(std::string_view word) {
    for (const std::string_view ending : action_nouns)
        if (word.ends_with(ending) && letters(word) > ending.size() + 2) return word.substr(0, word.size() - ending.size());
    return {};
}

/// "kaabel" : "kaabli", "number" : "numbri": the short vowel before a final l, r, n or m goes where a case vowel follows. Empty for other words.
std::string without_inner_vowel(std::string_view lemma) {
    const std::size_t n = lemma.size();
    if (n < 5 || std::string_view("lrnm").find(lemma[n - 1]) == std::string_view::npos) return {};
    if (std::string_view("aeiu").find(lemma[n - 2]) == std::string_view::npos || is_vowel_end(lemma.substr(0, n - 2))) return {};
    return std::string(lemma.substr(0, n - 2)) + lemma[n - 1];
}

/// Stems of the weak grade that level_gradation() does not reach: "juht" : "juhi", "käsk" : "käsu", "hoolikas" : "hoolika".
void add_weak_grade_keys(std::vector<std::string>& keys, std::string_view lemma) {
    if (letters(lemma) < 4) return;
    if (const std::string stem = without_inner_vowel(lemma); !stem.empty()) add_key(keys, key_of_stem(stem));
    if (lemma.ends_with("ht") || lemma.ends_with("sk") || lemma.ends_with("lg"))
        add_key(keys, level_gradation(lemma.substr(0, lemma.size() - 1)));
    if (letters(lemma) > 4 && (lemma.ends_with("as") || lemma.ends_with("lis")))
        add_key(keys, key_of_stem(lemma.substr(0, lemma.size() - 1)));
}

std::string verb_key(std::string_view stem) { return std::string(verb_mark) + key_of_stem(stem); }

class Estonian final : public Morphology {
public:
    std::vector<std::string> keys_of_word(std::string_view word) const override {
        std::vector<std::string> keys;
        const auto consider = [&](std::string_view stem) {
            const std::string_view action = action_stem(stem);
            if (!action.empty()) add_key(keys, verb_key(action));
            add_nominative_keys(keys, stem);
        };
        consider(word);
        for (const std::string_view ending : verb_endings)
            if (word.ends_with(ending) && letters(word) >= letters(ending) + 3)
                add_key(keys, verb_key(word.substr(0, word.size() - ending.size())));
        for (const std::string_view ending : noun_endings)
            if (word.ends_with(ending) && letters(word) >= letters(ending) + 3) consider(word.substr(0, word.size() - ending.size()));
        return keys;
    }
    std::vector<std::string> keys_of_lemma(std::string_view lemma, char part_of_speech) const override {
        const std::string_view action = action_stem(lemma);
        if (!action.empty()) return {verb_key(action)};
        if (part_of_speech == 'v' && lemma.ends_with("ma") && letters(lemma) > 4) {
            const std::string_view stem = lemma.substr(0, lemma.size() - 2);
            std::vector<std::string> keys{verb_key(stem)};
            if (letters(stem) > 3 && stem.ends_with('d') && is_vowel_end(stem.substr(0, stem.size() - 1)))  // "hoidma" : "hoiab"
                add_key(keys, verb_key(stem.substr(0, stem.size() - 1)));
            return keys;
        }
        std::vector<std::string> keys;
        add_nominative_keys(keys, lemma);
        add_weak_grade_keys(keys, lemma);
        if (letters(lemma) > 3 && lemma.ends_with('e')) {  // seade : seadme, tase : taseme
            add_key(keys, level_gradation(std::string(lemma.substr(0, lemma.size() - 1)) + "m"));
            add_key(keys, level_gradation(std::string(lemma) + "m"));
        }
        if (letters(lemma) > 4 && lemma.ends_with("ed")) add_key(keys, key_of_stem(lemma.substr(0, lemma.size() - 1)));
        return keys;
    }
    const std::vector<std::string>& compound_links() const override { return m_links; }
    bool has_compounds() const override { return true; }
    const std::vector<std::string>& verb_particles() const override { return m_none; }

private:
    std::vector<std::string> m_links;
    std::vector<std::string> m_none;
};

}  // namespace

const Morphology& estonian_morphology() {
    static const Estonian rules;
    return rules;
}

}  // namespace kwalign::align
