#pragma once

/// Decisions that need the whole graph of links rather than one pair: selection, support through third standards. Boost.Graph is
/// seen by link_graph.cpp only.

#include <cstddef>
#include <memory>
#include <vector>

namespace kwalign::align {

/// A weighted candidate link between source and target items, counted from 0 on each side. `weight` 0..1.
struct BipartiteEdge {
    std::size_t source = 0;
    std::size_t target = 0;
    double weight = 0.0;
};

/// Maximum-weight b-matching: the subset of edges with the largest total weight in which no item has more than `capacity` links.
/// Exact (minimum-cost flow by successive shortest paths, Edmonds and Karp 1972) up to 4,000 edges; beyond that greedy by weight,
/// which is at least half as good. Returns one flag per edge. Ties go to the earlier edge.
[[nodiscard]] std::vector<bool> select_links(const std::vector<BipartiteEdge>& edges, std::size_t sources, std::size_t targets,
                                             std::size_t capacity);

/// Links between items of any number of standards; items are numbered by the caller.
class LinkGraph {
public:
    explicit LinkGraph(std::size_t items);
    ~LinkGraph();
    LinkGraph(LinkGraph&&) noexcept;
    LinkGraph& operator=(LinkGraph&&) noexcept;

    /// `weight` 0..1.
    void add(std::size_t a, std::size_t b, double weight);
    /// The strongest path a - x - c over one other item: product of its two weights, 0 where there is none; `via` receives x.
    [[nodiscard]] double support(std::size_t a, std::size_t c, std::size_t& via) const;
    /// Connected component of each item, numbered in order of first item.
    [[nodiscard]] std::vector<std::size_t> components() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::align
