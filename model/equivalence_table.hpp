#pragma once

/// The value that table writers turn into files and that evaluators sign: links between the standards of one comparison,
/// coverage both ways, and what stayed uncovered. Self-contained: holds the standards it speaks of.

#include "model/link.hpp"
#include "model/standard.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kwalign::model {

/// One unit (or qualification) of one standard and how much of it the other standard covers.
struct Coverage {
    std::string standard;      ///< whose unit or qualification
    std::string by;            ///< the standard it is compared with
    std::string code;          ///< unit code, or qualification title for `of == "qualification"`
    std::string of;            ///< "unit" or "qualification"
    double numerator = 0.0;    ///< weight covered; a statement weighs 1, in an elective unit of a qualification less
    double denominator = 0.0;  ///< weight in all
    std::size_t covered = 0;   ///< statements (or units, for qualifications) counted as covered
    std::size_t total = 0;
    std::vector<std::string> uncovered;  ///< codes of statements (or units) not covered

    [[nodiscard]] double share() const noexcept { return denominator > 0.0 ? numerator / denominator : 0.0; }
    friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// A unit that found no partner, with the nearest miss and why it is not a link.
struct Gap {
    Endpoint item;
    std::string by;    ///< the standard in which nothing was found
    Endpoint nearest;  ///< best-scoring candidate; empty standard: none at all
    double nearest_confidence = 0.0;
    std::string why;  ///< one line for people, in English

    friend bool operator==(const Gap&, const Gap&) = default;
};

/// Two standards compared.
struct Pair {
    std::size_t source = 0;  ///< index into EquivalenceTable::standards
    std::size_t target = 0;
    std::vector<Link> links;            ///< unit level, sorted by source document order, then confidence downwards
    std::vector<Link> statement_links;  ///< statement level, same order
    std::vector<Coverage> coverage;     ///< units and qualifications of both sides
    std::vector<Gap> gaps;              ///< both sides

    friend bool operator==(const Pair&, const Pair&) = default;
};

struct EquivalenceTable {
    std::string title;
    std::string generator;  ///< "kwalign 0.1.0"; injectable so that output can be compared
    std::string created;    ///< ISO 8601 date given by the caller, or empty
    std::string method;     ///< one sentence for people
    std::vector<Standard> standards;
    std::vector<Pair> pairs;
    std::vector<Coverage> joint;  ///< qualifications of standards that are compared with several, covered by all of these together;
                                  ///< `by` joins their ids with " + "

    friend bool operator==(const EquivalenceTable&, const EquivalenceTable&) = default;
};

/// The earlier of both standards' ends (ISO dates compare as text); empty where neither has one.
[[nodiscard]] std::string expiry_of(const Standard& a, const Standard& b);

}  // namespace kwalign::model
