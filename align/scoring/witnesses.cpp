#include "align/scoring/witnesses.hpp"

#include "align/scoring/parallel.hpp"
#include "align/scoring/topics.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace kwalign::align {
namespace {

using Key = std::pair<std::size_t, std::size_t>;  // unit pair

void set(UnitPair& pair, Witness witness, double value) { pair.witness[static_cast<std::size_t>(witness)] = value; }

double content_weight(const FeatureVector& features, const FeatureSpace& space) {
    double sum = 0.0;
    for (const Feature& f : features) sum += f.weight * space.rarity(f.id);
    return std::sqrt(sum);
}

/// Total content of each unit's statements, by which best partners are averaged.
std::vector<double> unit_totals(const StandardFeatures& standard, const FeatureSpace& space, std::vector<double>& of_statement) {
    std::vector<double> totals(standard.units.size(), 0.0);
    of_statement.clear();
    for (const StatementFeatures& s : standard.statements) {
        of_statement.push_back(content_weight(s.features, space));
        totals[s.unit] += of_statement.back();
    }
    return totals;
}

/// For every unit pair: sum over one side's statements of weight times the best balance found on the other side.
class BestPartners {
public:
    void offer(const Key& units, std::size_t statement, double balance) {
        double& best = m_best[units][statement];
        best = std::max(best, balance);
    }
    [[nodiscard]] double mean(const Key& units, const std::vector<double>& weight, double total) const {
        const auto it = m_best.find(units);
        if (it == m_best.end() || total <= 0.0) return 0.0;
        double sum = 0.0;
        for (const auto& [statement, balance] : it->second) sum += balance * weight[statement];
        return sum / total;
    }
    /// Share of a unit's statements with a partner. Wording differs, so less than half of all content in common makes a whole partner.
    [[nodiscard]] double covered(const Key& units, const StandardFeatures& standard, const UnitFeatures& unit) const {
        constexpr double whole_partner = 0.45;
        const auto it = m_best.find(units);
        double sum = 0.0;
        std::size_t count = 0;
        for (std::size_t i = unit.first_statement; i < unit.last_statement; ++i) {
            if (standard.statements[i].prose) continue;
            ++count;
            if (it == m_best.end()) continue;
            const auto best = it->second.find(i);
            if (best != it->second.end()) sum += std::min(1.0, best->second / whole_partner);
        }
        return count == 0 ? -1.0 : sum / static_cast<double>(count);
    }

private:
    std::map<Key, std::map<std::size_t, double>> m_best;
};

/// Witness::statements of every unit pair.
class StatementWitness {
public:
    StatementWitness(const StandardFeatures& source, const StandardFeatures& target, const std::vector<StatementPair>& statements,
                     const FeatureSpace& space)
        : m_source_totals(unit_totals(source, space, m_source_weights)), m_target_totals(unit_totals(target, space, m_target_weights)) {
        for (const StatementPair& p : statements) {
            const Key units{source.statements[p.source].unit, target.statements[p.target].unit};
            if (!source.units[units.first].compared || !target.units[units.second].compared) continue;
            m_forward.offer(units, p.source, p.overlap.balance());
            m_backward.offer(units, p.target, p.overlap.balance());
        }
    }
    [[nodiscard]] double of(const Key& key) const {
        return std::max(m_forward.mean(key, m_source_weights, m_source_totals[key.first]),
                        m_backward.mean(key, m_target_weights, m_target_totals[key.second]));
    }
    void set_coverage(UnitPair& pair, const StandardFeatures& source, const StandardFeatures& target) const {
        const Key key{pair.source, pair.target};
        const double s = m_forward.covered(key, source, source.units[pair.source]);
        const double t = m_backward.covered(key, target, target.units[pair.target]);
        pair.covered_source = s < 0.0 ? pair.content.coverage_source : s;
        pair.covered_target = t < 0.0 ? pair.content.coverage_target : t;
    }

private:
    std::vector<double> m_source_weights;
    std::vector<double> m_target_weights;
    std::vector<double> m_source_totals;
    std::vector<double> m_target_totals;
    BestPartners m_forward;
    BestPartners m_backward;
};

std::vector<std::size_t> compared_units(const StandardFeatures& standard) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < standard.units.size(); ++i)
        if (standard.units[i].compared) out.push_back(i);
    return out;
}

