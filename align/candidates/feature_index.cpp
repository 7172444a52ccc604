#include "align/candidates/feature_index.hpp"

#include <algorithm>
#include <cmath>

namespace kwalign::align {
namespace {

double norm_of(const FeatureVector& features, const FeatureSpace& space) {
    double sum = 0.0;
    for (const Feature& f : features) sum += f.weight * space.rarity(f.id);
    return std::sqrt(std::max(sum, 1e-9));
}

}  // namespace

FeatureIndex::FeatureIndex(const std::vector<const FeatureVector*>& items, const FeatureSpace& space) : m_space(space), m_postings(space.size()) {
    m_norms.reserve(items.size());
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        const FeatureVector& features = *items[i];
        for (const Feature& f : features) m_postings[f.id].push_back({i, static_cast<float>(f.weight * space.rarity(f.id))});
        m_norms.push_back(norm_of(features, space));
    }
}

void FeatureIndex::accumulate(FeatureId id, double weight, Scratch& scratch) const {
    for (const Posting& p : m_postings[id]) {
        if (scratch.sums[p.item] <= 0.0) scratch.touched.push_back(p.item);
        scratch.sums[p.item] += weight * std::sqrt(static_cast<double>(p.weight));
    }
}

std::vector<Candidate> FeatureIndex::search(const FeatureVector& query, std::size_t limit, Scratch& scratch) const {
    scratch.sums.resize(m_norms.size(), 0.0);
    for (const Feature& f : query) {
        const double weight = std::sqrt(f.weight * m_space.rarity(f.id));
        if (weight <= 0.0) continue;
        accumulate(f.id, weight, scratch);
        for (const Neighbour& n : m_space.neighbours(f.id)) accumulate(n.id, weight * n.degree, scratch);
    }
    const double norm = norm_of(query, m_space);
    std::vector<Candidate> out;
    out.reserve(scratch.touched.size());
    for (const std::uint32_t s : scratch.touched) {
        out.push_back({s, scratch.sums[s] / (norm * m_norms[s])});
        scratch.sums[s] = 0.0;
    }
    scratch.touched.clear();
    const auto better = [](const Candidate& a, const Candidate& b) { return a.score != b.score ? a.score > b.score : a.item < b.item; };
    if (out.size() > limit) {
        std::nth_element(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(limit), out.end(), better);
        out.resize(limit);
    }
    std::sort(out.begin(), out.end(), better);
    return out;
}

}  // namespace kwalign::align
