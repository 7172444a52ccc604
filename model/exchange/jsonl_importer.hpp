#pragma once

/// JSON Lines as JsonlExporter writes them.

#include "model/exchange/importer.hpp"

namespace kwalign::model {

[[nodiscard]] ImportResult import_jsonl(std::string_view text, std::string_view place, const ImportOptions& options);

}  // namespace kwalign::model
