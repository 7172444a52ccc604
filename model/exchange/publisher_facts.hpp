#pragma once

/// What whoever publishes says about a standard that does not say it itself. LOQ demands a field of education; many documents, Dutch ones
/// for instance, print none, and an exporter must not guess.

#include "model/standard.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// Empty: nothing is said.
struct StatedFacts {
    std::string isced_f;            ///< code of ISCED-F 2013: "0613"
    std::vector<std::string> isco;  ///< codes of ISCO-08: "2512"
    std::string awarding_body;      ///< name of an organisation
    std::string rule;               ///< why, for people; goes into the export with the field

    [[nodiscard]] bool empty() const noexcept { return isced_f.empty() && isco.empty() && awarding_body.empty(); }
    friend bool operator==(const StatedFacts&, const StatedFacts&) = default;
};

/// Facts by standard. Read-only once built: share between threads freely.
class PublisherFacts {
public:
    /// `scope`: a standard's id, one of its identifiers (a crebo number, register number, certificate code), a framework, the beginning
    /// of an id or identifier with "*" after it, or "*" for every standard. Throws Error(bad_data) with `place` for a code that
    /// ISCED-F 2013 does not have or what is no ISCO-08 code.
    void add(std::string scope, StatedFacts facts, std::string_view place);
    /// A table with tabs: lines with "#" are remarks, the first other line names the columns standard, isced_f, isco (separated by spaces),
    /// awarding_body and rule, of which all but the first may be missing. Throws Error(bad_data) with place and line.
    void add_table(std::string_view text, std::string_view place);

    /// Each fact from the closest scope that states it: id, identifier, the longest beginning, framework, "*"; of equally close ones the
    /// first that was added.
    [[nodiscard]] StatedFacts of(const Standard& standard) const;

private:
    struct Row {
        std::string scope;
        StatedFacts facts;
    };
    std::vector<Row> m_rows;
};

}  // namespace kwalign::model
