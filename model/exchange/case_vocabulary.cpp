#include "model/exchange/case_vocabulary.hpp"

#include "model/identity.hpp"
#include "model/json_reader.hpp"

namespace kwalign::model {

CaseNode case_node(const ExportOptions& options, std::string_view collection, std::string identifier) {
    std::string uri;
    if (options.base_uri.empty())
        uri = "urn:uuid:" + identifier;
    else
        uri = options.base_uri + (options.base_uri.ends_with('/') ? "" : "/") + std::string(collection) + "/" + identifier;
    return {std::move(identifier), std::move(uri)};
}

CaseIdentifiers::CaseIdentifiers(const Standard& standard) {
    const auto document = standard.identifiers.find(std::string(document_scheme));
    m_document = document == standard.identifiers.end() ? uuid_v5(standard.id) : document->second;
    const auto parts = standard.fields.find(std::string(parts_field));
    if (parts == standard.fields.end()) return;
    const JsonDocument json(parts->second, standard.id + " " + std::string(parts_field));
    for (const auto& [id, identifier] : json.root().members()) m_parts.emplace(id, identifier.string());
}

std::string CaseIdentifiers::of(const std::string& id) const {
    const auto found = m_parts.find(id);
    return found == m_parts.end() ? uuid_v5(id) : found->second;
}

CaseAssociationType case_association_type(const Link& link) {
    // A rejected link must not read as an assertion to a program that ignores extensions.
    if (link.decision.status == LinkStatus::rejected) return {"ext:rejected", false};
    switch (link.relation) {
        case Relation::equal: return {"exactMatchOf", false};
        case Relation::equivalent: return {"isRelatedTo", false};
        case Relation::covers: return {"isPartOf", true};
        case Relation::covered_by: return {"isPartOf", false};
        case Relation::overlaps: return {"ext:overlaps", false};
        case Relation::none: break;
    }
    return {"ext:none", false};
}

void write_case_node(JsonWriter& json, const CaseNode& node) {
    json.member("identifier", node.identifier);
    json.member("uri", node.uri);
}

void write_case_link(JsonWriter& json, std::string_view key, const CaseNode& node, std::string_view title) {
    json.key(key);
    json.begin_object();
    json.member("title", title);
    write_case_node(json, node);
    json.end_object();
}

}  // namespace kwalign::model
