#pragma once

/// Pages of a PDF that have no text of their own, or none that can be read, are read from their pictures.

#include "ingest/ocr/recognition_options.hpp"
#include "ingest/outline/language.hpp"
#include "ingest/page.hpp"

#include <string_view>

namespace kwalign::ingest {

/// Fills in the runs of the pages that need it; the others are left alone. `document` comes from these `bytes` of a PDF. What was done is said by
/// findings, one for each page: "page-recognised" (with the mean confidence), "words-doubtful", "text-layer-unreadable",
/// "page-without-text" (also after recognition), "recognition-stopped" (limit hit), "recognition-data-missing" (with the packages that bring it).
/// Needs no more than the document tells: languages are those of its readable pages, or all that are installed.
/// Throws Error(no_text) where no page has text in the end, whatever was tried.
void recognise_pages(SourceDocument& document, std::string_view bytes, std::string_view password, const LanguageModel& languages,
                     const RecognitionOptions& options);

}  // namespace kwalign::ingest
