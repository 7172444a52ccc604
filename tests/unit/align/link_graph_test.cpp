#include "align/graph/link_graph.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace kwalign::align;

namespace {

double total(const std::vector<BipartiteEdge>& edges, const std::vector<bool>& chosen) {
    double sum = 0.0;
    for (std::size_t i = 0; i < edges.size(); ++i)
        if (chosen[i]) sum += edges[i].weight;
    return sum;
}

/// Tries every subset.
double best_total(const std::vector<BipartiteEdge>& edges, std::size_t sources, std::size_t targets, std::size_t capacity) {
    double best = 0.0;
    for (unsigned mask = 0; mask < (1U << edges.size()); ++mask) {
        std::vector<std::size_t> s(sources, 0);
        std::vector<std::size_t> t(targets, 0);
        double sum = 0.0;
        bool fits = true;
        for (std::size_t i = 0; i < edges.size(); ++i)
            if ((mask >> i & 1U) != 0U) {
                fits = fits && ++s[edges[i].source] <= capacity && ++t[edges[i].target] <= capacity;
                sum += edges[i].weight;
            }
        if (fits) best = std::max(best, sum);
    }
    return best;
}

}  // namespace

TEST_CASE("selection is as heavy as the best of all subsets", "[align][graph]") {
    std::mt19937 random(11);
    for (int round = 0; round < 40; ++round) {
        std::vector<BipartiteEdge> edges;
        for (std::size_t s = 0; s < 4; ++s)
            for (std::size_t t = 0; t < 4; ++t)
                if (random() % 3 != 0 && edges.size() < 12) edges.push_back({s, t, static_cast<double>(random() % 100) / 100.0});
        const std::size_t capacity = round % 2 == 0 ? 1 : 2;
        CAPTURE(round, capacity, edges.size());
        CHECK(total(edges, select_links(edges, 4, 4, capacity)) == Approx(best_total(edges, 4, 4, capacity)).margin(1e-4));
    }
}

TEST_CASE("no item gets more links than its capacity", "[align][graph]") {
    std::vector<BipartiteEdge> edges;
    for (std::size_t t = 0; t < 5; ++t) edges.push_back({0, t, 0.5 + 0.1 * static_cast<double>(t)});
    const std::vector<bool> chosen = select_links(edges, 1, 5, 2);
    CHECK(chosen == std::vector<bool>{false, false, false, true, true});
    CHECK(select_links({}, 0, 0, 2).empty());
}

TEST_CASE("support runs over a third item", "[align][graph]") {
    LinkGraph graph(4);
    graph.add(0, 1, 0.8);
    graph.add(1, 2, 0.5);
    std::size_t via = 9;
    CHECK(graph.support(0, 2, via) == Approx(0.4));
    CHECK(via == 1);
    CHECK(graph.support(0, 3, via) == 0.0);
    CHECK(graph.components() == std::vector<std::size_t>{0, 0, 0, 1});
}
