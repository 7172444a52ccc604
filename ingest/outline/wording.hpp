#pragma once

/// Small decisions about running text: where sentences end, whether a line goes on with the one before.

#include "ingest/outline/outline.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::ingest {

[[nodiscard]] bool starts_upper(std::string_view text);
[[nodiscard]] bool starts_lower(std::string_view text);
/// Ends with . ! ? or one of them before closing quotes or brackets.
[[nodiscard]] bool ends_sentence(std::string_view text);
/// More opening than closing round brackets.
[[nodiscard]] bool has_open_bracket(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// "12. Text" or "a) Text": the number and the byte where the text begins. "3.5 x" and "2019 x" are none.
[[nodiscard]] std::optional<std::pair<std::string, std::size_t>> item_number(std::string_view text);

/// How wide the lines of a document are set, for telling a wrapped line from a finished one.
class LineWidths {
public:
    explicit LineWidths(const std::vector<Piece>& pieces);
    /// True where the first word of `next` would not have fitted behind `previous`, so the break may be a mere wrap.
    [[nodiscard]] bool wraps(const Piece& previous, const Piece& next) const;
    /// True where it would surely have fitted: the source has geometry and its column is well known.
    [[nodiscard]] bool surely_fits(const Piece& previous, const Piece& next) const;

private:
    /// Lines that begin at about the same place on a page, or stand in the same column of the same table.
    struct Column {
        int page = 0;
        int table = 0;
        int column = 0;
        double left = 0.0;
        std::vector<double> ends;  ///< right ends of its lines, ascending
        [[nodiscard]] bool holds(const Piece& piece) const;
        /// The rightmost end that several lines reach: a title set over the full page does not widen a column.
        [[nodiscard]] double right() const;
    };
    [[nodiscard]] const Column* column_of(const Piece& piece) const;
    /// How much room is left behind `previous` when the first word of `next` is put there, in points.
    [[nodiscard]] static double room(const Piece& previous, const Piece& next, double right);

    std::vector<Column> m_columns;
    double m_characters = 0.0;  ///< of a full line in sources without geometry
};

/// The pieces' text as one line: words divided at line ends are joined again, everything else gets one space.
[[nodiscard]] std::string join_pieces(const Outline& outline, const std::vector<std::size_t>& indices,
                                      std::vector<model::Repair>* repairs = nullptr);

/// The text of all entries of a node as one line.
[[nodiscard]] std::string node_text(const Outline& outline, const OutlineNode& node);

/// At most 100 code points of a text, for messages; what is cut is marked by an ellipsis.
[[nodiscard]] std::string shortened(std::string_view text);

/// 0..1: how alike two titles are, letters only, case and marks aside (1 - edit distance / longer length).
[[nodiscard]] double title_likeness(std::string_view a, std::string_view b);

}  // namespace kwalign::ingest
