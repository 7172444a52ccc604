#pragma once

/// Private to the LOQ exporters: what all specifications of a standard share: field of education, languages, occupations, issuer, dates.

#include "model/exchange/loq_plan.hpp"

#include <string>

namespace kwalign::model {

/// A plan without specifications and outcomes. Throws Error(unsupported) where the field of education is unknown.
[[nodiscard]] LoqPlan plan_loq_head(const Standard& standard, const ExportOptions& options, LossReport& losses);
/// The language tag of texts that have none of their own.
[[nodiscard]] std::string main_language_of(const Standard& standard);

}  // namespace kwalign::model
