#pragma once

/// From coverage both ways to a set relation.

#include "model/link.hpp"

namespace kwalign::align {

/// What typing knows of a pair. Coverages 0..1: the share of one side's requirements that the other meets.
struct TypingInput {
    double confidence = 0.0;
    double coverage_source = 0.0;
    double coverage_target = 0.0;
    bool same_text = false;  ///< the requirements are the same to the letter, after normalising
};

/// Equal for the same text; equivalent when both sides hold much of each other; covers or covered-by when one side holds clearly more of
/// the other than it is held; else overlaps. Never none: whether a pair is a link at all is the caller's decision.
[[nodiscard]] model::Relation relation_of(const TypingInput& input) noexcept;

}  // namespace kwalign::align
