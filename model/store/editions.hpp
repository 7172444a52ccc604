#pragma once

/// Private to the store: the rows of standards and their editions. The caller holds a transaction.

#include "model/standard.hpp"
#include "model/store/database.hpp"
#include "model/store/store.hpp"

#include <string>
#include <string_view>

namespace kwalign::model {

/// Puts the ids of a standard and its parts on another footing: every id that is `from`, or continues it, begins with `to`.
void change_id(Standard& standard, const std::string& from, const std::string& to);

/// Orders versions as people count: runs of digits by value ("7k" < "10"), the rest as bytes. Negative, 0 or positive.
[[nodiscard]] int compare_versions(std::string_view a, std::string_view b) noexcept;

/// Writes `standard` as an edition of its id, which carries no version; decides between add and update as Store::put() says.
[[nodiscard]] PutResult put_edition(Database& database, const Standard& standard);

/// Points the standard to its newest edition, or drops it where none is left.
void choose_current(Database& database, std::string_view id);

}  // namespace kwalign::model
