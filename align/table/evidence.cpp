#include "align/table/evidence.hpp"

#include <algorithm>
#include <set>

namespace kwalign::align {
namespace {

constexpr std::size_t labels_shown = 6;
constexpr double weak_statement_pair = 0.08;  // balance below which a pair of statements explains nothing

constexpr double faint = 0.3;  // of the strongest shared concept

// Statements convince first; what titles and codes say comes after them, since both may mislead.
constexpr double weight_of_title = 0.12;
constexpr double weight_of_code = 0.1;
constexpr double weight_of_contradiction = -0.05;

using model::Evidence;

/// How much of both texts' distinctive content a reason names, in a word, before the sentence's end: "Both speak of user and incident (strong)."
void grade(std::vector<Evidence>& out, const Speaker& speaker) {
    constexpr double strong = 0.35;
    constexpr double fair = 0.2;
    for (Evidence& e : out) {
        if ((e.kind != "statements" && e.kind != "concepts") || !e.text.ends_with('.')) continue;
        e.text.pop_back();
        e.text += " (" + speaker.say(e.weight >= strong ? "weight.strong" : e.weight >= fair ? "weight.fair" : "weight.slight") + ").";
    }
}

std::vector<std::string> shared_code_list(const model::Unit& a, const model::Unit& b) {
    std::vector<std::string> out;
    for (const std::string& code : a.ecf)
        if (std::find(b.ecf.begin(), b.ecf.end(), code) != b.ecf.end()) out.push_back(code);
    return out;
}

void add_statement_pairs(std::vector<Evidence>& out, const Comparison& c, const UnitPair& units, std::size_t limit) {
    std::vector<const StatementPair*> pairs;
    // Sorted by source: a unit's pairs stand together, and between lists of thousands nobody looks at all of them for every link.
    const auto before = [](const StatementPair& p, std::size_t source) { return p.source < source; };
    const UnitFeatures& unit = c.source.units[units.source];
    auto at = std::lower_bound(c.scores.all_statements.begin(), c.scores.all_statements.end(), unit.first_statement, before);
    for (; at != c.scores.all_statements.end() && at->source < unit.last_statement; ++at)
        if (c.target.statements[at->target].unit == units.target && at->overlap.balance() >= weak_statement_pair) pairs.push_back(&*at);
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const StatementPair* a, const StatementPair* b) { return a->overlap.balance() > b->overlap.balance(); });
    std::set<std::size_t> used_sources;
    std::set<std::size_t> used_targets;
    for (const StatementPair* p : pairs) {
        if (limit == 0) break;
        // A statement explains once; a second pair with both ends used would only repeat.
        if (used_sources.contains(p->source) && used_targets.contains(p->target)) continue;
        const StatementFeatures& s = c.source.statements[p->source];
        const StatementFeatures& t = c.target.statements[p->target];
        if (s.entry || t.entry) continue;  // the unit itself
        Evidence e;
        e.kind = "statements";
        e.weight = p->overlap.balance();
        e.source_statement = s.statement->code;
        e.target_statement = t.statement->code;
        e.shared = shared_labels(s.features, t.features, c, labels_shown);
        if (e.shared.empty()) continue;
        e.text = c.speaker.say("statements.both", {s.statement->code, t.statement->code, c.speaker.listed(e.shared)});
        out.push_back(std::move(e));
        used_sources.insert(p->source);
        used_targets.insert(p->target);
        --limit;
    }
}

void add_codes(std::vector<Evidence>& out, const Comparison& c, const ScoredUnitPair& scored) {
    const model::Unit& s = *c.source.units[scored.pair.source].unit;
    const model::Unit& t = *c.target.units[scored.pair.target].unit;
    const std::vector<std::string> codes = shared_code_list(s, t);
    if (!codes.empty()) {
        const bool inferred = s.ecf_source == "title" || t.ecf_source == "title";
        out.push_back(
            {"code", weight_of_code, {}, {}, codes, c.speaker.say(inferred ? "code.inferred" : "code.shared", {c.speaker.listed(codes)})});
    }
    // Another unit of the target carries the source's code although its text fits less: the reader should know that text won.
    if (!codes.empty() || s.ecf.empty()) return;
    for (const ScoredUnitPair& rival : c.scores.units) {
        if (rival.pair.source != scored.pair.source || rival.pair.target == scored.pair.target || rival.confidence >= scored.confidence)
            continue;
        const model::Unit& other = *c.target.units[rival.pair.target].unit;
        const std::vector<std::string> rival_codes = shared_code_list(s, other);
        if (rival_codes.empty()) continue;
        out.push_back({"code_conflict",
                       -0.1,
                       {},
                       {},
                       rival_codes,
                       c.speaker.say("code.conflict", {c.speaker.listed(rival_codes), other.code, other.title})});
    }
}

}  // namespace

