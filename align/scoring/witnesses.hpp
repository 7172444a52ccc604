#pragma once

/// What speaks for a pair of units, each witness on its own scale 0..1; the combiner (combiner.hpp) weighs them.

#include "align/features/standard_features.hpp"
#include "align/scoring/overlap.hpp"
#include "align/scoring/statement_pairs.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace kwalign::align {

enum class Witness {
    content,        ///< pooled text of both units: balance of both coverages
    containment,    ///< the larger of both coverages: a part of a bigger unit
    title,          ///< titles alone, as far as the statements bear them out
    statements,     ///< best partner of each statement, averaged by distinctiveness, the better direction
    code,           ///< shared e-CF codes over all of the smaller list, as far as the statements bear them out
    source_rank,    ///< how near the pair comes to the source's best pair: preliminary score over the best one
    target_rank,    ///< the same from the target's side
    mutual_rank,    ///< product of both ranks: being each other's first choice
    title_in_text,  ///< how much of one unit's title the other unit speaks of, the better of both ways
    topic,          ///< the fields both units speak of, by the lexicon's domains, rare ones counting more
    field           ///< how much the two standards speak of the same field; the same for all their pairs
};
constexpr std::size_t witness_count = 11;
[[nodiscard]] std::string_view to_string(Witness witness) noexcept;

/// Two units, by index into the two StandardFeatures::units.
struct UnitPair {
    std::size_t source = 0;
    std::size_t target = 0;
    std::array<double, witness_count> witness{};
    Overlap content;
    double covered_source =
        0.0;  ///< share 0..1 of the source's statements that have a partner in the target; a weak partner counts in part
    double covered_target = 0.0;  ///< the reverse; units without statements have their content coverage instead
    /// Each is the other's best partner.
    [[nodiscard]] bool mutual() const noexcept { return (*this)[Witness::source_rank] >= 1.0 && (*this)[Witness::target_rank] >= 1.0; }
    [[nodiscard]] double operator[](Witness w) const noexcept { return witness[static_cast<std::size_t>(w)]; }
};

/// Hears all witnesses for every pair of competences or bundles that shares anything (bundles only lend context to their statements). Between large standards (more than a million pairs) only each unit's best candidates by
/// pooled content are heard. Sorted by source, then target; the same for any number of threads (`jobs`, 0: one per core).
[[nodiscard]] std::vector<UnitPair> hear_witnesses(const StandardFeatures& source, const StandardFeatures& target,
                                                   const std::vector<StatementPair>& statements, const FeatureSpace& space, unsigned jobs);

}  // namespace kwalign::align