/// The unit pairs to hear: all of them, or between large standards the best candidates of each source.
std::vector<Key> unit_keys(const StandardFeatures& source, const StandardFeatures& target, const std::vector<StatementPair>& statements,
                           const FeatureSpace& space, unsigned jobs) {
    constexpr std::size_t all_pairs_up_to = 1'000'000;
    constexpr std::size_t candidates_of_each = 64;
    const std::vector<std::size_t> s = compared_units(source);
    const std::vector<std::size_t> t = compared_units(target);
    std::vector<Key> keys;
    if (source.entries && target.entries && s.size() * t.size() > all_pairs_up_to) {
        // An entry is its unit: who is a candidate as a statement is one as a unit.
        for (const StatementPair& p : statements)
            if (source.statements[p.source].entry && target.statements[p.target].entry)
                keys.emplace_back(source.statements[p.source].unit, target.statements[p.target].unit);
        return keys;
    }
    if (s.size() * t.size() <= all_pairs_up_to) {
        for (const std::size_t a : s)
            for (const std::size_t b : t) keys.emplace_back(a, b);
        return keys;
    }
    const auto pooled = [](const StandardFeatures& standard, const std::vector<std::size_t>& units) {
        std::vector<const FeatureVector*> out;
        for (const std::size_t u : units) out.push_back(&standard.units[u].pooled);
        return out;
    };
    const std::vector<std::vector<std::size_t>> candidates =
        find_candidates(pooled(source, s), pooled(target, t), space, candidates_of_each, jobs);
    for (std::size_t i = 0; i < s.size(); ++i)
        for (const std::size_t c : candidates[i]) keys.emplace_back(s[i], t[c]);
    std::sort(keys.begin(), keys.end());
    return keys;
}

std::vector<TopicVector> topics_of_units(const StandardFeatures& standard, const FeatureSpace& space) {
    std::vector<TopicVector> out;
    for (const UnitFeatures& unit : standard.units) out.push_back(unit.compared ? topics_of(unit.pooled, space) : TopicVector{});
    return out;
}

double shared_codes(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) return 0.0;
    const auto shared =
        std::count_if(a.begin(), a.end(), [&](const std::string& code) { return std::find(b.begin(), b.end(), code) != b.end(); });
    return static_cast<double>(shared) / static_cast<double>(std::min(a.size(), b.size()));
}

struct SourceOverlaps {
    SourceOverlaps(std::size_t which, const UnitFeatures& features, const FeatureSpace& space)
        : unit(which), pooled(features.pooled, space), title(features.title, space) {}
    std::size_t unit;
    OverlapSource pooled;
    OverlapSource title;
};

double title_in_text(const UnitFeatures& a, const UnitFeatures& b, const UnitPair& pair, SourceOverlaps& source) {
    if (a.first_statement == a.last_statement && b.first_statement == b.last_statement)
        return pair[Witness::containment];  // titles are all
    return std::max(source.title.with(b.pooled).coverage_source, source.pooled.with(b.title).coverage_target);
}

/// A rough order of pairs, only to tell how a pair stands among its rivals.
double preliminary(const UnitPair& pair) {
    return 0.3 * pair[Witness::statements] + 0.5 * pair[Witness::content] + 0.2 * pair[Witness::containment] + 0.2 * pair[Witness::title] +
           0.1 * pair[Witness::topic];
}

/// How near each pair comes to the best pair of its source and of its target, by some score.
class Ranks {
public:
    template <class Score>
    Ranks(const std::vector<UnitPair>& pairs, Score score) {
        for (const UnitPair& p : pairs) {
            double& s = m_best_of_source[p.source];
            double& t = m_best_of_target[p.target];
            s = std::max(s, score(p));
            t = std::max(t, score(p));
        }
    }
    [[nodiscard]] double of_source(const UnitPair& p, double score) const {
        return score > 0.0 ? score / m_best_of_source.at(p.source) : 0.0;
    }
    [[nodiscard]] double of_target(const UnitPair& p, double score) const {
        return score > 0.0 ? score / m_best_of_target.at(p.target) : 0.0;
    }

private:
    std::map<std::size_t, double> m_best_of_source;
    std::map<std::size_t, double> m_best_of_target;
};

void rank_among_rivals(std::vector<UnitPair>& pairs) {
    const Ranks ranks(pairs, preliminary);
    for (UnitPair& p : pairs) {
        const double score = preliminary(p);
        set(p, Witness::source_rank, ranks.of_source(p, score));
        set(p, Witness::target_rank, ranks.of_target(p, score));
        set(p, Witness::mutual_rank, p[Witness::source_rank] * p[Witness::target_rank]);
    }
}

