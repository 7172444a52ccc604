#pragma once

/// SSSOM/TSV, metadata embedded, in a file of its own or absent. Mappings come back as links with their status and author; rows with
/// sssom:NoTermFound as gaps. Understood are the SKOS mapping properties and their counterparts of OWL and RDFS.

#include "model/exchange/importer.hpp"

namespace kwalign::model {

[[nodiscard]] ImportResult import_sssom(std::string_view text, std::string_view place, const ImportOptions& options);

}  // namespace kwalign::model
