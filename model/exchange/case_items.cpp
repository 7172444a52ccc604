#include "model/exchange/case_document.hpp"

#include "model/exchange/identifiers.hpp"
#include "model/json_encode.hpp"

namespace kwalign::model {

namespace {

void member_if(JsonWriter& json, std::string_view key, const std::string& value) {
    if (!value.empty()) json.member(key, value);
}

void member_if(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
    if (!values.empty()) json.member(key, values);
}

void spans_if(JsonWriter& json, const std::vector<SourceSpan>& spans) {
    if (spans.empty()) return;
    json.key("spans");
    write_spans(json, spans);
}

/// "EstQF 4", and the European level or both ends of its range.
void write_education_levels(JsonWriter& json, const Standard& standard, const Unit& unit) {
    const std::optional<Level>& level = unit.level ? unit.level : standard.level;
    if (!level && standard.eqf_low == 0) return;
    json.key("educationLevel");
    json.begin_array();
    if (level) json.string(level->scheme + (level->scheme.empty() ? "" : " ") + level->value);
    if (!unit.level) {
        for (int eqf = standard.eqf_low; eqf > 0 && eqf <= standard.eqf_high && eqf <= 8; ++eqf) {
            const std::string name = "EQF " + std::to_string(eqf);
            if (!level || level->scheme + " " + level->value != name) json.string(name);
        }
    }
    json.end_array();
}

/// What every item has. Ends inside the object.
void begin_item(JsonWriter& json, const CaseStandard& context, const Unit& unit, const std::string& id, const std::string& lang) {
    const Standard& standard = context.standard;
    json.begin_object();
    write_case_node(json, case_node(context.options, "CFItems", context.identifiers.of(id)));
    member_if(json, "language", lang);
    write_education_levels(json, standard, unit);
    if (const std::string from = date_of(standard.valid_from.empty() ? standard.decided : standard.valid_from); !from.empty())
        json.member("statusStartDate", from);
    if (const std::string until = date_of(standard.valid_until); !until.empty()) json.member("statusEndDate", until);
    json.member("lastChangeDateTime", context.changed);
    write_case_licence_link(json, context.options);
}

void write_type(JsonWriter& json, const CaseStandard& context, std::string_view kind) {
    if (kind.empty()) return;
    json.member("CFItemType", kind);
    write_case_link(json, "CFItemTypeURI", case_type_node(context.options, kind), kind);
}

void begin_extension(JsonWriter& json, std::string_view what) {
    json.key("extensions");
    json.begin_object();
    json.key(case_extension);
    json.begin_object();
    json.key(what);
    json.begin_object();
}

void end_extension_and_item(JsonWriter& json) {
    for (int i = 0; i < 4; ++i) json.end_object();
}

void report_unit_losses(const CaseStandard& context, const Unit& unit) {
    const auto only_extension = [&](bool present, std::string_view code, std::string_view what) {
        if (present) context.losses.add(code, LossFate::extension, what, id_of(context.standard, unit));
    };
    only_extension(unit.role != UnitRole::competence, "unit-role", "what a unit is for is in the extension");
    only_extension(!unit.title_printed.empty() || !unit.code_printed.empty(), "printed-headings",
                   "headings as printed are in the extension");
    only_extension(!unit.requirement.empty(), "requirement", "whether a unit is mandatory or elective is in the extension");
    only_extension(!unit.derived_from.empty(), "unit-origin", "the unit that a unit was taken from is in the extension");
    only_extension(!unit.applies_to.empty(), "profiles", "the profiles that a unit or statement holds for are in the extension");
    only_extension(!unit.spans.empty(), "spans", "pages and places are in the extension");
}

void report_statement_losses(const CaseStandard& context, const Statement& statement) {
    const auto only_extension = [&](bool present, std::string_view code, std::string_view what) {
        if (present) context.losses.add(code, LossFate::extension, what, id_of(context.standard, statement));
    };
    only_extension(!statement.section.empty() || !statement.group.empty(), "headings",
                   "the headings that a statement stands under are in the extension");
    only_extension(statement.raw != statement.text, "raw-text", "text as extracted is in the extension");
    only_extension(!statement.repairs.empty(), "repairs", "repairs of the text are in the extension");
    only_extension(!statement.applies_to.empty(), "profiles", "the profiles that a unit or statement holds for are in the extension");
    only_extension(!statement.spans.empty(), "spans", "pages and places are in the extension");
}

void write_unit_extension(JsonWriter& json, const CaseStandard& context, const Unit& unit) {
    begin_extension(json, "unit");
    member_if(json, "id", unit.id);
    json.member("role", to_string(unit.role));
    if (unit.title.empty()) json.key("untitled"), json.boolean(true);
    // A parent that the standard does not have cannot be said by an association.
    if (!unit.parent.empty() && (unit.parent == unit.code || !context.unit_codes.contains(unit.parent))) json.member("parent", unit.parent);
    member_if(json, "code_printed", unit.code_printed);
    member_if(json, "title_printed", unit.title_printed);
    if (unit.level) write_level(json, unit.level);
    member_if(json, "ecf", unit.ecf);
    member_if(json, "ecf_source", unit.ecf_source);
    member_if(json, "requirement", unit.requirement);
    member_if(json, "derived_from", unit.derived_from);
    member_if(json, "applies_to", unit.applies_to);
    spans_if(json, unit.spans);
    end_extension_and_item(json);
}

void write_statement_extension(JsonWriter& json, const Statement& statement) {
    begin_extension(json, "statement");
    member_if(json, "id", statement.id);
    if (statement.raw != statement.text) json.member("raw", statement.raw);
    member_if(json, "section", statement.section);
    member_if(json, "group", statement.group);
    spans_if(json, statement.spans);
    if (!statement.repairs.empty()) write_list(json, "repairs", statement.repairs, write_repair);
    member_if(json, "applies_to", statement.applies_to);
    end_extension_and_item(json);
}

}  // namespace

std::string case_unit_json(const CaseStandard& context, const Unit& unit) {
    report_unit_losses(context, unit);
    JsonWriter json;
    begin_item(json, context, unit, id_of(context.standard, unit), unit.lang);
    // CASE demands a statement; a unit without a title is called by its code.
    json.member("fullStatement", unit.title.empty() ? unit.code : unit.title);
    write_type(json, context, unit.kind);
    json.member("humanCodingScheme", unit.code);
    if (!unit.ecf.empty()) {
        json.key("conceptKeywords");
        json.begin_array();
        for (const std::string& code : unit.ecf) json.string("e-CF " + code);
        json.end_array();
    }
    write_unit_extension(json, context, unit);
    return json.take();
}

std::string case_statement_json(const CaseStandard& context, const Unit& unit, const Statement& statement) {
    report_statement_losses(context, statement);
    JsonWriter json;
    begin_item(json, context, unit, id_of(context.standard, statement), statement.lang);
    json.member("fullStatement", statement.text);
    write_type(json, context, to_string(statement.kind));
    json.member("humanCodingScheme", statement.code);
    member_if(json, "listEnumeration", statement.number);
    write_statement_extension(json, statement);
    return json.take();
}

}  // namespace kwalign::model
