#pragma once

#include "model/standard.hpp"

namespace kwalign::model {

/// A copy of everything but the units, for formats that write those one by one. Cheap also for a standard of a hundred thousand statements.
[[nodiscard]] Standard head_of(const Standard& standard);

}  // namespace kwalign::model
