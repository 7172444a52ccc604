#pragma once

#include "model/equivalence_table.hpp"

namespace kwalign::tests {

/// A plausible table written for the tests: an Estonian standard (A), a European profile (B) and a Dutch certificate (C) about
/// network work. Two standards give one pair, three give three. Figures and links are invented and consistent with each other.
[[nodiscard]] model::EquivalenceTable sample_table(std::size_t standards);

/// A small table whose every text is a trap: quotes, line ends, pipes, script elements, formulas, emoji, right-to-left text, control
/// characters, a text longer than a spreadsheet cell, a code with spaces and slashes.
[[nodiscard]] model::EquivalenceTable awkward_table();

/// The traps in the order of the units' titles of awkward_table()'s source.
[[nodiscard]] const std::vector<std::string>& awkward_texts();

}  // namespace kwalign::tests
