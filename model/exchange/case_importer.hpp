#pragma once

/// CASE 1.0 and 1.1 packages (CFPackage in JSON). A package that kwalign wrote comes back as it was, with what others have changed in
/// titles and texts; of others' packages, items with children become units, and so do items without that stand directly under the
/// document; items without children under another item become its statements.

#include "model/exchange/importer.hpp"

namespace kwalign::model {

[[nodiscard]] ImportResult import_case(std::string_view text, std::string_view place, const ImportOptions& options);

}  // namespace kwalign::model
