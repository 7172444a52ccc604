#pragma once

/// Does a translation table carry meaning? Finds every segment's translation among those of many others.

#include "align/lexicon/analyser.hpp"
#include "align/translation/parallel_reader.hpp"
#include "align/translation/table.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace kwalign::tools {

/// Which witnesses speak.
struct RetrievalOptions {
    bool tables = true;
    bool lexicon = true;
};

/// Share of `segments` (0..1) whose own English text scores best among the English texts of all `segments`; of k equal bests, a k-th counts.
/// Tables: idf-weighted share of the words that have a counterpart, both ways, geometric mean; lexicon: idf-weighted cosine over concepts; both
/// added four to one. `lang`: language of the foreign side.
[[nodiscard]] double share_found(const std::vector<align::ParallelSegment>& segments, const align::TranslationTable& table,
                                 const align::Analyser& analyser, std::string_view lang, const RetrievalOptions& options);

}  // namespace kwalign::tools
