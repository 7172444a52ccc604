#pragma once

/// Private to the store: opening the file, knowing it for a store, and bringing an older schema up to date.

#include "model/store/database.hpp"
#include "model/store/store.hpp"

#include <filesystem>
#include <memory>

namespace kwalign::model {

/// Opens `file` as Store's constructor says. A file that is not a kwalign store is recognised by its first bytes, before SQLite
/// touches it.
[[nodiscard]] std::unique_ptr<Database> open_store_file(const std::filesystem::path& file, Store::Mode mode);

}  // namespace kwalign::model
