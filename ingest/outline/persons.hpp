#pragma once

#include "model/standard.hpp"

#include <string>
#include <vector>

namespace kwalign::ingest {

/// Names with organisations, one person a line ("Name Surname, Organisation") or all in one paragraph.
[[nodiscard]] std::vector<model::Person> read_persons(const std::vector<std::string>& lines);

}  // namespace kwalign::ingest
