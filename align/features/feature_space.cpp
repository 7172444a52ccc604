#include "align/features/feature_space.hpp"

#include "align/features/word_bridge.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace kwalign::align {
namespace {

constexpr double content_of_adjective = 0.6;
constexpr double content_of_word = 0.4;  // a word without a concept may be anything

// What general domains share says little.
constexpr double content_of_general = 0.5;

double content_of(const Concept& entry) {
    const double by_class = entry.part_of_speech == 'a' ? content_of_adjective : 1.0;
    return is_general_domain(entry.domain) ? by_class * content_of_general : by_class;
}

void offer(std::vector<Neighbour>& list, FeatureId id, double degree) {
    for (Neighbour& n : list)
        if (n.id == id) {
            n.degree = std::max(n.degree, degree);
            return;
        }
    list.push_back({id, degree});
}

}  // namespace

FeatureSpace::FeatureSpace(const Lexicon& lexicon, const WordBridge* bridge)
    : m_lexicon(lexicon), m_bridge(bridge), m_concepts(lexicon.concepts().size()), m_frequency(m_concepts, 0) {
    std::map<std::string_view, std::size_t> numbers;
    for (const Concept& entry : lexicon.concepts()) {
        m_neighbours.emplace_back(entry.neighbours.begin(), entry.neighbours.end());
        m_domain.push_back(is_general_domain(entry.domain) ? no_domain : numbers.emplace(entry.domain, numbers.size()).first->second);
    }
    m_domain_frequency.resize(numbers.size());
}

FeatureId FeatureSpace::intern(const Mention& mention, const std::string& lang) {
    const auto [it, fresh] = m_words.emplace(mention.key, static_cast<FeatureId>(m_frequency.size()));
    if (fresh) {
        m_frequency.push_back(0);
        m_seen_words.push_back({lang, mention.text});
    }
    return it->second;
}

FeatureVector FeatureSpace::add(const Analysis& analysis, bool counted) {
    std::map<FeatureId, double> sums;
    for (const Mention& mention : analysis.mentions) {
        if (mention.concept_known) {
            sums[mention.concept_id.value] += mention.weight;
        } else {
            sums[intern(mention, analysis.lang)] += mention.weight;
        }
    }
    FeatureVector out;
    out.reserve(sums.size());
    for (const auto& [id, sum] : sums) {
        out.push_back({id, sum});
        if (counted) ++m_frequency[id];
    }
    if (!counted) return out;
    ++m_counted;
    std::set<std::size_t> domains;
    for (const Feature& f : out)
        if (domain(f.id) != no_domain) domains.insert(domain(f.id));
    for (const std::size_t d : domains) ++m_domain_frequency[d];
    return out;
}

void FeatureSpace::freeze() {
    m_rarity.resize(m_frequency.size());
    const double n = static_cast<double>(m_counted);
    for (FeatureId id = 0; id < m_frequency.size(); ++id) {
        const double content = is_concept(id) ? content_of(m_lexicon.concepts()[id]) : content_of_word;
        m_rarity[id] = std::max(0.0, content * std::log((n + 1.0) / (static_cast<double>(m_frequency[id]) + 0.5)));
    }
    for (const std::size_t frequency : m_domain_frequency)
        m_domain_rarity.push_back(std::max(0.0, std::log((n + 1.0) / (static_cast<double>(frequency) + 0.5))));
    m_neighbours.resize(m_frequency.size());
    if (m_bridge == nullptr) return;
    for (const Bridge& b : m_bridge->connect(m_seen_words, m_concepts)) {
        if (m_frequency[b.a] == 0 || m_frequency[b.b] == 0) continue;  // nobody says it: nothing to meet
        offer(m_neighbours[b.a], b.b, b.degree);
        offer(m_neighbours[b.b], b.a, b.degree);
    }
    for (std::vector<Neighbour>& list : m_neighbours)
        std::sort(list.begin(), list.end(), [](const Neighbour& x, const Neighbour& y) { return x.id < y.id; });
}

std::string FeatureSpace::label(FeatureId id, std::string_view lang) const {
    return is_concept(id) ? std::string(m_lexicon.label({id}, lang)) : m_seen_words[id - m_concepts].text;
}

FeatureVector combined(const FeatureVector& a, const FeatureVector& b, double scale_b) {
    FeatureVector out;
    out.reserve(a.size() + b.size());
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (j == b.size() || (i < a.size() && a[i].id < b[j].id)) {
            out.push_back(a[i++]);
        } else if (i == a.size() || b[j].id < a[i].id) {
            out.push_back({b[j].id, b[j].weight * scale_b});
            ++j;
        } else {
            out.push_back({a[i].id, a[i].weight + b[j].weight * scale_b});
            ++i;
            ++j;
        }
    }
    return out;
}

}  // namespace kwalign::align
