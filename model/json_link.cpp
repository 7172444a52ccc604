#include "model/json_decode.hpp"
#include "model/json_encode.hpp"

namespace kwalign::model {

namespace {

void write_evidence(JsonWriter& json, const Evidence& evidence) {
    json.begin_object();
    json.member("kind", evidence.kind);
    json.key("weight"), json.number(evidence.weight);
    json.member_or_null("source_statement", evidence.source_statement);
    json.member_or_null("target_statement", evidence.target_statement);
    json.member("shared", evidence.shared);
    json.member("text", evidence.text);
    json.end_object();
}

void write_decision(JsonWriter& json, const Decision& decision) {
    json.begin_object();
    json.member("status", to_string(decision.status));
    json.member_or_null("by", decision.by);
    json.member_or_null("when", decision.when);
    json.member_or_null("why", decision.why);
    json.end_object();
}

Endpoint read_endpoint(const JsonCursor& cursor) {
    return {cursor.at("standard").string(), cursor.at("unit").string(), text_of(cursor, "statement")};
}

Evidence read_evidence(const JsonCursor& cursor) {
    Evidence evidence;
    evidence.kind = cursor.at("kind").string();
    evidence.weight = number_of(cursor, "weight", 0.0);
    evidence.source_statement = text_of(cursor, "source_statement");
    evidence.target_statement = text_of(cursor, "target_statement");
    evidence.shared = strings_of(cursor, "shared");
    evidence.text = text_of(cursor, "text");
    return evidence;
}

Decision read_decision(const JsonCursor& cursor) {
    return {name_of(cursor, "status", parse_link_status), text_of(cursor, "by"), text_of(cursor, "when"), text_of(cursor, "why")};
}

}  // namespace

void write_endpoint(JsonWriter& json, const Endpoint& endpoint) {
    json.begin_object();
    json.member("standard", endpoint.standard);
    json.member("unit", endpoint.unit);
    json.member_or_null("statement", endpoint.statement);
    json.end_object();
}

void write_link(JsonWriter& json, const Link& link) {
    json.begin_object();
    json.key("source"), write_endpoint(json, link.source);
    json.key("target"), write_endpoint(json, link.target);
    json.member("relation", to_string(link.relation));
    json.key("confidence"), json.number(link.confidence);
    json.key("coverage_source"), json.number(link.coverage_source);
    json.key("coverage_target"), json.number(link.coverage_target);
    json.key("level_difference");
    if (link.level_difference)
        json.integer(*link.level_difference);
    else
        json.null();
    json.member("method", link.method);
    write_list(json, "evidence", link.evidence, write_evidence);
    json.key("decision"), write_decision(json, link.decision);
    json.end_object();
}

std::string to_json(const Link& link, int indent) {
    JsonWriter json(indent);
    write_link(json, link);
    return json.take();
}

Link link_from_json(std::string_view json, std::string_view place) {
    const JsonDocument document(json, place);
    const JsonCursor root = document.root();
    Link link;
    link.source = read_endpoint(root.at("source"));
    link.target = read_endpoint(root.at("target"));
    link.relation = name_of(root, "relation", parse_relation);
    link.confidence = number_of(root, "confidence", 0.0);
    link.coverage_source = number_of(root, "coverage_source", 0.0);
    link.coverage_target = number_of(root, "coverage_target", 0.0);
    if (const auto difference = root.find("level_difference")) link.level_difference = static_cast<int>(difference->integer(-8, 8));
    link.method = text_of(root, "method");
    link.evidence = list_of(root, "evidence", read_evidence);
    if (const auto decision = root.find("decision")) link.decision = read_decision(*decision);
    return link;
}

}  // namespace kwalign::model
