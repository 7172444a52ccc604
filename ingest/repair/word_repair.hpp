#pragma once

#include "ingest/repair/word_knowledge.hpp"
#include "model/standard.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kwalign::ingest {

/// How far a text may be mended.
enum class RepairReach {
    careful,    ///< a text layer with signs of recognition: marks, digits among letters, small words that stuck
    recognised  ///< recognised just now: letters that look alike as well
};

/// What a word of letters and digits that no dictionary knows should have been, where there is exactly one answer. In this order:
/// "letter-for-digit" (0SI, 1nternet), "letter-case" (loT), "lost-marks" (continuiteit, commerciéle), "look-alike" (reguirements,
/// liin), "glued-words" (deinformatiesystemen). Every answer is a word that the dictionary of `lang` or the document itself has; the
/// confidence (0.75..0.95) is higher where the document prints it. Nothing where `lang` has no dictionary or the word is known.
[[nodiscard]] std::optional<model::Repair> repair_word(const std::string& word, std::string_view lang, const WordKnowledge& knowledge,
                                                       RepairReach reach);

}  // namespace kwalign::ingest
