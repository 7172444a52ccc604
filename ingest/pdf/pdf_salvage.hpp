#pragma once

/// Damaged PDF files: a new index for what is left of them. Plain bytes, no Poppler.

#include <optional>
#include <string>
#include <string_view>

namespace kwalign::ingest {

/// The same bytes with a cross-reference table, a trailer and, where the old ones are lost, a catalogue and a page tree appended, so
/// that a reader finds every object that is still there. Objects are found by their heads ("12 0 obj"), the last one of a number
/// counts, as in an updated file (ISO 32000-1, 7.5.6); a stream that the end of the file cut off is closed there. Pages are in the
/// order of the file where their tree is lost.
/// Nothing where no page can be found this way: no PDF, all pages inside compressed object streams, or encrypted (the key is in the
/// trailer that is lost). The objects' contents are neither looked at nor mended.
[[nodiscard]] std::optional<std::string> rebuild_pdf(std::string_view bytes);

}  // namespace kwalign::ingest
