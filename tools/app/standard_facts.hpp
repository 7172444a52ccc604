#pragma once

#include "model/json_codec.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::tools {

/// Facts of a standard as label and value, in the order in which people ask for them; only those that are known.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> facts_of(const model::Standard& standard, model::Persons persons);
/// "partial: Computer Technician, EstQF 4; B.3.1, B.3.2 and at least 1 of B.3.6, B.3.7".
[[nodiscard]] std::string describe(const model::Qualification& qualification);
/// "EstQF 4", "e-CF e-2"; "level 4" where the scheme is not known.
[[nodiscard]] std::string describe(const model::Level& level);
/// "page 4", "pages 4-5", or nothing where no page is known.
[[nodiscard]] std::string pages_of(const std::vector<model::SourceSpan>& spans);
/// "EQF 4-5", "EQF 4", or nothing.
[[nodiscard]] std::string eqf_of(const model::Standard& standard);

/// Depth of each unit by its code: 0 for a unit without a known parent. Units name parents that stand before them.
[[nodiscard]] std::map<std::string, std::size_t, std::less<>> depths_of(const model::Standard& standard);

}  // namespace kwalign::tools
