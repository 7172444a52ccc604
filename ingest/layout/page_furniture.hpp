#pragma once

/// Running heads, running feet and page numbers: what recurs at the edges of pages.

#include "ingest/page.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kwalign::ingest {

struct FurniturePiece {
    std::vector<std::size_t> runs;  ///< indices into the page's runs
    std::string kind;               ///< "running_head" or "page_number"
    bool at_top = false;
};

/// One entry per page. A piece counts where the same text stands at the same place on several pages, where its number counts up
/// with the pages, or where it reads as a page number. Coded headings never do: they are told apart later.
[[nodiscard]] std::vector<std::vector<FurniturePiece>> find_furniture(const std::vector<Page>& pages);

}  // namespace kwalign::ingest
