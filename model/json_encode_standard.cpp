#include "model/json_encode.hpp"

#include <algorithm>
#include <charconv>

namespace kwalign::model {

namespace {

bool is_integer(const std::string& value) {
    // Nine digits always fit into an int.
    return !value.empty() && value.size() <= 9 && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void write_known_or_null(JsonWriter& json, std::string_view key, int value) {
    json.key(key);
    if (value != 0)
        json.integer(value);
    else
        json.null();
}

}  // namespace

void write_level(JsonWriter& json, const std::optional<Level>& level) {
    json.key("level");
    if (level && is_integer(level->value)) {
        int value = 0;
        std::from_chars(level->value.data(), level->value.data() + level->value.size(), value);
        json.integer(value);
    } else {
        json.string_or_null(level ? level->value : std::string());
    }
    json.key("level_detail");
    if (!level) {
        json.null();
        return;
    }
    json.begin_object();
    json.member("scheme", level->scheme);
    json.member("value", level->value);
    write_known_or_null(json, "low", level->low);
    write_known_or_null(json, "high", level->high);
    json.end_object();
}

namespace {

void write_map(JsonWriter& json, std::string_view key, const std::map<std::string, std::string>& map) {
    json.key(key);
    json.begin_object();
    for (const auto& [name, value] : map) json.member(name, value);
    json.end_object();
}

}  // namespace

void write_repair(JsonWriter& json, const Repair& repair) {
    json.begin_object();
    json.member("rule", repair.rule);
    json.member("before", repair.before);
    json.member("after", repair.after);
    json.key("confidence"), json.number(repair.confidence);
    json.end_object();
}

void write_statement(JsonWriter& json, const Statement& statement) {
    json.begin_object();
    json.member("id", statement.id);
    json.member("code", statement.code);
    json.member_or_null("number", statement.number);
    json.member("kind", to_string(statement.kind));
    json.member("lang", statement.lang);
    json.member("text", statement.text);
    json.member("raw", statement.raw);
    json.member_or_null("section", statement.section);
    json.member_or_null("group", statement.group);
    json.key("spans"), write_spans(json, statement.spans);
    write_list(json, "repairs", statement.repairs, write_repair);
    json.member("applies_to", statement.applies_to);
    json.end_object();
}

void write_unit(JsonWriter& json, const Unit& unit) {
    json.begin_object();
    json.member("id", unit.id);
    json.member("code", unit.code);
    json.member_or_null("code_printed", unit.code_printed);
    json.member("title", unit.title);
    json.member_or_null("title_printed", unit.title_printed);
    json.member("kind", unit.kind);
    json.member("role", to_string(unit.role));
    json.member_or_null("parent", unit.parent);
    write_level(json, unit.level);
    json.member("ecf", unit.ecf);
    json.member_or_null("ecf_source", unit.ecf_source);
    json.member("lang", unit.lang);
    json.member_or_null("requirement", unit.requirement);
    json.member_or_null("derived_from", unit.derived_from);
    json.member("applies_to", unit.applies_to);
    json.key("spans"), write_spans(json, unit.spans);
    write_list(json, "statements", unit.statements, write_statement);
    json.end_object();
}

namespace {

void write_elective(JsonWriter& json, const ElectiveGroup& group) {
    json.begin_object();
    json.key("minimum"), json.count(group.minimum);
    json.member("units", group.units);
    json.end_object();
}

void write_qualification(JsonWriter& json, const Qualification& qualification) {
    json.begin_object();
    json.member("id", qualification.id);
    json.member("kind", qualification.kind);
    json.member_or_null("code", qualification.code);
    json.member("title", qualification.title);
    write_map(json, "titles", qualification.titles);
    json.member("also_known_as", qualification.also_known_as);
    write_level(json, qualification.level);
    json.key("rule");
    json.begin_object();
    json.member("required", qualification.rule.required);
    write_list(json, "elective", qualification.rule.elective, write_elective);
    json.end_object();
    json.key("spans"), write_spans(json, qualification.spans);
    json.end_object();
}

void write_section(JsonWriter& json, const Section& section) {
    json.begin_object();
    json.member("name", section.name);
    json.member("title", section.title);
    write_list(json, "statements", section.statements, write_statement);
    json.end_object();
}

void write_person(JsonWriter& json, const Person& person) {
    json.begin_object();
    json.member("name", person.name);
    json.member_or_null("organisation", person.organisation);
    json.member_or_null("role", person.role);
    json.end_object();
}

void write_classification(JsonWriter& json, const ClassificationRef& reference) {
    json.begin_object();
    json.member("scheme", reference.scheme);
    json.member("code", reference.code);
    json.member_or_null("title", reference.title);
    json.end_object();
}

void write_derivation(JsonWriter& json, const Derivation& derivation) {
    json.begin_object();
    json.member("kind", derivation.kind);
    json.member_or_null("code", derivation.code);
    json.member_or_null("title", derivation.title);
    write_level(json, derivation.level);
    json.end_object();
}

void write_finding(JsonWriter& json, const Finding& finding) {
    json.begin_object();
    json.member("code", finding.code);
    json.member("severity", to_string(finding.severity));
    json.member("message", finding.message);
    json.key("span");
    if (finding.span)
        write_span(json, *finding.span);
    else
        json.null();
    json.end_object();
}

void write_source(JsonWriter& json, const Source& source) {
    json.key("source");
    json.begin_object();
    json.member("path", source.path);
    json.member("sha256", source.sha256);
    json.member("media_type", source.media_type);
    json.key("pages"), json.count(source.pages);
    json.key("bytes"), json.count(source.bytes);
    json.key("text_accounted"), json.number(source.text_accounted);
    json.member_or_null("template", source.template_id);
    json.key("template_confidence"), json.number(source.template_confidence);
    json.end_object();
}

/// Everything up to the qualifications: what is true of the document as a whole.
void write_head(JsonWriter& json, const Standard& standard) {
    json.member("id", standard.id);
    json.member("framework", standard.framework);
    json.member("kind", standard.kind);
    json.member("title", standard.title);
    write_map(json, "titles", standard.titles);
    write_map(json, "identifiers", standard.identifiers);
    json.member_or_null("version", standard.version);
    json.member_or_null("issuer", standard.issuer);
    json.member_or_null("decided", standard.decided);
    json.member_or_null("decision_number", standard.decision_number);
    json.member_or_null("valid_from", standard.valid_from);
    json.member_or_null("valid_until", standard.valid_until);
    json.member_or_null("approved_by", standard.approved_by);
    write_level(json, standard.level);
    json.key("eqf");
    json.begin_object();
    write_known_or_null(json, "low", standard.eqf_low);
    write_known_or_null(json, "high", standard.eqf_high);
    json.end_object();
    write_list(json, "classifications", standard.classifications, write_classification);
    json.member("languages", standard.languages);
    json.member("references", standard.references);
    json.member("ecf", standard.ecf);
    write_map(json, "fields", standard.fields);
}

}  // namespace

void write_span(JsonWriter& json, const SourceSpan& span) {
    json.begin_object();
    json.key("page"), json.integer(span.page);
    json.key("box");
    json.begin_array();
    for (const double edge : {span.box.x0, span.box.y0, span.box.x1, span.box.y1}) json.number(edge);
    json.end_array();
    json.key("first_char"), json.count(span.first_char);
    json.key("last_char"), json.count(span.last_char);
    json.end_object();
}

void write_spans(JsonWriter& json, const std::vector<SourceSpan>& spans) {
    json.begin_array();
    for (const SourceSpan& span : spans) write_span(json, span);
    json.end_array();
}

void write_standard(JsonWriter& json, const Standard& standard, Persons persons) {
    json.begin_object();
    write_head(json, standard);
    write_list(json, "qualifications", standard.qualifications, write_qualification);
    write_list(json, "units", standard.units, write_unit);
    write_list(json, "sections", standard.sections, write_section);
    write_list(json, "persons", persons == Persons::keep ? standard.persons : std::vector<Person>(), write_person);
    write_list(json, "derivations", standard.derivations, write_derivation);
    write_list(json, "findings", standard.findings, write_finding);
    write_source(json, standard.source);
    json.end_object();
}

std::string to_json(const Standard& standard, Persons persons, int indent) {
    JsonWriter json(indent);
    write_standard(json, standard, persons);
    return json.take();
}

}  // namespace kwalign::model
