#pragma once

/// The text of a page as spans count it.

#include "ingest/page.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kwalign::ingest {

/// Runs in the source's own order, each followed by a blank where a space follows on its line and by a line end otherwise.
/// `SourceSpan::first_char` and `last_char` count code points of this text.
[[nodiscard]] std::string page_text(const Page& page);

/// Where each run begins in `page_text`, in code points; one entry more than runs, so that offsets[i + 1] - 1 ends run i.
[[nodiscard]] std::vector<std::size_t> run_offsets(const Page& page);

}  // namespace kwalign::ingest
