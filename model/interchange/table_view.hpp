#pragma once

/// What all table formats have in common: finding the units and statements behind the codes of a table, deciding which
/// links a reader gets to see, and which items are left without one.

#include "model/equivalence_table.hpp"
#include "model/interchange/table_writer.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// Units and statements of one standard by code. Refers to the standard it was made from.
class CodeIndex {
public:
    explicit CodeIndex(const Standard& standard);

    struct Place {
        const Unit* unit = nullptr;            ///< null: no such code in the standard
        const Statement* statement = nullptr;  ///< null for a unit as a whole
    };
    [[nodiscard]] const Standard& standard() const noexcept { return *m_standard; }
    [[nodiscard]] Place find(const Endpoint& endpoint) const;
    [[nodiscard]] const Unit* unit(std::string_view code) const;
    /// The statement with this code in whatever unit; both null if there is none.
    [[nodiscard]] Place statement(std::string_view code) const;

private:
    const Standard* m_standard;
    std::map<std::string_view, const Unit*> m_units;
    std::map<std::string_view, Place> m_statements;
};

/// An item of one side without a link, and what came nearest.
struct Unlinked {
    enum class Reason { given, below_minimum, rejected, no_candidate };

    CodeIndex::Place place;
    Endpoint item;
    Endpoint nearest;  ///< empty standard: none
    double nearest_confidence = 0.0;
    Reason reason = Reason::no_candidate;
    std::string why;       ///< for Reason::given: the aligner's own words
    bool has_row = false;  ///< a shown link of relation none speaks for it already
};

/// One pair of standards as readers get to see it.
struct PairView {
    std::size_t number = 0;  ///< counts from 1
    const Pair* pair = nullptr;
    std::string source_letter;
    std::string target_letter;
    const CodeIndex* source = nullptr;
    const CodeIndex* target = nullptr;
    std::vector<const Link*> unit_links;  ///< shown ones, in the pair's order
    std::vector<const Link*> statement_links;
    std::vector<Unlinked> unlinked_source;  ///< at the level of the options, in document order
    std::vector<Unlinked> unlinked_target;
    std::string expires;
};

/// A table with options applied. Refers to the table, which must outlive it.
class TableView {
public:
    /// Throws Error(bad_data) for a pair that names a standard the table does not hold.
    TableView(const EquivalenceTable& table, const TableOptions& options);
    TableView(const TableView&) = delete;
    TableView& operator=(const TableView&) = delete;

    [[nodiscard]] const EquivalenceTable& table() const noexcept { return *m_table; }
    [[nodiscard]] const TableOptions& options() const noexcept { return m_options; }
    [[nodiscard]] const std::vector<CodeIndex>& standards() const noexcept { return m_standards; }
    [[nodiscard]] const std::vector<PairView>& pairs() const noexcept { return m_pairs; }
    /// The links of the options' level.
    [[nodiscard]] const std::vector<const Link*>& links(const PairView& pair) const noexcept;

private:
    const EquivalenceTable* m_table;
    TableOptions m_options;
    std::vector<CodeIndex> m_standards;
    std::vector<PairView> m_pairs;
};

/// True for a link that a reader gets to see: confident enough, or of relation none where the options ask for those.
[[nodiscard]] bool is_shown(const Link& link, const TableOptions& options) noexcept;
/// True for a link that says something is there: neither relation none nor rejected by a person.
[[nodiscard]] bool holds(const Link& link) noexcept;

/// What a standard is called for short inside one table, by its position: "A", "B", ... "Z", "AA".
[[nodiscard]] std::string standard_letter(std::size_t index);

/// "EstQF 4"; the bare value where it names its scheme itself or has none.
[[nodiscard]] std::string level_label(const Level& level);
/// The level a unit is at: its own, else the standard's, else the EQF range; null unit: the standard's. Empty if unknown.
[[nodiscard]] std::string level_label(const Standard& standard, const Unit* unit);
/// The same without the name of the scale: "4", "4/5".
[[nodiscard]] std::string level_value(const Standard& standard, const Unit* unit);
/// "EQF 4", "EQF 4-5" or empty.
[[nodiscard]] std::string eqf_label(const Standard& standard);

/// The evidence as one line for people, strongest first: sentences, or phrases joined by "; ".
[[nodiscard]] std::string evidence_line(const Link& link);
/// One piece of evidence in words; composed from its codes where the aligner left no text.
[[nodiscard]] std::string evidence_text(const Evidence& evidence);

}  // namespace kwalign::model
