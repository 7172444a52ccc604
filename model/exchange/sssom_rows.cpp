#include "model/exchange/sssom_rows.hpp"

#include "model/error.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/exchange/sssom_text.hpp"
#include "model/identity.hpp"

#include <array>
#include <charconv>
#include <set>

namespace kwalign::model {

namespace {

using Column = SssomColumn;

/// "3:120-164" or, with a box, "3:120-164@56.7,100.25,540.1,112": page, characters, edges in points.
std::string span_text(const SourceSpan& span) {
    std::string text = std::to_string(span.page) + ":" + std::to_string(span.first_char) + "-" + std::to_string(span.last_char);
    if (span.box.empty()) return text;
    char separator = '@';
    for (const double edge : {span.box.x0, span.box.y0, span.box.x1, span.box.y1}) {
        std::array<char, 32> buffer{};
        text += separator;
        text.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), edge).ptr);
        separator = ',';
    }
    return text;
}

std::string spans_text(const std::vector<SourceSpan>& spans) {
    std::vector<std::string> texts;
    for (const SourceSpan& span : spans) texts.push_back(span_text(span));
    return sssom_list(texts);
}

std::vector<std::string> shared_strings(const Link& link) {
    std::vector<std::string> shared;
    std::set<std::string_view> seen;
    for (const Evidence& evidence : link.evidence) {
        if (evidence.weight < 0.0) continue;
        for (const std::string& text : evidence.shared) {
            if (!text.empty() && seen.insert(text).second) shared.push_back(text);
        }
    }
    return shared;
}

std::vector<std::string> evidence_lines(const Link& link) {
    std::vector<std::string> lines;
    for (const Evidence& evidence : link.evidence) lines.push_back(evidence.kind + (evidence.text.empty() ? "" : ": " + evidence.text));
    return lines;
}

std::string version_of(const std::string& generator) {
    const auto space = generator.rfind(' ');
    return space == std::string::npos ? std::string() : generator.substr(space + 1);
}

bool is_name_character(char c) noexcept {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
}

bool is_reserved_prefix(std::string_view prefix) noexcept {
    constexpr std::array<std::string_view, 12> reserved{"linkml", "kwalign", "orcid",  "owl",  "pav",   "prov",
                                                        "rdf",    "rdfs",    "semapv", "skos", "sssom", "uuid"};
    for (const std::string_view name : reserved) {
        if (prefix == name) return true;
    }
    return prefix == "xsd" || prefix == "dcterms" || prefix == "oboInOwl";
}

/// True where a number would come back otherwise than it was.
bool is_rounded(double value) {
    const std::string text = sssom_number(value);
    double back = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), back);
    return back != value;
}

}  // namespace

std::string sssom_predicate(Relation relation) { return "skos:" + std::string(skos_name(relation)); }

void CuriePrefixes::add(std::string_view framework) {
    if (m_prefixes.find(framework) != m_prefixes.end()) return;
    std::string prefix;
    for (const char c : framework) prefix += is_name_character(c) ? c : '_';
    const bool starts_well =
        !prefix.empty() && ((prefix[0] >= 'a' && prefix[0] <= 'z') || (prefix[0] >= 'A' && prefix[0] <= 'Z') || prefix[0] == '_');
    if (!starts_well) prefix.insert(0, "f_");
    while (is_reserved_prefix(prefix) || m_frameworks.contains(prefix)) prefix += '_';
    m_prefixes.emplace(framework, prefix);
    m_frameworks.emplace(std::move(prefix), framework);
}

std::string CuriePrefixes::curie(std::string_view id) const {
    const auto found = m_prefixes.find(framework_of(id));
    if (found == m_prefixes.end()) throw Error(ErrorCode::bad_data, std::string(id), "this id is of another framework than its standard");
    return found->second + ":" + local_part(id);
}

