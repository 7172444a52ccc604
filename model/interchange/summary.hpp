#pragma once

/// Figures and lines about a whole table or pair that several formats print.

#include "model/interchange/messages.hpp"
#include "model/interchange/table_view.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::model {

/// From strongest to weakest.
inline constexpr std::array all_relations{Relation::equal,      Relation::equivalent, Relation::covers,
                                          Relation::covered_by, Relation::overlaps,   Relation::none};

/// One line of the coverage summary of a pair, with its numerator and denominator in words.
struct CoverageLine {
    std::string letter;   ///< whose
    std::string by;       ///< covered by which
    std::string label;    ///< "All units together", or the qualification
    std::string counts;   ///< "31/58 statements"
    std::string weights;  ///< "27.5/52"
    double share = 0.0;
    std::vector<std::string> uncovered;  ///< codes
};

/// Coverage of everything and of each qualification, source side first.
[[nodiscard]] std::vector<CoverageLine> coverage_summary(const PairView& pair, const Messages& messages);
/// The words for one coverage record; letters and label stay empty.
[[nodiscard]] CoverageLine coverage_line(const Coverage& coverage, const Messages& messages);
/// The unit-level coverage records of one side, in the pair's order.
[[nodiscard]] std::vector<const Coverage*> unit_coverage(const PairView& pair, const CodeIndex& side);

/// How many of the links have each relation, all_relations' order; rejected links are not counted.
[[nodiscard]] std::vector<std::pair<Relation, std::size_t>> relation_counts(const std::vector<const Link*>& links);
/// "equal 2, covers 1", leaving out zeros; the phrase for no links where there are none.
[[nodiscard]] std::string relation_counts_line(const std::vector<const Link*>& links, const Messages& messages);

/// The table's own title, or the titles of its standards.
[[nodiscard]] std::string table_title(const EquivalenceTable& table, const Messages& messages);
/// "A: Junior IT Specialist -> B: Softwaretester", with the arrow as one character.
[[nodiscard]] std::string pair_title(const PairView& pair);
/// "Created 2026-01-31 · Made with kwalign 0.1.0".
[[nodiscard]] std::string provenance_line(const EquivalenceTable& table, const Messages& messages);
/// "from 2024-01-01 until 2029-01-01", or that it is not stated.
[[nodiscard]] std::string validity(const Standard& standard, const Messages& messages);
/// "p. 4", "pp. 4-6" or empty.
[[nodiscard]] std::string page_label(const std::vector<SourceSpan>& spans, const Messages& messages);
/// "B is higher (EQF +1)", or empty where the levels are the same or not comparable.
[[nodiscard]] std::string level_flag(const Link& link, const PairView& pair, const Messages& messages);
/// "p. 4, 52 mm from the top": the page and, where the source has geometry, how far down it the statement starts; empty where unknown.
[[nodiscard]] std::string place_label(const Statement& statement, const Messages& messages);
/// A confidence as the language writes it.
[[nodiscard]] std::string confidence_text(double confidence, const Messages& messages);
/// What stands between two standards in a few sentences: coverage both ways, units with a counterpart, levels.
[[nodiscard]] std::vector<std::string> at_a_glance(const TableView& view, const PairView& pair, const Messages& messages);
/// The language of a standard's title; empty where unknown.
[[nodiscard]] std::string title_lang(const Standard& standard);
/// The languages by their names: "Estonian, English".
[[nodiscard]] std::string language_names(const std::vector<std::string>& tags, const Messages& messages);
/// "EstQF 4 · EQF 4".
[[nodiscard]] std::string level_line(const Standard& standard);
/// "whole qualification", ...; a kind of no known name as it is.
[[nodiscard]] std::string qualification_kind(std::string_view kind, const Messages& messages);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace kwalign::model
