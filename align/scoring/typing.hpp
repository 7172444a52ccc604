#pragma once

/// From coverage both ways to a set relation.

#include "model/link.hpp"

namespace kwalign::align {

/// What typing knows of a pair. Coverages 0..1: the share of one side's requirements that the other meets.
struct TypingInput {
    double coverage_source = 0.0;
    double coverage_target = 0.0;
    bool same_text = false;  ///< the requirements are the same to the letter, after normalising
    bool mutual = false;     ///< each is the other's best partner
};

/// Equal for the same text. Equivalent when each is the other's best partner, because whoever looks for a replacement on either side ends there;
/// not where nearly all of the one is but a small part of the other. Covers or covered-by when one side holds most of the other and the other
/// clearly less of it, else overlaps. Never none: whether a pair is a link at all is the caller's decision.
[[nodiscard]] model::Relation relation_of(const TypingInput& input) noexcept;

}  // namespace kwalign::align
