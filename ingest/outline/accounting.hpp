#pragma once

/// Where the characters of a document went: nothing may disappear silently.

#include "ingest/explanation.hpp"
#include "ingest/outline/outline.hpp"
#include "model/finding.hpp"
#include "model/standard.hpp"

#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// What kind of reading the rule of a line was. Rules are named as in Outline::line_rules.
[[nodiscard]] Reading reading_of(std::string_view rule) noexcept;

[[nodiscard]] Accounting account_for(const LayoutDocument& document, const Outline& outline);

/// Every line, or part of one that a rule took, in reading order.
[[nodiscard]] std::vector<LineReport> line_reports(const LayoutDocument& document, const Outline& outline);

/// Sets Source::text_accounted and adds a finding for each line that is left over.
void account_for_text(const LayoutDocument& document, const Outline& outline, model::Standard& standard, model::Findings& findings);

}  // namespace kwalign::ingest
