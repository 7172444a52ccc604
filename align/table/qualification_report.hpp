#pragma once

/// "Help Desk Technician needs B.2 and six competences: five covered, one partly, missing: ...": a qualification held against what other
/// standards cover of it together, rule by rule.

#include "align/table/phrases.hpp"
#include "model/equivalence_table.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::align {

/// covered: at least half of the unit's statements; partly: some, or none but the unit is linked; missing: neither.
enum class Verdict { covered, partly, missing };
[[nodiscard]] std::string_view to_string(Verdict verdict) noexcept;

/// One unit that a rule asks for.
struct RequiredUnit {
    std::string code;
    std::string title;
    Verdict verdict = Verdict::missing;
    std::size_t covered = 0;  ///< statements
    std::size_t total = 0;
    std::vector<std::string> uncovered;    ///< statement codes
    std::vector<model::Endpoint> through;  ///< units of the other standards that are linked to it, most confident first
    std::vector<int> level_differences;    ///< of those links, other minus this, where known; 0 where not
};

/// All of `units`, or at least `minimum` of them.
struct Requirement {
    bool elective = false;
    std::size_t minimum = 0;          ///< number of units that must be shown; all of them where not elective
    std::vector<RequiredUnit> units;  ///< document order; where elective, the best covered first
    std::size_t covered = 0;          ///< of `minimum`
    std::size_t partly = 0;
    std::string sentence;  ///< for people
};

struct QualificationReport {
    std::string standard;
    std::string qualification;    ///< title
    std::string kind;             ///< "whole", "partial", "profile", "certificate"
    std::vector<std::string> by;  ///< ids of the standards held against it
    std::vector<Requirement> requirements;
    model::Coverage coverage;
    std::string conclusion;  ///< for people
};

/// Every qualification of the standard at index `standard` against all that `table` compares with it, together. Sentences in the
/// speaker's language. Empty where the standard states no rule or is in no pair.
[[nodiscard]] std::vector<QualificationReport> report_qualifications(const model::EquivalenceTable& table, std::size_t standard,
                                                                     const Speaker& speaker);

}  // namespace kwalign::align
