#include "model/json_codec.hpp"
#include "model/json_decode.hpp"

#include <cstdint>

namespace kwalign::model {

namespace {

constexpr std::int64_t max_int = std::numeric_limits<int>::max();

int known_or_zero(const JsonCursor& object, std::string_view key, std::int64_t high) {
    const auto found = object.find(key);
    return found ? static_cast<int>(found->integer(0, high)) : 0;
}

}  // namespace

std::optional<Level> read_level(const JsonCursor& object) {
    if (const auto detail = object.find("level_detail"))
        return Level{text_of(*detail, "scheme"), text_of(*detail, "value"), known_or_zero(*detail, "low", max_int),
                     known_or_zero(*detail, "high", max_int)};
    const auto level = object.find("level");
    if (!level) return std::nullopt;
    if (level->is_string()) return Level{"", level->string(), 0, 0};
    const int value = static_cast<int>(level->integer(0, max_int));
    return Level{"", std::to_string(value), value, value};
}

SourceSpan read_span(const JsonCursor& cursor) {
    SourceSpan span;
    span.page = known_or_zero(cursor, "page", max_int);
    if (const auto box = cursor.find("box")) {
        const auto edges = box->items();
        if (edges.size() != 4) box->fail("a box has four edges: x0, y0, x1, y1");
        span.box = {edges[0].number(), edges[1].number(), edges[2].number(), edges[3].number()};
    }
    span.first_char = count_of(cursor, "first_char");
    span.last_char = count_of(cursor, "last_char");
    return span;
}

Repair read_repair(const JsonCursor& cursor) {
    return {text_of(cursor, "rule"), text_of(cursor, "before"), text_of(cursor, "after"), number_of(cursor, "confidence", 1.0)};
}

Statement read_statement(const JsonCursor& cursor) {
    Statement statement;
    statement.id = text_of(cursor, "id");
    statement.code = text_of(cursor, "code");
    statement.number = text_of(cursor, "number");
    statement.kind = name_of(cursor, "kind", parse_statement_kind);
    statement.lang = text_of(cursor, "lang");
    statement.text = cursor.at("text").string();
    statement.raw = text_of(cursor, "raw");
    statement.section = text_of(cursor, "section");
    statement.group = text_of(cursor, "group");
    statement.spans = list_of(cursor, "spans", read_span);
    statement.repairs = list_of(cursor, "repairs", read_repair);
    statement.applies_to = strings_of(cursor, "applies_to");
    return statement;
}

Unit read_unit(const JsonCursor& cursor) {
    Unit unit;
    unit.id = text_of(cursor, "id");
    unit.code = cursor.at("code").string();
    unit.code_printed = text_of(cursor, "code_printed");
    unit.title = text_of(cursor, "title");
    unit.title_printed = text_of(cursor, "title_printed");
    unit.kind = text_of(cursor, "kind");
    unit.role = name_of(cursor, "role", parse_unit_role);
    unit.parent = text_of(cursor, "parent");
    unit.level = read_level(cursor);
    unit.ecf = strings_of(cursor, "ecf");
    unit.ecf_source = text_of(cursor, "ecf_source");
    unit.lang = text_of(cursor, "lang");
    unit.requirement = text_of(cursor, "requirement");
    unit.derived_from = text_of(cursor, "derived_from");
    unit.applies_to = strings_of(cursor, "applies_to");
    unit.spans = list_of(cursor, "spans", read_span);
    unit.statements = list_of(cursor, "statements", read_statement);
    return unit;
}

namespace {

ElectiveGroup read_elective(const JsonCursor& cursor) { return {count_of(cursor, "minimum"), strings_of(cursor, "units")}; }

Qualification read_qualification(const JsonCursor& cursor) {
    Qualification qualification;
    qualification.id = text_of(cursor, "id");
    qualification.kind = text_of(cursor, "kind");
    qualification.code = text_of(cursor, "code");
    qualification.title = text_of(cursor, "title");
    qualification.titles = map_of(cursor, "titles");
    qualification.also_known_as = strings_of(cursor, "also_known_as");
    qualification.level = read_level(cursor);
    if (const auto rule = cursor.find("rule")) {
        qualification.rule.required = strings_of(*rule, "required");
        qualification.rule.elective = list_of(*rule, "elective", read_elective);
    }
    qualification.spans = list_of(cursor, "spans", read_span);
    return qualification;
}

Section read_section(const JsonCursor& cursor) {
    return {text_of(cursor, "name"), text_of(cursor, "title"), list_of(cursor, "statements", read_statement)};
}

Person read_person(const JsonCursor& cursor) { return {text_of(cursor, "name"), text_of(cursor, "organisation"), text_of(cursor, "role")}; }

ClassificationRef read_classification(const JsonCursor& cursor) {
    return {text_of(cursor, "scheme"), text_of(cursor, "code"), text_of(cursor, "title")};
}

Derivation read_derivation(const JsonCursor& cursor) {
    return {text_of(cursor, "kind"), text_of(cursor, "code"), text_of(cursor, "title"), read_level(cursor)};
}

Finding read_finding(const JsonCursor& cursor) {
    Finding finding;
    finding.code = text_of(cursor, "code");
    finding.severity = name_of(cursor, "severity", parse_severity);
    finding.message = text_of(cursor, "message");
    if (const auto span = cursor.find("span")) finding.span = read_span(*span);
    return finding;
}

Source read_source(const JsonCursor& cursor) {
    Source source;
    source.path = text_of(cursor, "path");
    source.sha256 = text_of(cursor, "sha256");
    source.media_type = text_of(cursor, "media_type");
    source.pages = count_of(cursor, "pages");
    source.bytes = count_of(cursor, "bytes");
    source.text_accounted = number_of(cursor, "text_accounted", 1.0);
    source.template_id = text_of(cursor, "template");
    source.template_confidence = number_of(cursor, "template_confidence", 0.0);
    return source;
}

void read_head(const JsonCursor& cursor, Standard& standard) {
    standard.id = cursor.at("id").string();
    standard.framework = cursor.at("framework").string();
    standard.kind = text_of(cursor, "kind");
    standard.title = cursor.at("title").string();
    standard.titles = map_of(cursor, "titles");
    standard.identifiers = map_of(cursor, "identifiers");
    standard.version = text_of(cursor, "version");
    standard.issuer = text_of(cursor, "issuer");
    standard.decided = text_of(cursor, "decided");
    standard.decision_number = text_of(cursor, "decision_number");
    standard.valid_from = text_of(cursor, "valid_from");
    standard.valid_until = text_of(cursor, "valid_until");
    standard.approved_by = text_of(cursor, "approved_by");
    standard.level = read_level(cursor);
    if (const auto eqf = cursor.find("eqf")) {
        standard.eqf_low = known_or_zero(*eqf, "low", 8);
        standard.eqf_high = known_or_zero(*eqf, "high", 8);
    }
    standard.classifications = list_of(cursor, "classifications", read_classification);
    standard.languages = strings_of(cursor, "languages");
    standard.references = strings_of(cursor, "references");
    standard.ecf = strings_of(cursor, "ecf");
    standard.fields = map_of(cursor, "fields");
}

}  // namespace

Standard standard_from_json(std::string_view json, std::string_view place) {
    const JsonDocument document(json, place);
    const JsonCursor root = document.root();
    Standard standard;
    read_head(root, standard);
    standard.qualifications = list_of(root, "qualifications", read_qualification);
    standard.units = list_of(root, "units", read_unit);
    standard.sections = list_of(root, "sections", read_section);
    standard.persons = list_of(root, "persons", read_person);
    standard.derivations = list_of(root, "derivations", read_derivation);
    if (const auto source = root.find("source")) standard.source = read_source(*source);
    standard.findings = list_of(root, "findings", read_finding);
    return standard;
}

}  // namespace kwalign::model
