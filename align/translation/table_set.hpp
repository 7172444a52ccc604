#pragma once

/// All translation tables at hand, by language.

#include "align/translation/table.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace kwalign::align {

using TranslationTables = std::map<std::string, TranslationTable, std::less<>>;

/// Every "<lang>-en.tsv" of `folder`, and `more` laid over them in this order. A folder that is not there has none. Throws as
/// TranslationTable::load.
[[nodiscard]] TranslationTables load_tables(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& more = {});

/// Both tables as one. What both know counts by how often each saw it, twice for `over`: who brings a table along means it.
[[nodiscard]] TranslationTable merged(const TranslationTable& base, const TranslationTable& over);

}  // namespace kwalign::align
