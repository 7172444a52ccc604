#include "model/exchange/case_links.hpp"

#include "model/exchange/case_document.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/identity.hpp"
#include "model/json_encode.hpp"

#include <algorithm>

namespace kwalign::model {

namespace {

const std::string& title_of(const Standard& standard) { return standard.title.empty() ? standard.id : standard.title; }

/// The stamp, or else the later of both decisions.
std::string change_moment(const ExportPair& pair, const ExportOptions& options, LossReport& losses) {
    if (std::string moment = moment_of(options.created); !moment.empty()) return moment;
    std::string latest = std::max(moment_of(pair.source().decided), moment_of(pair.target().decided));
    if (!latest.empty()) return latest;
    losses.add("change-time", LossFate::approximated, "CASE demands a moment of the last change; where none is known it is 1970-01-01",
               pair.source().id + " -> " + pair.target().id);
    return std::string(unknown_moment);
}

}  // namespace

CasePair::CasePair(const ExportPair& pair, const ExportOptions& options, LossReport& losses)
    : m_options(&options),
      m_losses(&losses),
      m_source{EndpointIndex(pair.source()), CaseIdentifiers(pair.source())},
      m_target{EndpointIndex(pair.target()), CaseIdentifiers(pair.target())},
      m_changed(change_moment(pair, options, losses)) {}

std::string CasePair::document_json() const {
    const Standard& source = m_source.index.standard();
    const Standard& target = m_target.index.standard();
    JsonWriter json;
    json.begin_object();
    write_case_node(json, case_node(*m_options, "CFDocuments", uuid_v5("pair:" + source.id + " -> " + target.id)));
    json.member("caseVersion", "1.1");
    json.member("creator", m_options->generator.empty() ? "kwalign" : m_options->generator);
    json.member("title", title_of(source) + " - " + title_of(target));
    json.member("lastChangeDateTime", m_changed);
    if (!m_options->version.empty()) json.member("version", m_options->version);
    const std::string end = date_of(expiry_of(source, target));
    if (!end.empty()) json.member("statusEndDate", end);
    write_case_licence_link(json, *m_options);
    json.key("extensions");
    json.begin_object();
    json.key(case_extension);
    json.begin_object();
    json.key("pair");
    json.begin_object();
    for (const auto& [key, side] : {std::pair{"source", &m_source}, std::pair{"target", &m_target}}) {
        json.key(key);
        json.begin_object();
        json.member("standard", side->index.standard().id);
        json.member_or_null("version", side->index.standard().version);
        json.member("document", side->identifiers.document());
        json.end_object();
    }
    for (int i = 0; i < 4; ++i) json.end_object();
    return json.take();
}

CasePair::End CasePair::end_of(const Side& side, const Endpoint& endpoint, const Link& link) {
    const EndpointTarget target = side.index.find(endpoint);
    CaseNode node = case_node(*m_options, "CFItems", side.identifiers.of(side.index.id_of(endpoint)));
    if (target.found()) return {std::move(node), target.label().empty() ? endpoint.code() : target.label(), &target.spans()};
    m_losses->add("unknown-end", LossFate::approximated, "a link names a part that its standard does not have; only its code is given",
                  place_of(link));
    return {std::move(node), endpoint.code(), nullptr};
}

void CasePair::report(const Link& link) {
    const auto lose = [&](bool present, std::string_view code, LossFate fate, std::string_view what) {
        if (present) m_losses->add(code, fate, what, place_of(link));
    };
    const bool rejected = link.decision.status == LinkStatus::rejected;
    lose(!rejected && link.relation == Relation::equivalent, "relation-equivalent", LossFate::approximated,
         "CASE has no word for interchangeable; isRelatedTo is said, and the relation is in the extension");
    lose(!rejected && link.relation == Relation::overlaps, "relation-overlaps", LossFate::approximated,
         "CASE has no word for overlaps; ext:overlaps is said, and the relation is in the extension");
    lose(rejected, "rejected", LossFate::approximated,
         "CASE has no word for a rejected link; ext:rejected is said, and the relation is in the extension");
    lose(true, "link-figures", LossFate::extension, "confidence, coverage, method, status and evidence of links are in the extension");
    const bool named = !link.decision.by.empty();
    lose(named && m_options->persons == Persons::leave_out, "reviewers", LossFate::left_out, "reviewers are left out");
    lose(named && m_options->persons == Persons::keep, "reviewers", LossFate::extension, "reviewers are in the extension");
}

std::string CasePair::association_json(const Link& link) {
    report(link);
    const End source = end_of(m_source, link.source, link);
    const End target = end_of(m_target, link.target, link);
    const CaseAssociationType type = case_association_type(link);
    const std::string decided = moment_of(link.decision.when);
    Link published = link;
    if (m_options->persons == Persons::leave_out) published.decision.by.clear();

    JsonWriter json;
    json.begin_object();
    write_case_node(json, case_node(*m_options, "CFAssociations", link_identifier(link)));
    json.member("associationType", type.name);
    write_case_link(json, "originNodeURI", type.reversed ? target.node : source.node, type.reversed ? target.title : source.title);
    write_case_link(json, "destinationNodeURI", type.reversed ? source.node : target.node, type.reversed ? source.title : target.title);
    json.member("lastChangeDateTime", decided.empty() ? m_changed : decided);
    if (!link.decision.why.empty()) json.member("notes", link.decision.why);
    json.key("extensions");
    json.begin_object();
    json.key(case_extension);
    json.begin_object();
    json.key("link"), json.raw(to_json(published, 0));
    for (const auto& [key, end] : {std::pair{"source_spans", &source}, std::pair{"target_spans", &target}}) {
        if (!end->spans || end->spans->empty()) continue;
        json.key(key);
        write_spans(json, *end->spans);
    }
    for (int i = 0; i < 3; ++i) json.end_object();
    return json.take();
}

std::string CasePair::definitions_json() const {
    JsonWriter json;
    json.begin_object();
    write_case_licences(json, *m_options, m_changed);
    json.end_object();
    return json.take();
}

}  // namespace kwalign::model
