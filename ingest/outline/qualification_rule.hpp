#pragma once

/// What prose says a qualification requires: codes, ranges of codes, choices.

#include "ingest/outline/template.hpp"
#include "model/standard.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// A holder shows competences and bundles, and containers that ask something themselves (a kerntaak with its knowledge).
[[nodiscard]] bool is_awarded(const model::Unit& unit);

/// Awarded units that a code means: itself, or what it holds. Document order.
[[nodiscard]] std::vector<std::string> units_under(const std::vector<model::Unit>& units, const std::string& code);

/// Appends `code` unless it is there.
void add_once(std::vector<std::string>& codes, const std::string& code);

/// The rule that a text states: codes and ranges of codes in prose, "at least one of" choices. `units` are known; a code that
/// is none of them is left out and noted; `place` is where the text stands.
[[nodiscard]] model::QualificationRule read_rule(std::string_view text, const Template& form, const std::vector<model::Unit>& units,
                                                 model::Findings& findings, const std::optional<model::SourceSpan>& place = std::nullopt);

}  // namespace kwalign::ingest
