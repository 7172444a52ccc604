#pragma once

/// Words as translation tables count them: one key per word form, compounds as their parts where the parts are the commoner words.

#include "align/text/morphology.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// How often a key was seen; 0: never.
using CountOfKey = std::function<std::uint32_t(std::string_view key)>;

/// A word, or a part of a compound.
struct WordUnit {
    std::string key;
    bool known = false;  ///< its count is not 0
};

/// The key of `keys` that was seen most often, the earlier one of equals; the first where none was seen. Morphology::keys_of_word offers
/// every reading of a form; over many forms of one word only the key of their common stem adds up.
[[nodiscard]] WordUnit commonest_key(const std::vector<std::string>& keys, const CountOfKey& count);

/// The units of a word. `word` is case-folded UTF-8, `count` says what was seen of the language's keys. A compound is cut where its parts are
/// known by keys of four letters and more and the geometric mean of their counts is above its own count (P. Koehn, K. Knight: Empirical
/// methods for compound splitting, EACL 2003); a compound that was never seen is cut even where one part is not known. At least one unit.
[[nodiscard]] std::vector<WordUnit> units_of_word(std::string_view word, const Morphology& morphology, const CountOfKey& count);

}  // namespace kwalign::align
