#pragma once

#include "model/limits.hpp"
#include "model/standard.hpp"

#include <string_view>

namespace kwalign::ingest {

/// True if the first line is a header with the columns id, title and lang (in any order, separated by commas, semicolons or tabs).
[[nodiscard]] bool is_flat_framework(std::string_view text);

/// A list of competences as one Standard: a table by RFC 4180 with the columns id, title, lang and optionally parent, description, kind and
/// level; each row becomes a unit of kind "item" (or what `kind` says), its description a statement. `framework` names the
/// framework, `title` the list. Rows that cannot be used are findings (bad-row, duplicate-number, dangling-reference).
/// Throws Error(bad_data) naming `place` when the header lacks a column, Error(limit_exceeded) beyond limits.max_statements.
[[nodiscard]] model::Standard read_flat_framework(std::string_view text, std::string_view place, std::string_view framework,
                                                  std::string_view title, const model::Limits& limits);

}  // namespace kwalign::ingest
