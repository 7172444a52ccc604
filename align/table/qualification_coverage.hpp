#pragma once

/// What a qualification asks, unit by unit, and how much of it is covered: by one standard or by several together.

#include "model/equivalence_table.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace kwalign::align {

/// Share of a unit's statements from which it counts as covered; the words for people say so.
inline constexpr double covered_from = 0.5;

/// Coverage of units by code.
using CoverageOfUnits = std::map<std::string, model::Coverage>;

/// The units of an elective group that count: its `minimum` best-covered ones, in document order among equals.
[[nodiscard]] std::vector<std::string> best_of_group(const model::ElectiveGroup& group, const CoverageOfUnits& units);

/// Coverage of one qualification: a required unit weighs 1 and each of the `minimum` best-covered elective units one half. Codes of units that
/// are not in `units` (containers) ask nothing by themselves.
[[nodiscard]] model::Coverage cover_qualification(const model::Standard& standard, const model::Qualification& qualification,
                                                  const std::string& by, const CoverageOfUnits& units);

/// What all standards that `table` compares with the one at index `standard` cover of it together: a statement is covered if any of them
/// covers it. Its units first, then its qualifications; `by` joins their ids with " + ". Empty where it is in no pair.
[[nodiscard]] std::vector<model::Coverage> joint_coverage(const model::EquivalenceTable& table, std::size_t standard);

}  // namespace kwalign::align
