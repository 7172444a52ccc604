#include "align/scoring/overlap.hpp"

#include <algorithm>

namespace kwalign::align {
namespace {

const Feature* find(const FeatureVector& features, FeatureId id) {
    const auto it =
        std::lower_bound(features.begin(), features.end(), id, [](const Feature& f, FeatureId wanted) { return f.id < wanted; });
    return it != features.end() && it->id == id ? &*it : nullptr;
}

struct Match {
    FeatureId id = 0;
    double degree = 0.0;
};

/// The best stand-in for `id` among `features`.
Match best_match(FeatureId id, const FeatureVector& features, const FeatureSpace& space) {
    if (find(features, id) != nullptr) return {id, 1.0};
    Match best;
    for (const Neighbour& n : space.neighbours(id))
        if (n.degree > best.degree && find(features, n.id) != nullptr) best = {n.id, n.degree};
    return best;
}

struct Side {
    double shared = 0.0;
    double all = 0.0;
};

Side one_way(const FeatureVector& from, const FeatureVector& to, const FeatureSpace& space) {
    Side side;
    for (const Feature& f : from) {
        const double weight = f.weight * space.rarity(f.id);
        side.all += weight;
        side.shared += weight * best_match(f.id, to, space).degree;
    }
    return side;
}

}  // namespace

double Overlap::balance() const noexcept {
    const double sum = coverage_source + coverage_target;
    return sum > 0.0 ? 2.0 * coverage_source * coverage_target / sum : 0.0;
}

Overlap overlap(const FeatureVector& source, const FeatureVector& target, const FeatureSpace& space) {
    const Side s = one_way(source, target, space);
    const Side t = one_way(target, source, space);
    return {s.all > 0.0 ? s.shared / s.all : 0.0, t.all > 0.0 ? t.shared / t.all : 0.0, s.all, t.all};
}

OverlapSource::OverlapSource(const FeatureVector& source, const FeatureSpace& space) : m_space(space) {
    for (std::uint32_t i = 0; i < source.size(); ++i) {
        m_ways.push_back({source[i].id, i, 1.0});
        for (const Neighbour& n : space.neighbours(source[i].id)) m_ways.push_back({n.id, i, n.degree});
        m_weights.push_back(source[i].weight * space.rarity(source[i].id));
        m_all += m_weights.back();
    }
    std::sort(m_ways.begin(), m_ways.end(), [](const Way& a, const Way& b) { return a.id != b.id ? a.id < b.id : a.feature < b.feature; });
}

Overlap OverlapSource::with(const FeatureVector& target) {
    m_best.assign(m_weights.size(), 0.0);
    Side t;
    auto way = m_ways.begin();
    for (const Feature& f : target) {
        way = std::lower_bound(way, m_ways.end(), f.id, [](const Way& w, FeatureId wanted) { return w.id < wanted; });
        double best = 0.0;  // neighbours are so both ways
        for (; way != m_ways.end() && way->id == f.id; ++way) {
            best = std::max(best, way->degree);
            m_best[way->feature] = std::max(m_best[way->feature], way->degree);
        }
        const double weight = f.weight * m_space.rarity(f.id);
        t.all += weight;
        t.shared += weight * best;
    }
    double shared = 0.0;
    for (std::size_t i = 0; i < m_best.size(); ++i) shared += m_weights[i] * m_best[i];
    return {m_all > 0.0 ? shared / m_all : 0.0, t.all > 0.0 ? t.shared / t.all : 0.0, m_all, t.all};
}

std::vector<SharedFeature> shared_features(const FeatureVector& source, const FeatureVector& target, const FeatureSpace& space,
                                           std::size_t limit) {
    std::vector<SharedFeature> out;
    for (const Feature& f : source) {
        const Match match = best_match(f.id, target, space);
        if (match.degree <= 0.0) continue;
        out.push_back({f.id, match.id, f.weight * space.rarity(f.id) * match.degree});
    }
    std::sort(out.begin(), out.end(), [](const SharedFeature& a, const SharedFeature& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.source < b.source;
    });
    if (out.size() > limit) out.resize(limit);
    return out;
}

}  // namespace kwalign::align
