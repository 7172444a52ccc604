#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace kwalign::align {

/// Closed-class words (articles, pronouns, conjunctions) as "lang<TAB>word", from a TSV with header "lang<TAB>word". Open-class words are
/// not listed: their rarity speaks. Throws model::Error(not_found).
[[nodiscard]] std::set<std::string> load_function_words(const std::filesystem::path& file);

}  // namespace kwalign::align
