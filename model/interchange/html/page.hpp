#pragma once

/// The sections of the page and the small pieces they share. Each section appends itself to the markup.

#include "model/interchange/html/document.hpp"
#include "model/interchange/html/markup.hpp"
#include "model/interchange/messages.hpp"
#include "model/interchange/table_view.hpp"

#include <compare>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// What all sections read. Refers to the view and the messages.
class Page {
public:
    Page(const TableView& view, const Messages& messages, Medium medium);

    const TableView& view;
    const Messages& text;
    const Medium medium;
    [[nodiscard]] bool on_paper() const noexcept { return medium == Medium::paper; }
    /// True where the options ask for this part of every pair.
    [[nodiscard]] bool shows(TableParts part) const noexcept {
        return view.options().parts == TableParts::all || view.options().parts == part;
    }
    /// True where links stand in rows of their own that other places can lead to.
    [[nodiscard]] bool has_unit_rows() const noexcept { return shows(TableParts::table) && view.options().level == TableLevel::unit; }
    /// The id of a link's row, "p1:B.3.5:PLO_205": the same for the same table, whatever is filtered; unique in the page.
    [[nodiscard]] const std::string& anchor(const Link& link) const { return m_anchors.at(&link); }

    /// The shown statement links between the units of a unit link.
    [[nodiscard]] const std::vector<const Link*>& statement_links(const PairView& pair, const Link& unit_link) const;

private:
    struct UnitPair {
        const PairView* pair;
        std::string_view source;
        std::string_view target;
        friend auto operator<=>(const UnitPair&, const UnitPair&) = default;
    };
    std::map<const Link*, std::string> m_anchors;
    std::map<UnitPair, std::vector<const Link*>> m_statement_links;
};

/// One side of a pair while it is being written.
struct PageSide {
    const CodeIndex* index = nullptr;
    const std::string* letter = nullptr;
};

// Sections, in the order of the page.
void write_cover(Markup& out, const Page& page);
void write_contents(Markup& out, const Page& page);
void write_standards(Markup& out, const Page& page);
void write_reading_guide(Markup& out, const Page& page);
void write_side_by_side(Markup& out, const Page& page);
/// What several standards cover of one together; `by` joins their ids with " + ". Nothing where there is nothing to say.
void write_joint(Markup& out, const Page& page, const std::vector<Coverage>& joint);
void write_filter(Markup& out, const Page& page);
void write_summary(Markup& out, const Page& page, const PairView& pair);
void write_matrix(Markup& out, const Page& page, const PairView& pair);
void write_flow(Markup& out, const Page& page, const PairView& pair);
void write_links(Markup& out, const Page& page, const PairView& pair);
void write_not_covered(Markup& out, const Page& page, const PairView& pair);
void write_signatures(Markup& out, const Page& page);

// Pieces.
/// `<section id="pair-1-links" aria-labelledby=...><h3>title</h3>`; the caller closes the section.
void open_part(Markup& out, const PairView& pair, std::string_view part, std::string_view title);
/// A date in the reader's way, with the ISO form for machines.
void write_date(Markup& out, const Messages& text, std::string_view iso);
void write_letter(Markup& out, std::string_view letter);
/// Symbol, colour and word of a relation.
void write_relation(Markup& out, const Messages& text, Relation relation);
/// The relations of a pair's unit links, each with its sign, word, colour and how many links have it.
void write_legend(Markup& out, const Page& page, const PairView& pair);
/// How many pairs of statements support a unit link: by their own links or by its evidence.
[[nodiscard]] std::size_t statement_pair_count(const Page& page, const PairView& pair, const Link& link);
/// A bar of the given share 0..1; decoration only, the number stands beside it as text.
void write_bar(Markup& out, double share);
/// Code, text, page: the statement as its document has it.
void write_statement(Markup& out, const Messages& text, const Statement& statement);
/// A unit or statement as a cell shows it: code, title, level, language, page.
void write_item(Markup& out, const Messages& text, const CodeIndex& index, const Endpoint& item);
/// How many pieces of evidence stand open below a link; the rest is one click away. What speaks against a link is always in sight.
inline constexpr std::size_t evidence_in_sight = 3;
void write_evidence(Markup& out, const Page& page, const std::vector<const Evidence*>& evidence);
/// Which units had all their statements printed already: on paper once is enough.
struct UnitsWritten {
    std::set<std::string_view> source;
    std::set<std::string_view> target;
};
/// The statements that carry a unit link side by side, and the others of both units.
void write_link_details(Markup& out, const Page& page, const PairView& pair, const Link& link, UnitsWritten& written);
[[nodiscard]] std::string_view css_class(Relation relation) noexcept;

}  // namespace kwalign::model
