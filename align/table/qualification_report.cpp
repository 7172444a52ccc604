#include "align/table/qualification_report.hpp"

#include "align/table/qualification_coverage.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace kwalign::align {
namespace {

struct Partner {
    model::Endpoint unit;
    double confidence = 0.0;
    int level_difference = 0;
};
using PartnersByUnit = std::map<std::string, std::vector<Partner>>;

/// Bundles (general skills) are linked statement by statement: their partners are the units of those statements.
void add_partners_of_statements(const model::EquivalenceTable& table, std::size_t standard, PartnersByUnit& out) {
    std::map<std::string, std::map<std::pair<std::string, std::string>, double>> found;
    for (const model::Pair& pair : table.pairs) {
        if (pair.source != standard && pair.target != standard) continue;
        for (const model::Link& link : pair.statement_links) {
            if (link.relation == model::Relation::none || link.decision.status == model::LinkStatus::rejected) continue;
            const bool forward = pair.source == standard;
            const model::Endpoint& own = forward ? link.source : link.target;
            const model::Endpoint& other = forward ? link.target : link.source;
            if (out.contains(own.unit)) continue;
            double& best = found[own.unit][{other.standard, other.unit}];
            best = std::max(best, link.confidence);
        }
    }
    for (const auto& [unit, partners] : found)
        for (const auto& [partner, confidence] : partners) out[unit].push_back({{partner.first, partner.second, {}}, confidence, 0});
}

PartnersByUnit partners_of(const model::EquivalenceTable& table, std::size_t standard) {
    PartnersByUnit out;
    for (const model::Pair& pair : table.pairs) {
        if (pair.source != standard && pair.target != standard) continue;
        for (const model::Link& link : pair.links) {
            if (link.relation == model::Relation::none || link.decision.status == model::LinkStatus::rejected) continue;
            const bool forward = pair.source == standard;
            const int difference = link.level_difference.value_or(0);
            out[forward ? link.source.unit : link.target.unit].push_back(
                {forward ? link.target : link.source, link.confidence, forward ? difference : -difference});
        }
    }
    add_partners_of_statements(table, standard, out);
    for (auto& [code, list] : out)
        std::stable_sort(list.begin(), list.end(), [](const Partner& a, const Partner& b) { return a.confidence > b.confidence; });
    return out;
}

/// A linked unit of which no single statement is covered still has something to show.
Verdict verdict_of(const model::Coverage& coverage, bool linked) {
    if (coverage.share() >= covered_from) return Verdict::covered;
    return coverage.covered > 0 || linked ? Verdict::partly : Verdict::missing;
}

class Reporter {
public:
    Reporter(const model::EquivalenceTable& table, std::size_t standard, const Speaker& speaker)
        : m_own(table.standards[standard]), m_partners(partners_of(table, standard)), m_speaker(speaker) {
        for (model::Coverage& c : joint_coverage(table, standard)) {
            if (c.of == "unit")
                m_units.emplace(c.code, std::move(c));
            else
                m_qualifications.push_back(std::move(c));
        }
        for (const model::Pair& pair : table.pairs)
            if (pair.source == standard || pair.target == standard)
                m_by.push_back(table.standards[pair.source == standard ? pair.target : pair.source].id);
    }

    std::vector<QualificationReport> all() const {
        std::vector<QualificationReport> out;
        std::size_t next = 0;  // joint coverage lists those qualifications that ask for something, in the same order
        for (const model::Qualification& q : m_own.qualifications) {
            if (next == m_qualifications.size() || m_qualifications[next].code != q.title) continue;
            out.push_back(report(q, m_qualifications[next++]));
        }
        return out;
    }

private:
    QualificationReport report(const model::Qualification& q, const model::Coverage& coverage) const {
        QualificationReport out{m_own.id, q.title, q.kind, m_by, {}, coverage, {}};
        if (!q.rule.required.empty()) out.requirements.push_back(requirement(q.rule.required, q.rule.required.size(), false));
        for (const model::ElectiveGroup& group : q.rule.elective) out.requirements.push_back(requirement(group.units, group.minimum, true));
        std::erase_if(out.requirements, [](const Requirement& r) { return r.units.empty(); });
        const bool met =
            std::all_of(out.requirements.begin(), out.requirements.end(), [](const Requirement& r) { return r.covered == r.minimum; });
        out.conclusion = m_speaker.say(met                     ? "cover.met"
                                       : coverage.covered == 0 ? "cover.unmet"
                                                               : "cover.part",
                                       {q.title, std::to_string(coverage.covered), std::to_string(coverage.total)});
        return out;
    }

    Requirement requirement(const std::vector<std::string>& codes, std::size_t minimum, bool elective) const {
        Requirement out;
        out.elective = elective;
        for (const std::string& code : codes)
            if (m_units.contains(code)) out.units.push_back(required_unit(code));
        if (elective)
            std::stable_sort(out.units.begin(), out.units.end(), [&](const RequiredUnit& a, const RequiredUnit& b) {
                return m_units.at(a.code).share() > m_units.at(b.code).share();
            });
        out.minimum = elective ? std::min(minimum, out.units.size()) : out.units.size();
        std::vector<std::string> missing;
        for (std::size_t i = 0; i < out.minimum; ++i) {
            if (out.units[i].verdict == Verdict::covered)
                ++out.covered;
            else if (out.units[i].verdict == Verdict::partly)
                ++out.partly;
            else
                missing.push_back(out.units[i].code);
        }
        const std::string asked = elective ? m_speaker.say("cover.any", {std::to_string(out.minimum), std::to_string(out.units.size())})
                                           : m_speaker.say("cover.all", {std::to_string(out.units.size())});
        out.sentence =
            m_speaker.say("cover.rule", {asked, std::to_string(out.covered), std::to_string(out.partly), std::to_string(missing.size())});
        if (!missing.empty()) out.sentence += " " + m_speaker.say("cover.missing", {m_speaker.listed(missing)});
        return out;
    }

    RequiredUnit required_unit(const std::string& code) const {
        const model::Coverage& coverage = m_units.at(code);
        RequiredUnit out;
        out.code = code;
        const auto unit = std::find_if(m_own.units.begin(), m_own.units.end(), [&](const model::Unit& u) { return u.code == code; });
        if (unit != m_own.units.end()) out.title = unit->title;
        out.covered = coverage.covered;
        out.total = coverage.total;
        out.uncovered = coverage.uncovered;
        const auto partners = m_partners.find(code);
        out.verdict = verdict_of(coverage, partners != m_partners.end());
        if (partners == m_partners.end()) return out;
        for (const Partner& p : partners->second) {
            out.through.push_back(p.unit);
            out.level_differences.push_back(p.level_difference);
        }
        return out;
    }

    const model::Standard& m_own;
    PartnersByUnit m_partners;
    const Speaker& m_speaker;
    CoverageOfUnits m_units;
    std::vector<model::Coverage> m_qualifications;
    std::vector<std::string> m_by;
};

}  // namespace

std::string_view to_string(Verdict verdict) noexcept {
    switch (verdict) {
        case Verdict::covered: return "covered";
        case Verdict::partly: return "partly";
        case Verdict::missing: return "missing";
    }
    return "missing";
}

std::vector<QualificationReport> report_qualifications(const model::EquivalenceTable& table, std::size_t standard, const Speaker& speaker) {
    return Reporter(table, standard, speaker).all();
}

}  // namespace kwalign::align
