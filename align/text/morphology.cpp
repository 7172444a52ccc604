#include "align/text/morphology.hpp"

#include "align/text/morphology_rules.hpp"
#include "model/text/unicode.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kwalign::align {
namespace {

class Unknown final : public Morphology {
public:
    std::vector<std::string> keys_of_word(std::string_view word) const override { return {std::string(word)}; }
    std::vector<std::string> keys_of_lemma(std::string_view lemma, char /*part_of_speech*/) const override { return {std::string(lemma)}; }
    const std::vector<std::string>& compound_links() const override { return m_none; }
    bool has_compounds() const override { return false; }
    const std::vector<std::string>& verb_particles() const override { return m_none; }

private:
    std::vector<std::string> m_none;
};

}  // namespace

void add_key(std::vector<std::string>& keys, std::string key) {
    if (key.empty() || std::find(keys.begin(), keys.end(), key) != keys.end()) return;
    keys.push_back(std::move(key));
}

const Morphology& morphology_for(std::string_view lang) {
    static const Unknown unknown;
    const std::string_view primary = lang.substr(0, lang.find('-'));
    if (primary == "en") return english_morphology();
    if (primary == "nl") return dutch_morphology();
    if (primary == "et") return estonian_morphology();
    return unknown;
}

std::string cognate_key(std::string_view word) {
    // Order matters: digraphs before single letters.
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> rules{{{"tsi", "ci"},
                                                                                          {"tse", "ce"},
                                                                                          {"tsj", "ci"},
                                                                                          {"ph", "f"},
                                                                                          {"th", "t"},
                                                                                          {"qu", "kv"},
                                                                                          {"ij", "i"},
                                                                                          {"x", "ks"},
                                                                                          {"ck", "k"},
                                                                                          {"ch", "k"},
                                                                                          {"c", "k"},
                                                                                          {"z", "s"},
                                                                                          {"y", "i"},
                                                                                          {"w", "v"},
                                                                                          {"b", "p"},
                                                                                          {"d", "t"},
                                                                                          {"g", "k"}}};
    std::string text = model::strip_marks(word);
    // "ci" and "ce" stay soft on both sides, so they are protected before c becomes k.
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        bool replaced = false;
        for (const auto& [from, to] : rules) {
            if (text.compare(i, from.size(), from) != 0) continue;
            if (from == "c" && i + 1 < text.size() && (text[i + 1] == 'i' || text[i + 1] == 'e')) break;
            out += to;
            i += from.size();
            replaced = true;
            break;
        }
        if (!replaced) out += text[i++];
    }
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace kwalign::align
