#pragma once

/// The rows of a gold file, sorted to the pairs of documents they speak of.

#include "model/standard.hpp"
#include "model/store/store.hpp"
#include "tools/app/gold.hpp"
#include "tools/app/gold_codes.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace kwalign::tools {

/// One document of the evaluation.
struct Document {
    std::string label;
    model::Standard standard;
    GoldCodes codes;
    Granularity granularity = Granularity::unit;
};

/// Gold rows of one pair of documents, turned to the direction in which the pair first appears.
struct GoldPair {
    std::size_t source = 0;  ///< index of the document
    std::size_t target = 0;
    std::vector<GoldRow> rows;
};

/// `evaluate A B`: gives documents without labels the gold file's own, where it speaks of one pair at most; else throws
/// model::Error(ambiguous).
void adopt_labels(std::vector<std::pair<std::string, std::string>>& documents, const std::vector<GoldRow>& rows, const std::string& place);

/// Documents by label and name. Throws model::Error as select_standard() does, and ambiguous where two labels name one standard.
[[nodiscard]] std::vector<Document> load_documents(const model::Store& store,
                                                   const std::vector<std::pair<std::string, std::string>>& names);

/// Rows by pair, in the order of the file; rows with an unknown label are left out and noted.
[[nodiscard]] std::vector<GoldPair> pair_rows(const std::vector<GoldRow>& rows, const std::vector<Document>& documents,
                                              std::vector<std::string>& notes);

/// Unit or statement codes? What most of the document's codes in the gold file are; a code that is both votes for units.
void decide_granularity(std::vector<Document>& documents, const std::vector<GoldPair>& pairs);

}  // namespace kwalign::tools
