#pragma once

/// What changed since an earlier version, as a choice of what to publish again: identifiers stay, so publishing the changes updates and
/// never duplicates.

#include "model/exchange/diff.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace kwalign::model {

/// Read-only once built: share between threads freely.
class ChangeSet {
public:
    /// Of the differences between what was published and what is there now.
    explicit ChangeSet(const SetDiff& diff);

    [[nodiscard]] bool empty() const noexcept { return m_standards.empty() && m_links.empty(); }
    [[nodiscard]] bool has_standard(std::string_view id) const { return m_standards.find(id) != m_standards.end(); }
    /// The unit, or one of the fields that its records repeat from the standard, changed or is new.
    [[nodiscard]] bool has_unit(std::string_view standard, std::string_view code) const;
    [[nodiscard]] bool has_statement(std::string_view standard, std::string_view code) const;
    /// Parts came, went or moved, so places in the hierarchy changed.
    [[nodiscard]] bool has_hierarchy(std::string_view standard) const;
    [[nodiscard]] bool has_link(const Link& link) const;
    /// Standards, "standard#code" and "source -> target" of what is no longer there, in the order of the differences.
    [[nodiscard]] const std::vector<std::string>& removed() const noexcept { return m_removed; }

private:
    struct Parts {
        bool all = false;  ///< a new standard, or a change that every record repeats
        bool hierarchy = false;
        std::set<std::string, std::less<>> units;
        std::set<std::string, std::less<>> statements;
    };
    void add(const StandardDiff& diff);
    [[nodiscard]] const Parts* find(std::string_view standard) const;

    std::map<std::string, Parts, std::less<>> m_standards;
    std::set<std::tuple<Endpoint, Endpoint>> m_links;
    std::vector<std::string> m_removed;
};

}  // namespace kwalign::model