SssomPair::SssomPair(const ExportPair& pair, const ExportOptions& options, const CuriePrefixes& prefixes)
    : m_pair(pair), m_options(options), m_prefixes(prefixes), m_source(pair.source()), m_target(pair.target()) {
    pair.for_each_link([&](const Link& link) { count(link); });
    pair.whole().for_each_link([&](const Link& link) {
        if (link.relation == Relation::none || link.decision.status == LinkStatus::rejected) return;
        m_linked_source.insert(link.source.unit);
        m_linked_target.insert(link.target.unit);
    });
}

void SssomPair::count(const Link& link) {
    if (m_method.empty()) m_method = link.method;
    if (link.relation == Relation::none) return;
    ++m_of_subject[link.source.code()];
    ++m_of_object[link.target.code()];
}

void SssomPair::fill_end(SssomRow& row, const EndpointIndex& index, const Endpoint& endpoint, bool subject) const {
    // A link between other standards than the pair's may come from a careless caller; its own names are all there is then.
    const EndpointTarget target = endpoint.standard == index.standard().id ? index.find(endpoint) : EndpointTarget{};
    row[subject ? Column::subject_id : Column::object_id] = m_prefixes.curie(index.id_of(endpoint));
    if (!endpoint.statement.empty()) row[subject ? Column::subject_unit : Column::object_unit] = endpoint.unit;
    if (!target.found()) return;
    row[subject ? Column::subject_label : Column::object_label] = target.label();
    row[subject ? Column::subject_category : Column::object_category] =
        target.statement ? std::string(to_string(target.statement->kind)) : target.unit->kind;
    row[subject ? Column::subject_spans : Column::object_spans] = spans_text(target.spans());
}

void SssomPair::fill_decision(SssomRow& row, const Link& link) const {
    const Decision& decision = link.decision;
    const bool named = m_options.persons == Persons::keep && !decision.by.empty();
    row[Column::mapping_status] = to_string(decision.status);
    row[Column::comment] = decision.why;
    if (link.method.starts_with("semapv:")) {
        row[Column::mapping_justification] = link.method;
    } else {
        row[Column::mapping_justification] = link.method.empty() ? "semapv:ManualMappingCuration" : "semapv:CompositeMatching";
        row[Column::mapping_tool] = link.method;
    }
    if (!m_options.generator.empty() && !row[Column::mapping_tool].empty())
        row[Column::mapping_tool_version] = version_of(m_options.generator);
    if (decision.status == LinkStatus::suggested) {
        if (named) row[Column::author_label] = sssom_list({decision.by});
        return;
    }
    if (decision.status == LinkStatus::rejected) row[Column::predicate_modifier] = "Not";
    const std::string date = date_of(decision.when);
    if (named || !decision.by.empty() || !date.empty())
        row[Column::reviewer_label] = sssom_list({named ? decision.by : std::string(sssom_unnamed)});
    row[Column::reviewer_agreement] = "1";
    row[Column::review_date] = date;
    if (decision.when != date) row[Column::decided_at] = decision.when;
}

void SssomPair::fill_sources(SssomRow& row) const {
    row[Column::subject_source] = m_prefixes.curie(m_pair.source().id);
    row[Column::subject_source_version] = m_pair.source().version;
    row[Column::object_source] = m_prefixes.curie(m_pair.target().id);
    row[Column::object_source_version] = m_pair.target().version;
    row[Column::expires] = date_of(expiry_of(m_pair.source(), m_pair.target()));
}

std::string SssomPair::cardinality_of(const Link& link) const {
    const auto several = [](const auto& counts, const std::string& code) {
        const auto found = counts.find(code);
        return found != counts.end() && found->second > 1;
    };
    const bool objects = several(m_of_subject, link.source.code());
    const bool subjects = several(m_of_object, link.target.code());
    return std::string(subjects ? "n" : "1") + ":" + (objects ? "n" : "1");
}

