#include "model/standard.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kwalign::model {
namespace {

template <class Enum, std::size_t N>
std::optional<Enum> parse(const std::array<std::pair<Enum, std::string_view>, N>& names, std::string_view name) noexcept {
    for (const auto& [value, text] : names)
        if (text == name) return value;
    return std::nullopt;
}

template <class Enum, std::size_t N>
std::string_view print(const std::array<std::pair<Enum, std::string_view>, N>& names, Enum wanted) noexcept {
    for (const auto& [value, text] : names)
        if (value == wanted) return text;
    return "unknown";
}

constexpr std::array<std::pair<StatementKind, std::string_view>, 8> statement_kinds{{
    {StatementKind::performance_indicator, "performance_indicator"},
    {StatementKind::learning_outcome, "learning_outcome"},
    {StatementKind::behaviour, "behaviour"},
    {StatementKind::result, "result"},
    {StatementKind::knowledge, "knowledge"},
    {StatementKind::skill, "skill"},
    {StatementKind::description, "description"},
    {StatementKind::deliverable, "deliverable"},
}};

constexpr std::array<std::pair<UnitRole, std::string_view>, 4> unit_roles{{
    {UnitRole::container, "container"},
    {UnitRole::competence, "competence"},
    {UnitRole::bundle, "bundle"},
    {UnitRole::task, "task"},
}};

}  // namespace

std::string_view to_string(StatementKind kind) noexcept { return print(statement_kinds, kind); }
std::optional<StatementKind> parse_statement_kind(std::string_view name) noexcept { return parse(statement_kinds, name); }
std::string_view to_string(UnitRole role) noexcept { return print(unit_roles, role); }
std::optional<UnitRole> parse_unit_role(std::string_view name) noexcept { return parse(unit_roles, name); }

const Unit* Standard::find_unit(std::string_view code) const noexcept {
    const auto it = std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.code == code; });
    return it == units.end() ? nullptr : &*it;
}

}  // namespace kwalign::model
