#include "align/text/morphology_rules.hpp"

#include "align/text/snowball.hpp"

namespace kwalign::align {
namespace {

/// British and American spellings meet: "organise" and "organize", "analyse" and "analyze", "behaviour" and "behavior".
std::string level_spelling(std::string_view word) {
    std::string out(word);
    const auto replace_all = [&](std::string_view from, std::string_view to) {
        for (std::size_t at = out.find(from, 3); at != std::string::npos; at = out.find(from, at + to.size()))
            out.replace(at, from.size(), to);
    };
    if (out.size() > 5) {
        replace_all("isation", "ization");
        replace_all("ise", "ize");
        replace_all("ising", "izing");
        replace_all("yse", "yze");
        replace_all("ysing", "yzing");
        replace_all("our", "or");
        replace_all("programme", "program");
    }
    return out;
}

class English final : public Morphology {
public:
    std::vector<std::string> keys_of_word(std::string_view word) const override {
        if (word.size() > 2 && word.ends_with("'s")) word.remove_suffix(2);
        std::string stem = snowball_stem(level_spelling(word), "english");
        if (stem.size() < 3) return {std::string(word)};  // "aed", "need": no stem to speak of
        // Who does something is not what is done: Snowball gives "manager" and "management" one stem.
        std::string_view singular = word;
        if (singular.ends_with('s')) singular.remove_suffix(1);
        const bool agent = singular.size() > 5 && (singular.ends_with("er") || singular.ends_with("or"));
        if (agent && !stem.ends_with("er") && !stem.ends_with("or")) stem += "er";
        return {std::move(stem)};
    }
    std::vector<std::string> keys_of_lemma(std::string_view lemma, char /*part_of_speech*/) const override { return keys_of_word(lemma); }
    const std::vector<std::string>& compound_links() const override { return m_none; }
    bool has_compounds() const override { return false; }
    const std::vector<std::string>& verb_particles() const override { return m_none; }

private:
    std::vector<std::string> m_none;
};

}  // namespace

const Morphology& english_morphology() {
    static const English rules;
    return rules;
}

}  // namespace kwalign::align
