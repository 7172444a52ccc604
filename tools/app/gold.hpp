#pragma once

/// Gold files: links that evaluators agreed on (kwalign-gold(5)).

#include "model/link.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::tools {

enum class GoldStrength {
    sign,  ///< evaluators would sign it: must be found
    weak   ///< arguable: counts neither for nor against
};

/// One judged pair, as the file says it.
struct GoldRow {
    std::size_t line = 0;    ///< in the file, from 1
    std::string source_doc;  ///< label, empty where the file has no such column
    std::string source_code;
    std::vector<model::Relation> relations;  ///< every reading, at least one
    GoldStrength strength = GoldStrength::sign;
    std::string target_doc;
    std::string target_code;

    friend bool operator==(const GoldRow&, const GoldRow&) = default;
};

/// Parses a gold file's text: UTF-8 TSV, columns by the names in the first line (source_code, relation and target_code required;
/// source_doc, target_doc, strength optional; others ignored), blank lines and lines that begin with '#' skipped, CR LF accepted.
/// Throws model::Error(bad_data) with "place:line" for a missing column, a short row, an unknown relation or strength, and for the
/// same pair judged twice.
[[nodiscard]] std::vector<GoldRow> parse_gold(std::string_view text, std::string_view place);

}  // namespace kwalign::tools
