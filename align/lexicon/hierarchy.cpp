#include "align/lexicon/hierarchy.hpp"

#include <algorithm>

namespace kwalign::align {
namespace {

// A step up or down keeps the topic, a second step, up or down again, or a related concept only the field.
constexpr double degree_broader = 0.6;
constexpr double degree_related = 0.45;
constexpr double degree_second_step = 0.35;
constexpr std::size_t most_siblings = 30;  // under one broader concept; a larger family is a whole field

/// All steps from one concept; the best degree for each that is reached.
class Neighbourhood {
public:
    void offer(ConceptId id, double degree) { m_offers.push_back({id.value, degree}); }

    std::vector<Neighbour> take(std::uint32_t self) {
        std::sort(m_offers.begin(), m_offers.end(),
                  [](const Neighbour& a, const Neighbour& b) { return a.id != b.id ? a.id < b.id : a.degree > b.degree; });
        m_offers.erase(std::unique(m_offers.begin(), m_offers.end(), [](const Neighbour& a, const Neighbour& b) { return a.id == b.id; }),
                       m_offers.end());
        std::erase_if(m_offers, [self](const Neighbour& n) { return n.id == self; });
        return std::move(m_offers);
    }

private:
    std::vector<Neighbour> m_offers;
};

}  // namespace

std::vector<std::vector<Neighbour>> neighbours_in(const std::vector<Relations>& concepts) {
    std::vector<std::vector<ConceptId>> narrower(concepts.size());
    for (std::uint32_t c = 0; c < concepts.size(); ++c)
        for (const ConceptId up : concepts[c].broader) narrower[up.value].push_back({c});
    std::vector<Neighbourhood> near(concepts.size());
    const auto connect = [&near](std::uint32_t a, ConceptId b, double degree) {
        near[a].offer(b, degree);
        near[b.value].offer({a}, degree);
    };
    for (std::uint32_t c = 0; c < concepts.size(); ++c) {
        for (const ConceptId up : concepts[c].broader) {
            connect(c, up, degree_broader);
            for (const ConceptId top : concepts[up.value].broader) connect(c, top, degree_second_step);
            if (narrower[up.value].size() > most_siblings) continue;
            for (const ConceptId sibling : narrower[up.value]) near[c].offer(sibling, degree_second_step);
        }
        for (const ConceptId other : concepts[c].related) connect(c, other, degree_related);
    }
    std::vector<std::vector<Neighbour>> out;
    out.reserve(concepts.size());
    for (std::uint32_t c = 0; c < concepts.size(); ++c) out.push_back(near[c].take(c));
    return out;
}

}  // namespace kwalign::align
