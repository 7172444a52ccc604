#include "align/text/morphology_rules.hpp"

#include "align/text/snowball.hpp"
#include "model/text/unicode.hpp"

namespace kwalign::align {
namespace {

constexpr std::string_view separable[] = {"aan", "achter", "af", "bij", "binnen", "door", "in", "klaar", "mee", "na", "om", "onder", "op", "open", "over",
                                          "samen", "schoon", "tegen", "terug", "toe", "uit", "vast", "vol", "voor", "vooruit", "weg", "weer"};

/// Snowball's Dutch stemmer joins plurals and infinitives but leaves finite forms and participles apart from them, and undoubles
/// only k, d and t ("oplossen" -> "oploss", but "lost op" -> "oplos").
std::string stem(std::string_view word) {
    std::string out = snowball_stem(word, "dutch");
    const std::size_t n = out.size();
    if (n > 3 && out[n - 1] == out[n - 2] && std::string_view("aeiou").find(out[n - 1]) == std::string_view::npos) out.pop_back();
    return out;
}

/// "geregistreerd" -> "registreer", "afgehandeld" -> "afhandel"; empty where the word is no such participle.
std::string participle_stem(std::string_view word) {
    if (word.size() < 6 || !(word.ends_with('d') || word.ends_with('t') || word.ends_with("en"))) return {};
    const std::string_view body = word.substr(0, word.size() - (word.ends_with("en") ? 0 : 1));
    if (body.starts_with("ge") && body.size() > 5) return std::string(body.substr(2));
    for (const std::string_view prefix : separable)
        if (body.size() > prefix.size() + 5 && body.starts_with(prefix) && body.substr(prefix.size()).starts_with("ge"))
            return std::string(prefix) + std::string(body.substr(prefix.size() + 2));
    return {};
}

/// Inflected participles end in -de, -te ("geregistreerde"), adjectives in -e.
std::string_view without_e(std::string_view word) {
    if (word.size() > 6 && (word.ends_with("de") || word.ends_with("te"))) return word.substr(0, word.size() - 1);
    return word;
}

class Dutch final : public Morphology {
public:
    std::vector<std::string> keys_of_word(std::string_view word) const override {
        std::string plain = model::strip_marks(word);
        if (const std::size_t at = plain.find("\u2019"); at != std::string::npos) plain.replace(at, 3, "'");
        std::vector<std::string> keys{stem(plain)};
        if (plain.size() > 3 && plain.ends_with('t') && !plain.ends_with("tt")) add_key(keys, stem(std::string_view(plain).substr(0, plain.size() - 1)));
        // Plurals on a vowel ("devices", "instructies", "camera's") keep their s in Snowball's rules.
        if (plain.size() > 4 && plain.ends_with('s')) {
            const std::string_view singular = std::string_view(plain).substr(0, plain.size() - (plain.ends_with("'s") ? 2 : 1));
            if (std::string_view("aeiouy").find(singular.back()) != std::string_view::npos) add_key(keys, stem(singular));
        }
        const std::string participle = participle_stem(without_e(plain));
        if (!participle.empty()) add_key(keys, stem(participle));
        if (plain.size() > 5 && plain.ends_with("end")) add_key(keys, stem(std::string_view(plain).substr(0, plain.size() - 1)));
        if (plain.size() > 6 && plain.ends_with("ende")) add_key(keys, stem(std::string_view(plain).substr(0, plain.size() - 2)));
        return keys;
    }
    std::vector<std::string> keys_of_lemma(std::string_view lemma) const override { return {stem(model::strip_marks(lemma))}; }
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
