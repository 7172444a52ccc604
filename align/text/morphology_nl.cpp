#include "align/text/morphology_rules.hpp"

#include "align/text/snowball.hpp"
#include "model/text/unicode.hpp"

namespace kwalign::align {
namespace {

constexpr std::string_view separable[] = {"aan",   "achter", "af",    "bij",  "binnen", "door", "in",      "klaar",  "mee",
                                          "na",    "om",     "onder", "op",   "open",   "over", "samen",   "schoon", "tegen",
                                          "terug", "toe",    "uit",   "vast", "vol",    "voor", "vooruit", "weg",    "weer"};

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

/// Spelling rules let v and z end no syllable: "geven", "geeft"; "buis", "buizen".
void harden_end(std::string& stem) {
    if (stem.ends_with('v')) stem.back() = 'f';
    if (stem.ends_with('z')) stem.back() = 's';
}

/// Snowball's Dutch stemmer for nouns and adjectives; it undoubles only k, d and t ("plannen" -> "plann") and leaves a long vowel after
/// another one ("materiaal", but "materialen" -> "material").
std::string noun_stem(std::string_view word) {
    std::string out = snowball_stem(word, "dutch");
    const std::size_t n = out.size();
    if (n > 3 && out[n - 1] == out[n - 2] && !is_vowel(out[n - 1])) {
        out.pop_back();
    } else if (n > 4 && !is_vowel(out[n - 1]) && is_vowel(out[n - 2]) && out[n - 2] == out[n - 3]) {
        out.erase(n - 2, 1);
    }
    harden_end(out);
    return out;
}

/// Key of an infinitive: "beheren" -> "beher", "stellen" -> "stell".
std::string infinitive_key(std::string_view infinitive) {
    std::string stem(infinitive.substr(0, infinitive.size() - 2));
    harden_end(stem);
    return std::string(verb_mark) + stem;
}

/// Keys of the infinitive behind a finite stem, most likely first: "beheer" -> "beher"; "stel" -> "stell" (a short vowel doubles what
/// follows), and "stel" itself, as in "handel".
void add_finite_keys(std::vector<std::string>& keys, std::string stem) {
    harden_end(stem);
    const std::size_t n = stem.size();
    if (n < 3) return;
    const std::string mark(verb_mark);
    if (!is_vowel(stem[n - 1]) && is_vowel(stem[n - 2])) {
        if (n >= 4 && stem[n - 3] == stem[n - 2]) {  // "beheer": a long vowel is written once in an open syllable
            add_key(keys, mark + stem.substr(0, n - 2) + stem[n - 1]);
            return;
        }
        const bool diphthong = n >= 4 && is_vowel(stem[n - 3]);
        if (!diphthong) add_key(keys, mark + stem + stem[n - 1]);
    }
    add_key(keys, mark + stem);
}

/// "geregistreerd" -> "registreer", "afgehandeld" -> "afhandel"; empty where the word is no such participle.
std::string participle_stem(std::string_view word) {
    if (word.size() < 6 || !(word.ends_with('d') || word.ends_with('t'))) return {};
    const std::string_view body = word.substr(0, word.size() - 1);
    if (body.starts_with("ge") && body.size() > 4) return std::string(body.substr(2));
    for (const std::string_view prefix : separable)
        if (body.size() > prefix.size() + 4 && body.starts_with(prefix) && body.substr(prefix.size()).starts_with("ge"))
            return std::string(prefix) + std::string(body.substr(prefix.size() + 2));
    return {};
}

/// Inflected participles end in -de, -te ("geregistreerde").
std::string_view without_e(std::string_view word) {
    if (word.size() > 6 && (word.ends_with("de") || word.ends_with("te"))) return word.substr(0, word.size() - 1);
    return word;
}

std::string plain_letters(std::string_view word) {
    std::string plain = model::strip_marks(word);
    if (const std::size_t at = plain.find("\u2019"); at != std::string::npos) plain.replace(at, 3, "'");
    return plain;
}

void add_noun_keys(std::vector<std::string>& keys, std::string_view plain) {
    add_key(keys, noun_stem(plain));
    // Plurals on a vowel ("devices", "instructies", "camera's") keep their s in Snowball's rules.
    if (plain.size() > 4 && plain.ends_with('s')) {
        const std::string_view singular = plain.substr(0, plain.size() - (plain.ends_with("'s") ? 2 : 1));
        const bool infinitive = singular.ends_with("en") && !singular.starts_with("ge");  // "vermoedens", but "gegevens" is not "geven"
        if (is_vowel(singular.back()) || infinitive) add_key(keys, noun_stem(singular));
    }
}

void add_verb_keys(std::vector<std::string>& keys, std::string_view plain) {
    if (plain.size() > 4 && plain.ends_with("en")) add_key(keys, infinitive_key(plain));
    if (plain.size() > 3 && plain.ends_with('t')) add_finite_keys(keys, std::string(plain.substr(0, plain.size() - 1)));
    if (plain.size() >= 3 && plain.ends_with('t') && !plain.ends_with("dt"))
        add_finite_keys(keys, std::string(plain));  // "meet", "sluit": the stem has a t
    const std::string participle = participle_stem(without_e(plain));
    if (!participle.empty()) add_finite_keys(keys, participle);
    // Prefixed verbs take no ge- ("gebruikt", "verwerkte"): stem and ending alone.
    const std::string_view inflected = without_e(plain);
    if (inflected.size() > 5 && (inflected.ends_with('d') || inflected.ends_with('t')))
        add_finite_keys(keys, std::string(inflected.substr(0, inflected.size() - 1)));
    if (plain.size() > 6 && (plain.ends_with("end") || plain.ends_with("ende")))
        add_key(keys, infinitive_key(plain.substr(0, plain.size() - (plain.ends_with('d') ? 1 : 2))));
}

class Dutch final : public Morphology {
public:
    std::vector<std::string> keys_of_word(std::string_view word) const override {
        const std::string plain = plain_letters(word);
        std::vector<std::string> keys;
        add_noun_keys(keys, plain);
        add_verb_keys(keys, plain);
        return keys;
    }
    std::vector<std::string> keys_of_lemma(std::string_view lemma, char part_of_speech) const override {
        const std::string plain = plain_letters(lemma);
        if (part_of_speech == 'v' && plain.size() > 4 && plain.ends_with("en")) {
            std::vector<std::string> keys{infinitive_key(plain)};
            if (plain.ends_with("oen") || plain.ends_with("ien"))
                add_key(keys, std::string(verb_mark) + plain.substr(0, plain.size() - 1));  // "voldoet"
            return keys;
        }
        if (part_of_speech == 'v' && plain.size() > 4 && plain.ends_with("aan"))
            return {std::string(verb_mark) + plain.substr(0, plain.size() - 1), noun_stem(plain)};
        std::vector<std::string> keys{noun_stem(plain)};
        // Snowball takes every final s for a plural's: "wens" -> "wen", but "wensen" -> "wens".
        if (plain.size() > 3 && plain.ends_with('s')) add_key(keys, noun_stem(plain + "en"));
        return keys;
    }
    const std::vector<std::string>& compound_links() const override { return m_links; }
    bool has_compounds() const override { return true; }
    const std::vector<std::string>& verb_particles() const override { return m_particles; }

private:
    std::vector<std::string> m_links{"s", "en", "e", "n", "er"};
    std::vector<std::string> m_particles{std::begin(separable), std::end(separable)};
};

}  // namespace

const Morphology& dutch_morphology() {
    static const Dutch rules;
    return rules;
}

}  // namespace kwalign::align
