#include "align/table/together.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace kwalign::align {
namespace {

constexpr double greater_part = 0.6;   // of a unit's statements
constexpr double fair_partner = 0.15;  // balance from which a statement counts as covered by another
constexpr double weight_of_together = 0.05;

enum class Side { source, target };

struct UnitCover {
    std::size_t total = 0;                                    // statements that count
    std::map<std::string, std::set<std::size_t>> by_partner;  // statements covered, by the partner's code
};

const std::string& own_code(const model::Link& link, Side side) { return side == Side::source ? link.source.unit : link.target.unit; }
const std::string& partner_code(const model::Link& link, Side side) { return side == Side::source ? link.target.unit : link.source.unit; }

/// What each linked partner covers of each unit of one side.
std::map<std::string, UnitCover> covers(const Comparison& c, const std::vector<model::Link>& links, Side side) {
    const StandardFeatures& own = side == Side::source ? c.source : c.target;
    const StandardFeatures& other = side == Side::source ? c.target : c.source;
    std::set<std::pair<std::string, std::string>> linked;
    std::map<std::string, UnitCover> out;
    for (const model::Link& link : links) {
        linked.insert({own_code(link, side), partner_code(link, side)});
        out[own_code(link, side)].by_partner[partner_code(link, side)];
    }
    for (const StatementFeatures& s : own.statements)
        if (const auto it = out.find(own.units[s.unit].unit->code); it != out.end() && !s.prose) ++it->second.total;
    for (const StatementPair& p : c.scores.all_statements) {
        const std::size_t mine = side == Side::source ? p.source : p.target;
        const std::size_t theirs = side == Side::source ? p.target : p.source;
        if (p.overlap.balance() < fair_partner || own.statements[mine].prose) continue;
        const std::string& own_unit = own.units[own.statements[mine].unit].unit->code;
        const std::string& their_unit = other.units[other.statements[theirs].unit].unit->code;
        if (linked.contains({own_unit, their_unit})) out[own_unit].by_partner[their_unit].insert(mine);
    }
    return out;
}

void note_side(const Comparison& c, std::vector<model::Link>& links, Side side) {
    for (const auto& [code, cover] : covers(c, links, side)) {
        std::set<std::size_t> together;
        std::size_t best = 0;
        for (const auto& [partner, statements] : cover.by_partner) {
            together.insert(statements.begin(), statements.end());
            best = std::max(best, statements.size());
        }
        const double enough = greater_part * static_cast<double>(cover.total);
        if (cover.by_partner.size() < 2 || static_cast<double>(best) >= enough || static_cast<double>(together.size()) < enough) continue;
        for (model::Link& link : links) {
            if (own_code(link, side) != code) continue;
            std::vector<std::string> others;
            for (const auto& [partner, statements] : cover.by_partner)
                if (partner != partner_code(link, side)) others.push_back(partner);
            link.evidence.push_back({"together",
                                     weight_of_together,
                                     {},
                                     {},
                                     others,
                                     c.speaker.say("together", {c.speaker.listed(others), code, std::to_string(together.size()),
                                                                std::to_string(cover.total)})});
        }
    }
}

}  // namespace

void note_joint_cover(const Comparison& c, std::vector<model::Link>& links) {
    note_side(c, links, Side::source);
    note_side(c, links, Side::target);
}

}  // namespace kwalign::align
