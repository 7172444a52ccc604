#pragma once

/// The languages' rule objects; see morphology.hpp. Private to align/text.

#include "align/text/morphology.hpp"

namespace kwalign::align {

[[nodiscard]] const Morphology& english_morphology();
[[nodiscard]] const Morphology& dutch_morphology();
[[nodiscard]] const Morphology& estonian_morphology();

/// Marks keys of verb forms, so that they meet infinitives and nothing else.
inline constexpr std::string_view verb_mark = "v:";

/// Adds `key` unless it is there already.
void add_key(std::vector<std::string>& keys, std::string key);

}  // namespace kwalign::align