/// A title and a code are as good as whoever assigned them: a title may lie, and a code inferred from it lies along. Those that the text of
/// both units does not bear out, however well they agree, count only as far as the statements rank the pair among its rivals.
/// Where one standard has no codes at all they cannot speak; silence must not count as disagreement, so what codes say on average of a pair
/// of that rank stands in. Where a unit has no statements, its title is its text.
void hold_against_text(std::vector<UnitPair>& pairs, const StandardFeatures& source, const StandardFeatures& target, bool both_have_codes) {
    constexpr double average_agreement = 0.15;  // of codes, over signed links between coded standards
    const auto by_statements = [](const UnitPair& p) { return p[Witness::statements]; };
    const auto has_text = [](const UnitFeatures& u) { return u.first_statement < u.last_statement; };
    const Ranks ranks(pairs, by_statements);
    for (UnitPair& p : pairs) {
        const double score = by_statements(p);
        const double rank = std::min(ranks.of_source(p, score), ranks.of_target(p, score));
        set(p, Witness::code, both_have_codes ? p[Witness::code] * rank : average_agreement * rank * rank);
        if (!has_text(source.units[p.source]) || !has_text(target.units[p.target])) continue;
        set(p, Witness::title, p[Witness::title] * rank * rank);
    }
}

bool has_codes(const StandardFeatures& standard) {
    return std::any_of(standard.units.begin(), standard.units.end(),
                       [](const UnitFeatures& u) { return u.compared && !u.unit->ecf.empty(); });
}

}  // namespace

std::string_view to_string(Witness witness) noexcept {
    switch (witness) {
        case Witness::content: return "content";
        case Witness::containment: return "containment";
        case Witness::title: return "title";
        case Witness::statements: return "statements";
        case Witness::code: return "code";
        case Witness::source_rank: return "source_rank";
        case Witness::target_rank: return "target_rank";
        case Witness::mutual_rank: return "mutual_rank";
        case Witness::title_in_text: return "title_in_text";
        case Witness::topic: return "topic";
        case Witness::field: return "field";
    }
    return "content";
}

std::vector<UnitPair> hear_witnesses(const StandardFeatures& source, const StandardFeatures& target,
                                     const std::vector<StatementPair>& statements, const FeatureSpace& space, unsigned jobs) {
    const StatementWitness statement_witness(source, target, statements, space);
    const std::vector<Key> keys = unit_keys(source, target, statements, space, jobs);
    const double field = field_affinity(source, target);
    const std::vector<TopicVector> source_topics = topics_of_units(source, space);
    const std::vector<TopicVector> target_topics = topics_of_units(target, space);
    std::vector<UnitPair> heard(keys.size());
    parallel_ranges(keys.size(), jobs, 2'000, [&](std::size_t first, std::size_t last) {
        std::optional<SourceOverlaps> one;  // keys are sorted by source
        for (std::size_t i = first; i < last; ++i) {
            const UnitFeatures& a = source.units[keys[i].first];
            const UnitFeatures& b = target.units[keys[i].second];
            if (!one || one->unit != keys[i].first) one.emplace(keys[i].first, a, space);
            UnitPair pair{keys[i].first, keys[i].second, {}, one->pooled.with(b.pooled), 0.0, 0.0};
            statement_witness.set_coverage(pair, source, target);
            set(pair, Witness::content, pair.content.balance());
            set(pair, Witness::containment, std::max(pair.content.coverage_source, pair.content.coverage_target));
            set(pair, Witness::title, one->title.with(b.title).balance());
            set(pair, Witness::title_in_text, title_in_text(a, b, pair, *one));
            set(pair, Witness::statements, statement_witness.of(keys[i]));
            set(pair, Witness::code, shared_codes(a.unit->ecf, b.unit->ecf));
            set(pair, Witness::topic, topic_agreement(source_topics[keys[i].first], target_topics[keys[i].second]));
            set(pair, Witness::field, field);
            heard[i] = pair;
        }
    });
    std::erase_if(heard, [](const UnitPair& p) { return preliminary(p) <= 0.0 && p[Witness::code] <= 0.0; });
    hold_against_text(heard, source, target, has_codes(source) && has_codes(target));
    rank_among_rivals(heard);
    return heard;
}

}  // namespace kwalign::align
