#include "model/exchange/case_document.hpp"

#include "model/exchange/identifiers.hpp"
#include "model/exchange/standard_head.hpp"
#include "model/identity.hpp"
#include "model/json_codec.hpp"

#include <set>

namespace kwalign::model {

namespace {

constexpr auto extension = LossFate::extension;

/// What is true of the document and has a place in the extension only.
void report_document_losses(const CaseStandard& context) {
    const Standard& standard = context.standard;
    const auto only_extension = [&](bool present, std::string_view code, std::string_view what) {
        if (present) context.losses.add(code, extension, what, standard.id);
    };
    only_extension(standard.titles.size() > 1, "titles", "a CASE document has one title; those in other languages are in the extension");
    only_extension(!standard.identifiers.empty(), "identifiers", "register numbers and codes of the document are in the extension");
    only_extension(!standard.decision_number.empty() || !standard.approved_by.empty(), "decision",
                   "number and body of the decision are in the extension");
    only_extension(!standard.references.empty() || !standard.ecf.empty(), "references",
                   "standards and code tables that are named are in the extension");
    only_extension(!standard.fields.empty(), "fields", "further printed fields are in the extension");
    only_extension(!standard.derivations.empty(), "derivations", "what the standard derives from is in the extension");
    only_extension(!standard.findings.empty(), "findings", "findings about the source document are in the extension");
    only_extension(!standard.source.path.empty() || !standard.source.sha256.empty(), "source",
                   "the source document is described in the extension");
    only_extension(standard.languages.size() > 1, "languages",
                   "a CASE document has one language; all are in the extension, each item has its own");
    for (const Section& section : standard.sections)
        context.losses.add("sections", extension, "prose about the standard is no competence; it is in the extension",
                           standard.id + "#" + section.name);
    for (const Qualification& qualification : standard.qualifications)
        context.losses.add("qualifications", extension, "what is awarded, and by which rule over units, is in the extension",
                           id_of(standard, qualification));
    for (const Person& person : standard.persons) {
        static_cast<void>(person);
        if (context.options.persons == Persons::leave_out)
            context.losses.add("persons", LossFate::left_out, "named persons are left out", standard.id);
        else
            context.losses.add("persons", extension, "named persons are in the extension", standard.id);
    }
}

/// A member with the date, or a loss where the model's text is no date.
void write_date(JsonWriter& json, std::string_view key, std::string_view date, const CaseStandard& context) {
    if (date.empty()) return;
    if (const std::string valid = date_of(date); !valid.empty())
        json.member(key, valid);
    else
        context.losses.add("dates", extension, "what is not a full date is in the extension", context.standard.id);
}

void write_status(JsonWriter& json, const CaseStandard& context) {
    const Standard& standard = context.standard;
    if (!standard.version.empty()) json.member("version", standard.version);
    // An id with "@" is that of an edition that a newer one has superseded.
    const std::string end = date_of(standard.valid_until);
    const std::string today = date_of(context.options.created);
    if (standard.id.find('@') != std::string::npos || (!end.empty() && !today.empty() && end < today))
        json.member("adoptionStatus", "Deprecated");
    else if (!standard.decided.empty())
        json.member("adoptionStatus", "Adopted");
    write_date(json, "statusStartDate", standard.valid_from.empty() ? standard.decided : standard.valid_from, context);
    write_date(json, "statusEndDate", standard.valid_until, context);
}

/// The prose that tells what the standard is about, where there is such a section.
std::string description_of(const Standard& standard) {
    std::string text;
    for (const Section& section : standard.sections) {
        if (!section.name.starts_with("description")) continue;
        for (const Statement& statement : section.statements) text += (text.empty() ? "" : "\n") + statement.text;
    }
    return text;
}

void write_subjects(JsonWriter& json, const Standard& standard) {
    if (standard.classifications.empty()) return;
    json.key("subject");
    json.begin_array();
    for (const ClassificationRef& reference : standard.classifications)
        json.string(reference.scheme + " " + reference.code + (reference.title.empty() ? "" : " " + reference.title));
    json.end_array();
}

std::string creator_of(const CaseStandard& context) {
    if (!context.standard.issuer.empty()) return context.standard.issuer;
    context.losses.add("creator", LossFate::approximated, "CASE demands a creator; where no issuer is known the framework is named",
                       context.standard.id);
    return context.standard.framework.empty() ? context.standard.id : context.standard.framework;
}

std::string change_moment(const Standard& standard, const ExportOptions& options, LossReport& losses) {
    for (const std::string_view text :
         {std::string_view(options.created), std::string_view(standard.decided), std::string_view(standard.valid_from)}) {
        if (std::string moment = moment_of(text); !moment.empty()) return moment;
    }
    losses.add("change-time", LossFate::approximated, "CASE demands a moment of the last change; where none is known it is 1970-01-01",
               standard.id);
    return std::string(unknown_moment);
}

void write_item_type(JsonWriter& json, const CaseStandard& context, const std::string& kind, std::size_t position) {
    json.begin_object();
    write_case_node(json, case_type_node(context.options, kind));
    json.member("title", kind);
    json.member("description", case_type_title(kind));
    json.member("hierarchyCode", std::to_string(position));
    json.member("typeCode", kind);
    json.member("lastChangeDateTime", context.changed);
    json.end_object();
}

}  // namespace

CaseStandard describe_for_case(const Standard& standard, const ExportOptions& options, LossReport& losses) {
    CaseStandard context{standard, options, losses, change_moment(standard, options, losses), CaseIdentifiers(standard), {}, {}};
    context.document = case_node(options, "CFDocuments", context.identifiers.document());
    for (const Unit& unit : standard.units) context.unit_codes.insert(unit.code);
    report_document_losses(context);
    return context;
}

std::string case_document_json(const CaseStandard& context) {
    const Standard& standard = context.standard;
    JsonWriter json;
    json.begin_object();
    write_case_node(json, context.document);
    json.member("caseVersion", "1.1");
    json.member("creator", creator_of(context));
    json.member("title", standard.title.empty() ? standard.id : standard.title);
    json.member("lastChangeDateTime", context.changed);
    if (const std::string text = description_of(standard); !text.empty()) json.member("description", text);
    write_subjects(json, standard);
    if (!standard.languages.empty()) json.member("language", standard.languages.front());
    write_status(json, context);
    write_case_licence_link(json, context.options);
    json.key("extensions");
    json.begin_object();
    json.key(case_extension);
    json.begin_object();
    if (!context.options.generator.empty()) json.member("generator", context.options.generator);
    json.key("standard"), json.raw(to_json(head_of(standard), context.options.persons, 0));
    json.end_object();
    json.end_object();
    json.end_object();
    return json.take();
}

std::string case_definitions_json(const CaseStandard& context) {
    std::set<std::string> kinds;
    for (const Unit& unit : context.standard.units) {
        if (!unit.kind.empty()) kinds.insert(unit.kind);
        for (const Statement& statement : unit.statements) kinds.emplace(to_string(statement.kind));
    }
    JsonWriter json;
    json.begin_object();
    json.key("CFItemTypes");
    json.begin_array();
    std::size_t position = 0;
    for (const std::string& kind : kinds) write_item_type(json, context, kind, ++position);
    json.end_array();
    write_case_licences(json, context.options, context.changed);
    json.end_object();
    return json.take();
}

std::string case_type_title(std::string_view kind) {
    std::string title(kind);
    for (char& c : title) {
        if (c == '_') c = ' ';
    }
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

CaseNode case_type_node(const ExportOptions& options, std::string_view kind) {
    return case_node(options, "CFItemTypes", uuid_v5("item-type:" + std::string(kind)));
}

void write_case_licences(JsonWriter& json, const ExportOptions& options, std::string_view changed) {
    if (options.licence.empty()) return;
    json.key("CFLicenses");
    json.begin_array();
    json.begin_object();
    write_case_node(json, case_node(options, "CFLicenses", uuid_v5("licence:" + options.licence)));
    json.member("title", options.licence);
    json.member("licenseText", options.licence);
    json.member("lastChangeDateTime", changed);
    json.end_object();
    json.end_array();
}

void write_case_licence_link(JsonWriter& json, const ExportOptions& options) {
    if (options.licence.empty()) return;
    write_case_link(json, "licenseURI", case_node(options, "CFLicenses", uuid_v5("licence:" + options.licence)), options.licence);
}

}  // namespace kwalign::model
