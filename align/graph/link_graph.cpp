#include "align/graph/link_graph.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>

#include <algorithm>
#include <numeric>

namespace kwalign::align {
namespace {

constexpr std::size_t exact_edges = 4'000;

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using FlowGraph = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<
        boost::edge_capacity_t, long,
        boost::property<boost::edge_residual_capacity_t, long,
                        boost::property<boost::edge_reverse_t, Traits::edge_descriptor, boost::property<boost::edge_weight_t, long>>>>>;

/// Costs are integers so that equal sums stay equal.
constexpr long unit_cost = 1'000'000;

Traits::edge_descriptor add_arc(FlowGraph& graph, std::size_t from, std::size_t to, long capacity, long cost) {
    const auto forward = boost::add_edge(from, to, graph).first;
    const auto backward = boost::add_edge(to, from, graph).first;
    boost::put(boost::edge_capacity, graph, forward, capacity);
    boost::put(boost::edge_capacity, graph, backward, 0);
    boost::put(boost::edge_weight, graph, forward, cost);
    boost::put(boost::edge_weight, graph, backward, -cost);
    boost::put(boost::edge_reverse, graph, forward, backward);
    boost::put(boost::edge_reverse, graph, backward, forward);
    return forward;
}

std::vector<bool> select_exactly(const std::vector<BipartiteEdge>& edges, std::size_t sources, std::size_t targets, std::size_t capacity) {
    const std::size_t start = sources + targets;
    const std::size_t end = start + 1;
    FlowGraph graph(end + 1);
    const long b = static_cast<long>(capacity);
    for (std::size_t s = 0; s < sources; ++s) {
        add_arc(graph, start, s, b, 0);
        // Capacity that stays unused runs past the targets at the cost of a worthless link, so the flow is always full and its
        // cheapest form has the heaviest links.
        add_arc(graph, s, end, b, unit_cost);
    }
    for (std::size_t t = 0; t < targets; ++t) {
        add_arc(graph, sources + t, end, b + 1, 0);
        // One unit more that is nobody's link: with it every item can always be reached, as long as the end can. Boost adds up distances, and
        // those of items out of reach are the largest number there is.
        add_arc(graph, start, sources + t, 1, 0);
    }
    std::vector<Traits::edge_descriptor> arcs;
    arcs.reserve(edges.size());
    for (const BipartiteEdge& e : edges)
        arcs.push_back(
            add_arc(graph, e.source, sources + e.target, 1, static_cast<long>((1.0 - std::clamp(e.weight, 0.0, 1.0)) * unit_cost)));
    boost::successive_shortest_path_nonnegative_weights(graph, start, end);
    std::vector<bool> chosen;
    chosen.reserve(edges.size());
    for (const auto& arc : arcs) chosen.push_back(boost::get(boost::edge_residual_capacity, graph, arc) == 0);
    return chosen;
}

std::vector<bool> select_greedily(const std::vector<BipartiteEdge>& edges, std::size_t sources, std::size_t targets, std::size_t capacity) {
    std::vector<std::size_t> order(edges.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return edges[a].weight > edges[b].weight; });
    std::vector<std::size_t> left(sources, capacity);
    std::vector<std::size_t> right(targets, capacity);
    std::vector<bool> chosen(edges.size(), false);
    for (const std::size_t i : order) {
        std::size_t& s = left[edges[i].source];
        std::size_t& t = right[edges[i].target];
        if (s == 0 || t == 0) continue;
        --s;
        --t;
        chosen[i] = true;
    }
    return chosen;
}

}  // namespace

std::vector<bool> select_links(const std::vector<BipartiteEdge>& edges, std::size_t sources, std::size_t targets, std::size_t capacity) {
    if (edges.empty()) return {};
    return edges.size() <= exact_edges ? select_exactly(edges, sources, targets, capacity)
                                       : select_greedily(edges, sources, targets, capacity);
}

struct LinkGraph::Impl {
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                        boost::property<boost::edge_weight_t, double>>;
    Graph graph;
};

LinkGraph::LinkGraph(std::size_t items) : m_impl(std::make_unique<Impl>(Impl{Impl::Graph(items)})) {}
LinkGraph::~LinkGraph() = default;
LinkGraph::LinkGraph(LinkGraph&&) noexcept = default;
LinkGraph& LinkGraph::operator=(LinkGraph&&) noexcept = default;

void LinkGraph::add(std::size_t a, std::size_t b, double weight) { boost::add_edge(a, b, weight, m_impl->graph); }

double LinkGraph::support(std::size_t a, std::size_t c, std::size_t& via) const {
    double best = 0.0;
    const auto weight = boost::get(boost::edge_weight, m_impl->graph);
    for (const auto first : boost::make_iterator_range(boost::out_edges(a, m_impl->graph))) {
        const std::size_t x = boost::target(first, m_impl->graph);
        if (x == c) continue;
        for (const auto second : boost::make_iterator_range(boost::out_edges(x, m_impl->graph))) {
            if (boost::target(second, m_impl->graph) != c) continue;
            const double product = weight[first] * weight[second];
            if (product > best || (product == best && x < via)) {
                best = product;
                via = x;
            }
        }
    }
    return best;
}

std::vector<std::size_t> LinkGraph::components() const {
    std::vector<std::size_t> component(boost::num_vertices(m_impl->graph));
    if (!component.empty()) boost::connected_components(m_impl->graph, component.data());
    return component;
}

}  // namespace kwalign::align
