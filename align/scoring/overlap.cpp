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
