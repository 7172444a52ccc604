#include "align/table/qualification_coverage.hpp"

#include <algorithm>
#include <set>

namespace kwalign::align {
namespace {

constexpr double elective_weight = 0.5;

/// Adds one unit of a rule to a qualification's coverage.
void add_unit(model::Coverage& out, const std::string& code, const CoverageOfUnits& units, double weight) {
    const auto it = units.find(code);
    if (it == units.end()) return;  // a container or a unit that is not there: it asks nothing by itself
    ++out.total;
    out.denominator += weight;
    out.numerator += weight * it->second.share();
    if (it->second.share() >= covered_from)
        ++out.covered;
    else
        out.uncovered.push_back(code);
}

/// Unit by unit: what none of the others covers.
class Together {
public:
    void add(const model::Coverage& coverage) {
        const auto [it, fresh] = m_units.emplace(coverage.code, coverage);
        if (fresh) {
            m_order.push_back(coverage.code);
            return;
        }
        const std::set<std::string> also(coverage.uncovered.begin(), coverage.uncovered.end());
        std::erase_if(it->second.uncovered, [&](const std::string& code) { return !also.contains(code); });
    }
    void finish(const std::string& by) {
        for (auto& [code, coverage] : m_units) {
            coverage.by = by;
            coverage.covered = coverage.total - coverage.uncovered.size();
            coverage.numerator = static_cast<double>(coverage.covered);
        }
    }
    [[nodiscard]] const CoverageOfUnits& units() const noexcept { return m_units; }
    [[nodiscard]] const std::vector<std::string>& order() const noexcept { return m_order; }

private:
    CoverageOfUnits m_units;
    std::vector<std::string> m_order;
};

}  // namespace

std::vector<std::string> best_of_group(const model::ElectiveGroup& group, const CoverageOfUnits& units) {
    std::vector<std::string> codes = group.units;
    const auto share = [&](const std::string& code) {
        const auto it = units.find(code);
        return it == units.end() ? 0.0 : it->second.share();
    };
    std::stable_sort(codes.begin(), codes.end(), [&](const std::string& a, const std::string& b) { return share(a) > share(b); });
    codes.resize(std::min(group.minimum, codes.size()));
    return codes;
}

model::Coverage cover_qualification(const model::Standard& standard, const model::Qualification& qualification, const std::string& by,
                                    const CoverageOfUnits& units) {
    model::Coverage out;
    out.standard = standard.id;
    out.by = by;
    out.code = qualification.title;
    out.of = "qualification";
    for (const std::string& code : qualification.rule.required) add_unit(out, code, units, 1.0);
    for (const model::ElectiveGroup& group : qualification.rule.elective)
        for (const std::string& code : best_of_group(group, units)) add_unit(out, code, units, elective_weight);
    return out;
}

std::vector<model::Coverage> joint_coverage(const model::EquivalenceTable& table, std::size_t standard) {
    const model::Standard& own = table.standards[standard];
    Together together;
    std::string by;
    for (const model::Pair& pair : table.pairs) {
        if (pair.source != standard && pair.target != standard) continue;
        by += (by.empty() ? "" : " + ") + table.standards[pair.source == standard ? pair.target : pair.source].id;
        for (const model::Coverage& c : pair.coverage)
            if (c.standard == own.id && c.of == "unit") together.add(c);
    }
    together.finish(by);
    std::vector<model::Coverage> out;
    for (const std::string& code : together.order()) out.push_back(together.units().at(code));
    for (const model::Qualification& q : own.qualifications) {
        model::Coverage coverage = cover_qualification(own, q, by, together.units());
        if (coverage.total > 0) out.push_back(std::move(coverage));
    }
    return out;
}

}  // namespace kwalign::align
