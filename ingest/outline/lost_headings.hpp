#pragma once

#include "ingest/outline/walk.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::ingest {

/// Unit headings that the body lost or damaged, taken from the overview in its order; each with a finding that says from where.
class LostHeadings {
public:
    explicit LostHeadings(Walk& walk) : m_walk(walk) { find_printed_codes(); }

    /// Opens the next unit of the overview that has no heading in the body; its node, or nothing.
    std::optional<std::size_t> recover(const HeadingRule& section);
    /// A damaged line where a heading is due: alike enough to the overview's next entry, it is that heading.
    bool read_garbled_heading();
    /// Reads the overview, once; later calls do nothing.
    void read_overview();

private:
    /// Codes of unit headings and the last line each stands on: a heading that still comes is never recovered from elsewhere.
    void find_printed_codes();
    void open_recovered(std::size_t rule_index, std::size_t parent, const OverviewEntry& entry, std::vector<std::size_t> pieces);
    /// The overview's next entry of this kind that was not opened yet and does not come later; one that belongs under the
    /// open unit goes first, so that a unit without any text does not shift the others.
    [[nodiscard]] std::optional<OverviewEntry> next_lost(std::size_t rule_index, std::size_t parent);
    [[nodiscard]] bool still_comes(const std::string& code) const;
    /// An overview entry is of this kind of heading if its code is what the heading's pattern would read.
    [[nodiscard]] static bool is_of(const HeadingRule& rule, const OverviewEntry& entry);
    [[nodiscard]] bool is_revealed(std::string_view name) const;

    Walk& m_walk;
    std::map<std::string, std::size_t> m_printed_codes;
    bool m_overview_read = false;
};

}  // namespace kwalign::ingest
