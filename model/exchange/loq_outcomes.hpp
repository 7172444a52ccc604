#pragma once

/// Private to the LOQ exporters: which statements of a standard are learning outcomes, and which outcomes a qualification asks.

#include "model/exchange/loq_plan.hpp"

#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kwalign::model {

/// The standard and the losses must outlive it. Outcomes are named by their position in LoqPlan::outcomes.
class LoqOutcomes {
public:
    /// Appends the outcomes of `standard` to `outcomes`, and reports the statements that are none.
    LoqOutcomes(const Standard& standard, const ExportOptions& options, LossReport& losses, std::vector<LoqOutcome>& outcomes);

    /// Of unit number `index` alone, without its children.
    [[nodiscard]] std::vector<std::size_t> of_unit(std::size_t index) const;
    [[nodiscard]] std::vector<std::size_t> of_standard() const;
    /// Of the units that the rule asks for, each once, sorted; reports that LOQ cannot say how many of an elective group are needed.
    [[nodiscard]] std::vector<std::size_t> of_qualification(const Qualification& qualification) const;

private:
    void add(const Statement& statement, const ExportOptions& options, std::vector<LoqOutcome>& outcomes);
    /// Those of unit number `index` that hold for the profile `title`; all where it is empty.
    void collect(std::size_t index, std::string_view title, std::vector<std::size_t>& found) const;
    void collect(const std::vector<std::string>& codes, std::string_view title, std::vector<std::size_t>& found) const;

    const Standard& m_standard;
    LossReport& m_losses;
    std::unordered_map<std::string_view, std::size_t> m_units;                           ///< position by code
    std::vector<std::vector<std::pair<std::size_t, const Statement*>>> m_unit_outcomes;  ///< by position of the unit
    std::unordered_map<std::string, bool> m_seen;                                        ///< URIs
};

/// One text in one language as LOQ takes it.
[[nodiscard]] LoqText loq_text(std::string_view lang, std::string_view value);

}  // namespace kwalign::model
