#pragma once

#include "ingest/outline/outline.hpp"

namespace kwalign::ingest {

/// Headings whose numbers do not count on from their neighbour's (A.4 and then A.6): finding "numbering-gap".
void check_numbering(const Outline& outline, model::Findings& findings);

/// A printed number split into what is counted and what stands before it: "B.3.10" -> {"B.3.", 10}, "P2-K1-W3" -> {"P2-K1-W", 3}.
/// Nothing for a code without a final number. Exposed for tests.
[[nodiscard]] std::optional<std::pair<std::string, int>> counted(std::string_view code);

}  // namespace kwalign::ingest
