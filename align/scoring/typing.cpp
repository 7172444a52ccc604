#include "align/scoring/typing.hpp"

#include <algorithm>

namespace kwalign::align {
namespace {

// Wording differs even where requirements agree, so half of the content in common is already much; the figures were chosen on the
// project's own gold links (corpora/samples/gold).
constexpr double near_identical = 0.9;
constexpr double much = 0.33;
constexpr double sure = 0.7;
constexpr double clearly_more = 1.9;

}  // namespace

model::Relation relation_of(const TypingInput& input) noexcept {
    const double low = std::min(input.coverage_source, input.coverage_target);
    const double high = std::max(input.coverage_source, input.coverage_target);
    if (input.same_text || low >= near_identical) return model::Relation::equal;
    if (high >= much && high >= clearly_more * low)
        return input.coverage_source > input.coverage_target ? model::Relation::covered_by : model::Relation::covers;
    if (low >= 0.6 * much && input.confidence >= sure) return model::Relation::equivalent;
    return model::Relation::overlaps;
}

}  // namespace kwalign::align
