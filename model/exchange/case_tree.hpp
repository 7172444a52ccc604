#pragma once

/// Private to the CASE importer: the hierarchy of a package's items.

#include "model/exchange/case_read.hpp"

#include <string_view>
#include <vector>

namespace kwalign::model {

/// Children in their order; every item stands exactly once in it.
struct CaseTree {
    std::vector<std::size_t> top;                    ///< indices of items directly under the document
    std::vector<std::vector<std::size_t>> children;  ///< by item
};

/// Of several parents the first is kept, an item without one stands under the document; both with a finding. Throws Error(bad_data)
/// where isChildOf runs in a circle, naming it, and Error(limit_exceeded) for a tree deeper than Limits::max_depth.
[[nodiscard]] CaseTree build_case_tree(const CaseContents& contents, std::string_view place, Findings& findings);

}  // namespace kwalign::model
