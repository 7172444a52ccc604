#pragma once

/// Private to the CASE importer: from a package's contents to a Standard.

#include "model/exchange/case_tree.hpp"
#include "model/exchange/importer.hpp"

namespace kwalign::model {

[[nodiscard]] Standard case_standard(const CaseContents& contents, const CaseTree& tree, std::string_view place,
                                     const ImportOptions& options, Findings& findings);

}  // namespace kwalign::model
