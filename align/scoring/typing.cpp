#include "align/scoring/typing.hpp"

#include <algorithm>

namespace kwalign::align {
namespace {

constexpr double most = 0.6;          // of one side's requirements
constexpr double nearly_all = 0.8;    // of one side's requirements
constexpr double clearly_more = 2.5;  // times as much of the one side as of the other

}  // namespace

model::Relation relation_of(const TypingInput& input) noexcept {
    const double low = std::min(input.coverage_source, input.coverage_target);
    const double high = std::max(input.coverage_source, input.coverage_target);
    if (input.same_text) return model::Relation::equal;
    const bool a_part = high >= most && high >= clearly_more * low;
    const bool plainly_a_part = high >= nearly_all && high >= clearly_more * low;
    if (input.mutual && !plainly_a_part) return model::Relation::equivalent;
    if (a_part) return input.coverage_source > input.coverage_target ? model::Relation::covered_by : model::Relation::covers;
    return model::Relation::overlaps;
}

}  // namespace kwalign::align
