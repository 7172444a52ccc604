#pragma once

#include "model/link.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <random>
#include <string>

namespace kwalign::tests {

/// A standard with every field filled and every kind of oddity a string can have.
[[nodiscard]] model::Standard full_standard();
/// A link with every field filled.
[[nodiscard]] model::Link full_link();

/// A small honest standard: `units` units of `statements` statements each, identities assigned.
[[nodiscard]] model::Standard plain_standard(const std::string& certificate_code, std::size_t units = 3, std::size_t statements = 4);
/// A suggested link between units of two standards.
[[nodiscard]] model::Link plain_link(const std::string& source, const std::string& source_unit, const std::string& target,
                                     const std::string& target_unit);

/// Random contents by the generator's state; equal states give equal standards.
[[nodiscard]] model::Standard random_standard(std::mt19937& generator);

}  // namespace kwalign::tests