SssomRow SssomPair::row(const Link& link) const {
    SssomRow row;
    row[Column::record_id] = "uuid:" + link_identifier(link);
    fill_end(row, m_source, link.source, true);
    fill_end(row, m_target, link.target, false);
    row[Column::predicate_id] = sssom_predicate(link.relation);
    fill_sources(row);
    fill_decision(row, link);
    row[Column::mapping_cardinality] = cardinality_of(link);
    row[Column::confidence] = sssom_number(link.confidence);
    row[Column::match_string] = sssom_list(shared_strings(link));
    row[Column::subject_coverage] = sssom_number(link.coverage_source);
    row[Column::object_coverage] = sssom_number(link.coverage_target);
    if (const double sum = link.coverage_source + link.coverage_target; sum > 0.0) {
        row[Column::similarity_score] = sssom_number(2.0 * link.coverage_source * link.coverage_target / sum);
        row[Column::similarity_measure] = sssom_similarity_measure;
    }
    if (link.level_difference) row[Column::level_difference] = std::to_string(*link.level_difference);
    row[Column::evidence] = sssom_list(evidence_lines(link));
    return row;
}

SssomRow SssomPair::missing_row(const Endpoint& item, bool subject, const std::string& why) const {
    SssomRow row;
    const Standard& by = subject ? m_pair.target() : m_pair.source();
    row[Column::record_id] = "uuid:" + uuid_v5("no-term:" + item.standard + "#" + item.unit + "#" + item.statement + " in " + by.id);
    fill_end(row, subject ? m_source : m_target, item, subject);
    row[subject ? Column::object_id : Column::subject_id] = sssom_no_term;
    row[Column::predicate_id] = sssom_predicate(Relation::equal);
    row[Column::mapping_cardinality] = subject ? "1:0" : "0:1";
    fill_sources(row);
    row[Column::mapping_justification] = m_method.empty() ? "semapv:UnspecifiedMatching" : "semapv:CompositeMatching";
    if (m_method.starts_with("semapv:"))
        row[Column::mapping_justification] = m_method;
    else
        row[Column::mapping_tool] = m_method;
    if (!m_options.generator.empty() && !row[Column::mapping_tool].empty())
        row[Column::mapping_tool_version] = version_of(m_options.generator);
    row[Column::comment] = why;
    return row;
}

void SssomPair::for_each_missing(const std::function<void(const SssomRow&)>& visit) const {
    std::unordered_map<std::string, std::string> reasons;  // by standard and unit
    const auto key = [](const std::string& standard, const std::string& unit) { return standard + "#" + unit; };
    m_pair.for_each_gap([&](const Gap& gap) { reasons.emplace(key(gap.item.standard, gap.item.unit), gap.why); });
    m_pair.for_each_link([&](const Link& link) {
        if (link.relation == Relation::none) reasons.emplace(key(link.source.standard, link.source.unit), link.decision.why);
    });
    for (const bool subject : {true, false}) {
        const Standard& standard = subject ? m_pair.source() : m_pair.target();
        const auto& linked = subject ? m_linked_source : m_linked_target;
        for (const Unit& unit : standard.units) {
            // Containers and tasks are not what links are made between, and a bundle is linked statement by statement.
            if (unit.role != UnitRole::competence || linked.contains(unit.code)) continue;
            const auto reason = reasons.find(key(standard.id, unit.code));
            visit(missing_row({standard.id, unit.code, {}}, subject, reason == reasons.end() ? std::string() : reason->second));
        }
    }
}

void SssomPair::report(const Link& link, LossReport& losses) const {
    const auto lose = [&](bool present, std::string_view code, LossFate fate, std::string_view what) {
        if (present) losses.add(code, fate, what, place_of(link));
    };
    lose(!m_source.find(link.source).found() || !m_target.find(link.target).found(), "unknown-end", LossFate::approximated,
         "a link names a part that its standard does not have; only its code is given");
    lose(is_rounded(link.confidence) || is_rounded(link.coverage_source) || is_rounded(link.coverage_target), "rounded",
         LossFate::approximated, "numbers have three digits after the point");
    lose(!link.evidence.empty(), "evidence", LossFate::approximated,
         "of the evidence its kinds, texts and shared words are kept, not weights and statements");
    lose(true, "coverage", LossFate::extension, "coverage, status, places and expiry are in extension columns");
    lose(!link.decision.by.empty() && m_options.persons == Persons::leave_out, "reviewers", LossFate::left_out,
         "authors and reviewers are left out");
}

}  // namespace kwalign::model
