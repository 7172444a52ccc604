#include "align/table/list_links.hpp"

#include <algorithm>
#include <limits>

namespace kwalign::align {
namespace {

constexpr std::size_t of_documents = 64;
constexpr std::size_t all_pairs_up_to = 250'000;  // statement pairs of two documents
constexpr std::size_t large = 2'000;              // entries
constexpr std::size_t least = 30;                 // of large lists
constexpr std::size_t margin = 3;                 // times what is asked for: scoring changes the order a little

/// Keeps the `top` best of every source; pairs are sorted by source.
void keep_best(std::vector<ScoredStatementPair>& pairs, std::size_t top) {
    const auto better = [](const ScoredStatementPair& a, const ScoredStatementPair& b) {
        return a.confidence != b.confidence ? a.confidence > b.confidence : a.pair.target < b.pair.target;
    };
    const auto by_target = [](const ScoredStatementPair& a, const ScoredStatementPair& b) { return a.pair.target < b.pair.target; };
    auto kept = pairs.begin();
    for (auto first = pairs.begin(); first != pairs.end();) {
        auto last = first;
        while (last != pairs.end() && last->pair.source == first->pair.source) ++last;
        const auto end = first + std::min<std::ptrdiff_t>(last - first, static_cast<std::ptrdiff_t>(top));
        std::partial_sort(first, end, last, better);
        std::sort(first, end, by_target);
        kept = std::move(first, end, kept);
        first = last;
    }
    pairs.erase(kept, pairs.end());
}

}  // namespace

std::size_t candidates_for(const StandardFeatures& source, const StandardFeatures& target, const AlignOptions& options) {
    if (options.every_pair) return std::numeric_limits<std::size_t>::max();
    const bool lists = source.entries && target.entries && std::max(source.statements.size(), target.statements.size()) > large;
    // Between documents every pair is scored, so that it does not matter which one is named first.
    const bool documents = source.statements.size() * target.statements.size() <= all_pairs_up_to;
    if (!lists && documents) return target.statements.size();
    if (!lists) return std::max(of_documents, margin * options.top);
    return std::max(least, margin * options.top);
}

bool score_entries(const StandardFeatures& source, const StandardFeatures& target, const AlignOptions& options) noexcept {
    return options.level == AlignOptions::Level::statement && source.entries && target.entries;
}

void keep_entries(PairScores& scores, const AlignOptions& options) {
    scores.units = {};
    scores.all_statements = {};
    if (options.top > 0) keep_best(scores.statements, options.top);
}

}  // namespace kwalign::align
