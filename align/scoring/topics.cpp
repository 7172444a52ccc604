#include "align/scoring/topics.hpp"

#include <cmath>
#include <map>

namespace kwalign::align {

TopicVector topics_of(const FeatureVector& features, const FeatureSpace& space) {
    std::map<std::size_t, double> sums;
    for (const Feature& f : features)
        if (const std::size_t domain = space.domain(f.id); domain != FeatureSpace::no_domain) sums[domain] += f.weight * space.rarity(f.id);
    TopicVector out;
    double square = 0.0;
    for (const auto& [domain, sum] : sums) {
        const double weight = std::sqrt(sum) * space.domain_rarity(domain);
        if (weight <= 0.0) continue;
        out.emplace_back(domain, weight);
        square += weight * weight;
    }
    for (auto& [domain, weight] : out) weight /= std::sqrt(square);
    return out;
}

double topic_agreement(const TopicVector& a, const TopicVector& b) {
    double sum = 0.0;
    auto x = a.begin();
    auto y = b.begin();
    while (x != a.end() && y != b.end()) {
        if (x->first < y->first)
            ++x;
        else if (y->first < x->first)
            ++y;
        else
            sum += (x++)->second * (y++)->second;
    }
    return sum;
}

}  // namespace kwalign::align
