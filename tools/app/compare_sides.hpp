#pragma once

/// What changed between two releases.

#include "model/exchange/diff.hpp"

#include <filesystem>
#include <string>

namespace kwalign::tools {

/// Each side is a store file, an export in a format that can be imported, a folder of exports, or else a standard or framework of `store`
/// (Store::resolve; "id@version" for an earlier edition). Two sides of one standard each are compared as its versions whatever their ids,
/// otherwise standards with the same id are. Throws model::Error for what cannot be read or found.
[[nodiscard]] model::SetDiff compare_sides(const std::filesystem::path& store, const std::string& before, const std::string& after);

}  // namespace kwalign::tools
