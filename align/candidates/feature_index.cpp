#include "align/candidates/feature_index.hpp"

#include <algorithm>

namespace kwalign::align {
namespace {

float weight_of(const Feature& feature, const FeatureSpace& space) { return static_cast<float>(feature.weight * space.rarity(feature.id)); }

bool by_id(const Neighbour& a, const Neighbour& b) { return a.id != b.id ? a.id < b.id : a.degree > b.degree; }

/// What each feature that an item may have is worth to the query: 1 for the query's own, else the best degree of a neighbour.
void find_best(const FeatureVector& query, const FeatureSpace& space, std::vector<Neighbour>& best) {
    best.clear();
    for (const Feature& f : query) {
        best.push_back({f.id, 1.0});
        for (const Neighbour& n : space.neighbours(f.id)) best.push_back(n);
    }
    std::sort(best.begin(), best.end(), by_id);
    best.erase(std::unique(best.begin(), best.end(), [](const Neighbour& a, const Neighbour& b) { return a.id == b.id; }), best.end());
}

}  // namespace

FeatureIndex::FeatureIndex(const std::vector<const FeatureVector*>& items, const FeatureSpace& space)
    : m_space(space), m_first(space.size() + 1, 0) {
    for (const FeatureVector* features : items)
        for (const Feature& f : *features) ++m_first[f.id + 1];
    for (std::size_t id = 1; id < m_first.size(); ++id) m_first[id] += m_first[id - 1];
    m_postings.resize(m_first.back());
    std::vector<std::uint32_t> next(m_first.begin(), m_first.end() - 1);
    m_totals.reserve(items.size());
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        float total = 0.0F;
        for (const Feature& f : *items[i]) {
            m_postings[next[f.id]++] = {i, weight_of(f, space)};
            total += weight_of(f, space);
        }
        m_totals.push_back(total);
    }
}

/// Counts feature `id` of the items for the query's feature `number`: to `degree` of its weight for the query, unless a better stand-in was
/// counted before, and to `item_degree` of the item's own weight (0: another feature of the query stands for it better).
void FeatureIndex::count(std::uint32_t number, float weight, FeatureId id, double degree, double item_degree, Scratch& scratch) const {
    const float shared = weight * static_cast<float>(degree);
    const float item_share = static_cast<float>(item_degree);
    for (std::uint32_t p = m_first[id]; p < m_first[id + 1]; ++p) {
        Scratch::Sums& sums = scratch.sums[m_postings[p].item];
        if (sums.feature == 0) scratch.touched.push_back(m_postings[p].item);
        if (sums.feature != number) {
            sums.feature = number;
            sums.of_query += shared;
        }
        sums.of_item += item_share * m_postings[p].weight;
    }
}

void FeatureIndex::add_up(const FeatureVector& query, Scratch& scratch) const {
    find_best(query, m_space, scratch.best);
    std::vector<Neighbour> ways;
    std::uint32_t number = 0;
    for (const Feature& f : query) {
        ++number;
        const float weight = weight_of(f, m_space);
        ways.assign(m_space.neighbours(f.id).begin(), m_space.neighbours(f.id).end());
        std::stable_sort(ways.begin(), ways.end(), [](const Neighbour& a, const Neighbour& b) { return a.degree > b.degree; });
        ways.insert(ways.begin(), {f.id, 1.0});
        for (const Neighbour& way : ways) {
            const auto best = std::lower_bound(scratch.best.begin(), scratch.best.end(), way.id,
                                               [](const Neighbour& n, FeatureId id) { return n.id < id; });
            const double item_degree = best->degree == way.degree ? way.degree : 0.0;
            const bool says_something = weight > 0.0F || (item_degree > 0.0 && m_space.rarity(way.id) > 0.0);
            if (says_something) count(number, weight, way.id, way.degree, item_degree, scratch);
            if (item_degree > 0.0) best->degree = -1.0;  // counted once, whoever of equals comes first
        }
    }
}

std::vector<Candidate> FeatureIndex::search(const FeatureVector& query, std::size_t limit, Scratch& scratch) const {
    scratch.sums.resize(m_totals.size());
    add_up(query, scratch);
    float total = 0.0F;
    for (const Feature& f : query) total += weight_of(f, m_space);
    const auto better = [](const Candidate& a, const Candidate& b) { return a.score != b.score ? a.score > b.score : a.item < b.item; };
    std::vector<Candidate>& found = scratch.found;
    found.clear();
    double threshold = 0.0;  // of the last that can still be among the best
    const std::size_t enough = limit < m_totals.size() ? 4 * limit + 64 : m_totals.size() + 1;
    for (const std::uint32_t item : scratch.touched) {
        Scratch::Sums& sums = scratch.sums[item];
        const double query_share = total > 0.0F ? static_cast<double>(sums.of_query / total) : 0.0;
        const double item_share = m_totals[item] > 0.0F ? static_cast<double>(sums.of_item / m_totals[item]) : 0.0;
        sums = {};
        const double both = query_share + item_share;
        const double score = both > 0.0 ? 2.0 * query_share * item_share / both : 0.0;
        if (score < threshold) continue;
        found.push_back({item, score});
        if (found.size() < enough) continue;
        std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(limit), found.end(), better);
        found.resize(limit);
        threshold =
            std::min_element(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.score < b.score; })->score;
    }
    scratch.touched.clear();
    if (found.size() > limit) {
        std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(limit), found.end(), better);
        found.resize(limit);
    }
    std::sort(found.begin(), found.end(), better);
    return found;
}

}  // namespace kwalign::align
