#pragma once

/// A table flattened to rows of plain values, for the formats that are rows: CSV, XLSX, Markdown.

#include "model/interchange/messages.hpp"
#include "model/interchange/table_view.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace kwalign::model {

/// One end of a row. All empty where a row has no such end.
struct RowEnd {
    std::string standard;  ///< standard id
    std::string code;
    std::string title;  ///< unit title, or statement text at statement level
    std::string lang;
    std::string level;        ///< "4", "4/5"
    std::string level_label;  ///< "EstQF 4"
    std::string place;        ///< "p. 4", for a statement with how far down the page
    std::string requirement;  ///< "mandatory", "elective", in the reader's language
    std::string ecf;          ///< "B.2, B.4"
};

struct TableRow {
    RowEnd source;
    RowEnd target;
    Relation relation = Relation::none;
    double confidence = 0.0;
    double coverage_source = 0.0;
    double coverage_target = 0.0;
    std::optional<int> level_difference;
    std::string level_flag;  ///< "B is higher (EQF +1)"; empty where the levels agree or cannot be compared
    std::string evidence;
    std::string expires;
    Decision decision;  ///< without names where the options leave persons out
};

/// The rows of one pair one by one, in the order of the options; with options.all an item without a link is a row of relation none with one
/// end empty. In document order one of the source takes its place there, else they follow the links; those of the target come last.
void for_each_row(const TableView& view, const PairView& pair, const Messages& messages, const std::function<void(const TableRow&)>& take);
/// How many rows that gives.
[[nodiscard]] std::size_t count_rows(const TableView& view, const PairView& pair);

/// Why an item has no link, and what came nearest: "nearest PLO 5 Helpdesk (0.41): no common concept".
[[nodiscard]] std::string explain(const Unlinked& unlinked, const CodeIndex& other, const Messages& messages);

}  // namespace kwalign::model
