#pragma once

/// Private to the import registry: kwalign's own standards, one JSON object or an array of them (standard.schema.json).

#include "model/exchange/importer.hpp"

namespace kwalign::model {

/// Takes the array apart before it parses, so that memory is needed for one standard's JSON at a time.
[[nodiscard]] ImportResult import_json(std::string_view text, std::string_view place, const ImportOptions& options);

}  // namespace kwalign::model
