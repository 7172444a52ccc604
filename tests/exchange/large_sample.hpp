#pragma once

/// Standards and links by the hundred thousand, generated.

#include "model/link.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <functional>
#include <string>

namespace kwalign::tests {

/// `units` units of 99 statements each, with them 100 items a unit.
[[nodiscard]] model::Standard generated_standard(const std::string& code, std::size_t units);
/// `count` links between statements of two such standards of the same size.
void generated_links(const model::Standard& source, const model::Standard& target, std::size_t count,
                     const std::function<void(const model::Link&)>& visit);

}  // namespace kwalign::tests
