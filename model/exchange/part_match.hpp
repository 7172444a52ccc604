#pragma once

/// Private to the diff: which parts of two versions of a standard are the same.

#include "model/standard.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kwalign::model {

/// Units of a standard, and its sections, which hold statements just as well.
struct DiffHolder {
    const Unit* unit = nullptr;  ///< null for a section
    const Section* section = nullptr;
    std::optional<std::size_t> match;  ///< index of its counterpart

    [[nodiscard]] const std::string& code() const noexcept { return unit ? unit->code : section->name; }
    [[nodiscard]] const std::string& title() const noexcept { return unit ? unit->title : section->title; }
    [[nodiscard]] const std::vector<Statement>& statements() const noexcept { return unit ? unit->statements : section->statements; }
};

struct DiffStatement {
    const Statement* statement = nullptr;
    std::size_t holder = 0;
    std::optional<std::size_t> match;
};

/// One version, in document order: units, then sections.
struct DiffSide {
    std::vector<DiffHolder> holders;
    std::vector<DiffStatement> statements;
};

[[nodiscard]] DiffSide diff_side(const Standard& standard);
/// Sets `match` on both sides.
void match_parts(DiffSide& before, DiffSide& after);
/// Of numbers that would stand in rising order if nothing had moved: true for those outside one longest rising run.
[[nodiscard]] std::vector<bool> out_of_order(const std::vector<std::size_t>& numbers);

}  // namespace kwalign::model
