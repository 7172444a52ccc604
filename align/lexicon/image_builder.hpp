#pragma once

/// Compiles lexicon lines into an image. Private to align/lexicon.

#include "align/lexicon/image.hpp"
#include "align/lexicon/lexicon_file.hpp"

#include <string>
#include <vector>

namespace kwalign::align {

/// `lines`: sorted by id, each id once; relations to ids that are not among them are left out. The same lines and digest give the same bytes.
/// Throws model::Error(limit_exceeded) over 2 GB.
[[nodiscard]] std::string image_bytes(const std::vector<LexiconLine>& lines, const SourceDigest& sources);

}  // namespace kwalign::align