std::vector<std::string> shared_labels(const FeatureVector& source, const FeatureVector& target, const Comparison& c, std::size_t limit) {
    std::vector<std::string> out;
    // A concept is named once: exactly where both sides have it, else beside the neighbour that stands in.
    std::set<FeatureId> named;
    std::vector<SharedFeature> features = shared_features(source, target, c.space, 4 * limit);
    const double strongest = features.empty() ? 0.0 : features.front().weight;
    // A faint likeness among strong ones is chance more often than a reason.
    std::erase_if(features, [&](const SharedFeature& f) { return f.source != f.target && f.weight < faint * strongest; });
    std::stable_partition(features.begin(), features.end(), [](const SharedFeature& f) { return f.source == f.target; });
    for (const SharedFeature& f : features) {
        if (out.size() == limit) break;
        if (named.contains(f.source) || named.contains(f.target)) continue;
        named.insert({f.source, f.target});
        const std::string a = c.space.label(f.source, c.speaker.lang);
        out.push_back(f.source == f.target ? a : a + " ~ " + c.space.label(f.target, c.speaker.lang));
    }
    return out;
}

std::vector<std::string> missing_labels(const FeatureVector& of, const FeatureVector& other, const Comparison& c, std::size_t limit) {
    FeatureVector alone;
    for (const Feature& f : of)
        if (overlap({f}, other, c.space).coverage_source == 0.0) alone.push_back(f);
    std::stable_sort(alone.begin(), alone.end(),
                     [&](const Feature& a, const Feature& b) { return a.weight * c.space.rarity(a.id) > b.weight * c.space.rarity(b.id); });
    // What a field's own concepts say is missed more than verbs and qualities of any work.
    std::erase_if(alone, [&](const Feature& f) { return !c.space.is_concept(f.id); });
    std::stable_partition(alone.begin(), alone.end(), [&](const Feature& f) { return c.space.domain(f.id) != FeatureSpace::no_domain; });
    std::vector<std::string> out;
    for (const Feature& f : alone) {
        if (out.size() == limit) break;
        out.push_back(c.space.label(f.id, c.speaker.lang));
    }
    return out;
}

std::vector<Evidence> unit_evidence(const Comparison& c, const ScoredUnitPair& scored, std::size_t statements) {
    std::vector<Evidence> out;
    const UnitFeatures& s = c.source.units[scored.pair.source];
    const UnitFeatures& t = c.target.units[scored.pair.target];
    if (scored.known) {
        const bool forward = !s.unit->derived_from.empty() && s.unit->derived_from == t.unit->code;
        out.push_back({"derivation",
                       1.0,
                       {},
                       {},
                       {},
                       c.speaker.say("derivation", {forward ? s.unit->code : t.unit->code, forward ? t.unit->code : s.unit->code})});
    }
    add_statement_pairs(out, c, scored.pair, statements);
    Evidence concepts{"concepts", scored.pair[Witness::content], {}, {}, shared_labels(s.pooled, t.pooled, c, labels_shown), {}};
    if (!concepts.shared.empty()) {
        concepts.text = c.speaker.say("concepts.whole", {c.speaker.listed(concepts.shared)});
        out.push_back(std::move(concepts));
    }
    if (scored.pair[Witness::title] > 0.3)
        out.push_back({"title",
                       weight_of_title * scored.pair[Witness::title],
                       {},
                       {},
                       shared_labels(s.title, t.title, c, 3),
                       c.speaker.say("title.agree", {c.speaker.listed(shared_labels(s.title, t.title, c, 3))})});
    add_codes(out, c, scored);
    if (scored.support > 0.0)
        out.push_back({"third_framework",
                       0.2 * scored.support,
                       {},
                       {},
                       {scored.supported_by},
                       c.speaker.say(scored.carried ? "third.carried" : "third.support", {scored.supported_by})});
    for (const Contradiction& against : scored.contradictions)
        out.push_back({"third_conflict",
                       weight_of_contradiction,
                       {},
                       {},
                       {against.one, against.other, against.via},
                       c.speaker.say("third.conflict", {against.one, against.other, against.via})});
    std::stable_sort(out.begin(), out.end(), [](const Evidence& a, const Evidence& b) { return a.weight > b.weight; });
    grade(out, c.speaker);
    return out;
}

std::vector<Evidence> statement_evidence(const Comparison& c, const ScoredStatementPair& scored) {
    const StatementFeatures& s = c.source.statements[scored.pair.source];
    const StatementFeatures& t = c.target.statements[scored.pair.target];
    if (scored.same_text) return {{"statements", 1.0, s.statement->code, t.statement->code, {}, c.speaker.say("statements.same")}};
    Evidence e{"concepts",
               scored.pair.overlap.balance(),
               s.statement->code,
               t.statement->code,
               shared_labels(s.features, t.features, c, labels_shown),
               {}};
    if (e.shared.empty()) return {};
    e.text = c.speaker.say("statements.shared", {c.speaker.listed(e.shared)});
    std::vector<Evidence> out{std::move(e)};
    grade(out, c.speaker);
    return out;
}

}  // namespace kwalign::align
