#include "align/scoring/typing.hpp"

#include <algorithm>

namespace kwalign::align {
namespace {

constexpr double near_identical = 0.95;
constexpr double much = 0.4;           // of one side's requirements
constexpr double clearly_more = 1.5;   // times as much of the one side as of the other
constexpr double sure = 0.65;          // confidence from which a partial fit may be interchangeable

}  // namespace

model::Relation relation_of(const TypingInput& input) noexcept {
    const double low = std::min(input.coverage_source, input.coverage_target);
    const double high = std::max(input.coverage_source, input.coverage_target);
    if (input.same_text || (low >= near_identical && input.confidence >= near_identical)) return model::Relation::equal;
    if (high >= much && high >= clearly_more * low)
        return input.coverage_source > input.coverage_target ? model::Relation::covered_by : model::Relation::covers;
    if (low >= much && input.confidence >= sure) return model::Relation::equivalent;
    return model::Relation::overlaps;
}

}  // namespace kwalign::align
