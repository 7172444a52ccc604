#pragma once

#include "ingest/layout/page_words.hpp"

#include <vector>

namespace kwalign::ingest {

/// Splits each page's words into body and furniture: text in the top or bottom margin that recurs at the same height on other pages (digits
/// masked), or is a page number. `body` and `furniture` get one entry per page.
struct SplitPages {
    std::vector<std::vector<PageWord>> body;
    std::vector<std::vector<WordLine>> furniture;
};
[[nodiscard]] SplitPages split_running_heads(const std::vector<Page>& pages);

}  // namespace kwalign::ingest
