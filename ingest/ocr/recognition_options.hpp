#pragma once

#include <cstddef>

namespace kwalign::ingest {

/// How text is recognised in pages that have none of their own (scans), or none that can be read.
struct RecognitionOptions {
    bool enabled = true;
    double dpi = 300.0;              ///< of the pictures; 150..600 is sensible
    std::size_t most_pages = 400;    ///< of one document that are recognised; each takes some seconds
    int page_milliseconds = 60'000;  ///< for one look at a page
};

}  // namespace kwalign::ingest
