#include "model/exchange/standard_head.hpp"

namespace kwalign::model {

Standard head_of(const Standard& standard) {
    Standard head;
    head.id = standard.id;
    head.framework = standard.framework;
    head.kind = standard.kind;
    head.title = standard.title;
    head.titles = standard.titles;
    head.identifiers = standard.identifiers;
    head.version = standard.version;
    head.issuer = standard.issuer;
    head.decided = standard.decided;
    head.decision_number = standard.decision_number;
    head.valid_from = standard.valid_from;
    head.valid_until = standard.valid_until;
    head.approved_by = standard.approved_by;
    head.level = standard.level;
    head.eqf_low = standard.eqf_low;
    head.eqf_high = standard.eqf_high;
    head.classifications = standard.classifications;
    head.languages = standard.languages;
    head.references = standard.references;
    head.ecf = standard.ecf;
    head.fields = standard.fields;
    head.qualifications = standard.qualifications;
    head.sections = standard.sections;
    head.persons = standard.persons;
    head.derivations = standard.derivations;
    head.source = standard.source;
    head.findings = standard.findings;
    return head;
}

}  // namespace kwalign::model
