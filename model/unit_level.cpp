#include "model/unit_level.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kwalign::model {
namespace {

bool requires_unit(const Qualification& qualification, const std::string& code) {
    const auto has = [&](const std::vector<std::string>& codes) { return std::find(codes.begin(), codes.end(), code) != codes.end(); };
    return has(qualification.rule.required) || std::any_of(qualification.rule.elective.begin(), qualification.rule.elective.end(),
                                                           [&](const ElectiveGroup& g) { return has(g.units); });
}

/// The levels of the qualifications that require the unit, as one range; nothing where none of them has a number or they have several schemes.
std::optional<Level> required_at(const Standard& standard, const Unit& unit) {
    std::optional<Level> out;
    for (const Qualification& q : standard.qualifications) {
        if (!q.level || q.level->low == 0 || !requires_unit(q, unit.code)) continue;
        if (!out) {
            out = q.level;
            continue;
        }
        if (out->scheme != q.level->scheme) return std::nullopt;
        const int low = std::min(out->low, q.level->low);
        const int high = std::max(out->high, q.level->high);
        if (low == out->low && high == out->high) continue;
        out = Level{out->scheme, std::to_string(low) + "/" + std::to_string(high), low, high};
    }
    return out;
}

bool counts_like_eqf(std::string_view scheme) {
    constexpr std::array<std::string_view, 4> schemes{"EQF", "EstQF", "NLQF", "mbo"};
    return std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
}

}  // namespace

std::optional<Level> unit_level(const Standard& standard, const Unit& unit) {
    if (unit.level) return unit.level;
    if (std::optional<Level> level = required_at(standard, unit)) return level;
    return standard.level;
}

std::optional<EqfRange> eqf_of_unit(const Standard& standard, const Unit& unit) {
    const auto as_eqf = [](const std::optional<Level>& level) -> std::optional<EqfRange> {
        if (!level || level->low <= 0 || !counts_like_eqf(level->scheme)) return std::nullopt;
        return EqfRange{level->low, std::max(level->low, level->high)};
    };
    if (const auto own = as_eqf(unit.level)) return own;
    if (const auto required = as_eqf(required_at(standard, unit))) return required;
    if (standard.eqf_low > 0) return EqfRange{standard.eqf_low, std::max(standard.eqf_low, standard.eqf_high)};
    return std::nullopt;
}

int level_gap(const EqfRange& source, const EqfRange& target) noexcept {
    if (target.low > source.high) return target.low - source.high;
    if (target.high < source.low) return target.high - source.low;
    return 0;
}

}  // namespace kwalign::model
