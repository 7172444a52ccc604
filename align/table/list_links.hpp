#pragma once

/// Lists against lists: what would take gigabytes if every scored pair were kept until links are made.

#include "align/engine.hpp"
#include "align/table/pair_scores.hpp"

#include <cstddef>

namespace kwalign::align {

/// True if the entries of two lists are to be compared as statements.
[[nodiscard]] bool score_entries(const StandardFeatures& source, const StandardFeatures& target, const AlignOptions& options) noexcept;

/// Leaves of the scores of two lists only what links between their entries need: no units, and where only the best of each source are asked for
/// (options.top), only those.
void keep_entries(PairScores& scores, const AlignOptions& options);

/// How many partners of each statement are scored. Between documents enough for the best partner by any witness to be among them; between large
/// lists, where the search ranks by what scoring goes by, somewhat more than are asked for.
[[nodiscard]] std::size_t candidates_for(const StandardFeatures& source, const StandardFeatures& target, const AlignOptions& options);

}  // namespace kwalign::align
