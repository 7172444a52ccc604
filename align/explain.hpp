#pragma once

/// Every step of the text analysis, for `kwalign lexicon lookup`.

#include "align/lexicon/analyser.hpp"
#include "align/translation/table_set.hpp"

#include <string>
#include <string_view>

namespace kwalign::align {

[[nodiscard]] std::string explain(const Analyser& analyser, const TranslationTables& tables, std::string_view text, std::string_view lang);
[[nodiscard]] std::string explain_json(const Analyser& analyser, const TranslationTables& tables, std::string_view text,
                                       std::string_view lang);

}  // namespace kwalign::align
