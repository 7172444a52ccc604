#pragma once

/// The level at which a unit is asked for, and how two of them compare.

#include "model/standard.hpp"

#include <optional>

namespace kwalign::model {

/// The unit's own level; else that of the qualifications which require it (what only one profile asks for has that profile's level, what several
/// ask for a range); else the standard's. Nothing where none is printed. Pure, thread-safe.
[[nodiscard]] std::optional<Level> unit_level(const Standard& standard, const Unit& unit);

/// A range on the European Qualifications Framework's scale, 1 to 8.
struct EqfRange {
    int low = 0;
    int high = 0;
    friend bool operator==(const EqfRange&, const EqfRange&) = default;
};
/// unit_level() on the EQF scale, where its scheme is EQF or a national one with the same numbers (EstQF, NLQF, mbo); else the standard's EQF
/// levels; nothing where neither is known.
[[nodiscard]] std::optional<EqfRange> eqf_of_unit(const Standard& standard, const Unit& unit);

/// How many levels `target` lies above `source`; 0 where the ranges have a level in common, because then nobody can say that they differ.
[[nodiscard]] int level_gap(const EqfRange& source, const EqfRange& target) noexcept;

}  // namespace kwalign::model
