#include "tests/support/generated_lists.hpp"

#include <cmath>
#include <map>
#include <utility>

namespace kwalign::tests {
namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): the standard library's distributions differ between implementations.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }
    /// 0..n-1
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
    bool chance(double p) { return static_cast<double>(next() >> 11U) < p * 9007199254740992.0; }
    /// Small numbers oftener: the k-th has about 1/k of the first's share.
    std::size_t zipf(std::size_t n) {
        const double u = static_cast<double>(next() >> 11U) / 9007199254740992.0;
        return std::min(n - 1, static_cast<std::size_t>(std::pow(static_cast<double>(n) + 1.0, u)) - 1);
    }

private:
    std::uint64_t m_state;
};

struct Domain {
    std::vector<std::size_t> verbs;
    std::vector<std::size_t> nouns;
};

/// What an entry is about.
struct Topic {
    std::size_t verb = 0;
    std::vector<std::size_t> nouns;
    std::string name;  ///< of a product, or a number; often empty
};

class Generator {
public:
    Generator(const align::Lexicon& lexicon, std::uint64_t seed) : m_lexicon(lexicon), m_concepts(lexicon.concepts()), m_dice(seed) {
        std::map<std::string, Domain> domains;
        for (std::size_t c = 0; c < m_concepts.size(); ++c) {
            if (terms(c, "en").empty() || terms(c, "nl").empty()) continue;
            Domain& domain = domains[std::string(m_concepts[c].domain)];
            if (m_concepts[c].part_of_speech == 'v') {
                domain.verbs.push_back(c);
                m_verbs.push_back(c);
            } else if (m_concepts[c].part_of_speech == 'n') {
                domain.nouns.push_back(c);
            }
        }
        for (auto& [name, domain] : domains)
            if (domain.nouns.size() > 5) m_domains.push_back(std::move(domain));
    }

    Topic topic() {
        const Domain& domain = m_domains[m_dice.below(m_domains.size())];
        const std::vector<std::size_t>& verbs = domain.verbs.empty() || m_dice.chance(0.5) ? m_verbs : domain.verbs;
        Topic out{verbs[m_dice.zipf(verbs.size())], {}, {}};
        for (std::size_t n = 2 + m_dice.below(3); n > 0; --n) out.nouns.push_back(domain.nouns[m_dice.zipf(domain.nouns.size())]);
        if (m_dice.chance(0.33)) out.name = m_dice.chance(0.5) ? made_up_word() : std::to_string(m_dice.below(10'000));
        return out;
    }

    /// The same requirement as somebody else would write it.
    Topic retold(Topic topic) {
        if (m_dice.chance(0.3)) topic.nouns.push_back(m_domains[m_dice.below(m_domains.size())].nouns.front());
        if (topic.nouns.size() > 2 && m_dice.chance(0.3)) topic.nouns.pop_back();
        if (m_dice.chance(0.2)) topic.verb = m_verbs[m_dice.zipf(m_verbs.size())];
        if (m_dice.chance(0.7)) topic.name.clear();
        return topic;
    }

    std::string text(const Topic& topic, const std::string& lang) {
        const bool dutch = lang == "nl";
        std::string nouns;
        for (std::size_t i = 0; i < topic.nouns.size(); ++i) {
            const bool last = i + 1 == topic.nouns.size();
            nouns += i == 0 ? "" : last ? (dutch ? " voor " : " for ") : (dutch ? " en " : " and ");
            nouns += term(topic.nouns[i], lang);
        }
        if (!topic.name.empty()) nouns += (dutch ? " met " : " with ") + topic.name;
        return dutch ? "Kan " + nouns + " " + term(topic.verb, lang) : "Can " + term(topic.verb, lang) + " " + nouns;
    }

    Dice& dice() { return m_dice; }

private:
    std::vector<std::string_view> terms(std::size_t concept_index, const std::string& lang) const {
        return m_lexicon.terms({static_cast<std::uint32_t>(concept_index)}, lang);
    }
    std::string term(std::size_t concept_index, const std::string& lang) {
        const std::vector<std::string_view> all = terms(concept_index, lang);
        return std::string(all[m_dice.zipf(all.size())]);
    }
    std::string made_up_word() {
        constexpr const char* syllables[] = {"ba", "ter", "vo", "lin", "ska", "mu", "dor", "pe", "xi", "ran", "zo", "kel"};
        std::string out;
        for (int i = 0; i < 3; ++i) out += syllables[m_dice.below(12)];
        return out;
    }

    const align::Lexicon& m_lexicon;
    const std::vector<align::Concept>& m_concepts;
    Dice m_dice;
    std::vector<Domain> m_domains;
    std::vector<std::size_t> m_verbs;
};

model::Standard list_of(const std::vector<std::string>& texts, const std::string& framework, const std::string& lang, char letter) {
    model::Standard out;
    out.id = framework + ":list";
    out.framework = framework;
    out.kind = "competence_list";
    out.title = framework;
    out.languages = {lang};
    out.units.reserve(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        model::Unit unit;
        unit.code = letter + std::to_string(i);
        unit.title = texts[i];
        unit.kind = "item";
        unit.lang = lang;
        out.units.push_back(std::move(unit));
    }
    return out;
}

}  // namespace

GeneratedLists generate_lists(const align::Lexicon& lexicon, const ListOptions& options) {
    Generator generator(lexicon, options.seed);
    std::vector<std::string> source;
    std::vector<std::string> target(options.entries);
    std::vector<std::size_t> places(options.entries);
    for (std::size_t i = 0; i < options.entries; ++i) places[i] = i;
    for (std::size_t i = options.entries; i > 1; --i) std::swap(places[i - 1], places[generator.dice().below(i)]);
    GeneratedLists out;
    for (std::size_t i = 0; i < options.entries; ++i) {
        const Topic topic = generator.topic();
        source.push_back(generator.text(topic, "nl"));
        const bool shared = generator.dice().chance(options.shared);
        out.partner.push_back(shared ? places[i] : GeneratedLists::nobody);
        target[places[i]] = generator.text(shared ? generator.retold(topic) : generator.topic(), "en");
    }
    out.source = list_of(source, "dutch-list", "nl", 'N');
    out.target = list_of(target, "english-list", "en", 'E');
    return out;
}

}  // namespace kwalign::tests
