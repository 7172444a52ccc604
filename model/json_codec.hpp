#pragma once

/// JSON of the model, by the schemas in model/schema/. Every key is always present; what is absent is null. Functions are thread-safe.

#include "model/equivalence_table.hpp"
#include "model/link.hpp"
#include "model/standard.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace kwalign::model {

enum class Persons { keep, leave_out };

/// One Standard as JSON text, UTF-8, keys in the schema's order, `indent` spaces (0: one line).
[[nodiscard]] std::string to_json(const Standard& standard, Persons persons = Persons::keep, int indent = 2);
/// The inverse. Throws Error(bad_data) naming `place` and the JSON path of the first thing that is wrong.
[[nodiscard]] Standard standard_from_json(std::string_view json, std::string_view place);

[[nodiscard]] std::string to_json(const Link& link, int indent = 0);
[[nodiscard]] Link link_from_json(std::string_view json, std::string_view place);

/// A whole table: the JSON of `kwalign table --format json`.
[[nodiscard]] std::string to_json(const EquivalenceTable& table, Persons persons = Persons::keep, int indent = 2);
/// The same piece by piece, in order, for tables whose text is too large to be kept; only the links that `shown` agrees to, and without
/// reviewers where persons are left out.
void write_json(const EquivalenceTable& table, Persons persons, int indent, const std::function<bool(const Link&)>& shown,
                const std::function<void(std::string_view)>& sink);

}  // namespace kwalign::model
