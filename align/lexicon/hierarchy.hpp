#pragma once

/// What lies near a concept in the lexicon's hierarchy, and how far it stands for it. Private to align/lexicon.

#include "align/lexicon/lexicon.hpp"

#include <vector>

namespace kwalign::align {

struct Relations {
    std::vector<ConceptId> broader;
    std::vector<ConceptId> related;
};

/// The neighbours of each concept, sorted by id, each once with its best degree: broader and narrower concepts, those a second step up or down,
/// those under the same broader concept unless it has too many to mean much, and related ones. Symmetrical.
[[nodiscard]] std::vector<std::vector<Neighbour>> neighbours_in(const std::vector<Relations>& concepts);

}  // namespace kwalign::align
