#include "model/exchange/identifiers.hpp"
#include "model/exchange/loq_exporter.hpp"
#include "model/exchange/loq_plan.hpp"

namespace kwalign::model {

namespace {

void write_text(XmlStream& xml, std::string_view name, const LoqText& text) { xml.element(name, text.text, {{"language", text.lang}}); }

void write_reference(XmlStream& xml, std::string_view name, std::string_view uri) { xml.element(name, {}, {{"idref", uri}}); }

void write_concept(XmlStream& xml, std::string_view name, std::string_view uri) { xml.element(name, {}, {{"uri", uri}}); }

void write_identifier(XmlStream& xml, const LoqIdentifier& identifier) {
    xml.begin("identifier");
    xml.element("skos:notation", identifier.notation);
    xml.element("schemeName", identifier.scheme);
    xml.end();
}

void write_note(XmlStream& xml, std::string_view name, const LoqText& text) {
    xml.begin(name);
    write_text(xml, "noteLiteral", text);
    xml.end();
}

/// The moment when and the organisation by which something is awarded.
void write_awarding(XmlStream& xml, const LoqPlan& plan, const LoqSpecification& specification) {
    if (!plan.issuer || !specification.awarded) return;
    xml.begin("awardingOpportunity");
    write_reference(xml, "awardingBody", plan.issuer->uri);
    write_reference(xml, "location", plan.issuer->location_uri);
    if (!plan.valid_from.empty() || !plan.valid_until.empty()) {
        xml.begin("temporal");
        if (!plan.valid_from.empty()) xml.element("startDate", plan.valid_from);
        if (!plan.valid_until.empty()) xml.element("endDate", plan.valid_until);
        xml.end();
    }
    write_reference(xml, "learningAchievementSpecification", specification.uri);
    xml.end();
}

/// What stands before the contents, in the order of loq.xsd.
void write_head(XmlStream& xml, const LoqPlan& plan, const LoqSpecification& specification) {
    for (const LoqText& title : specification.titles) write_text(xml, "title", title);
    for (const LoqText& title : specification.other_titles) write_text(xml, "skos:altLabel", title);
    for (const LoqText& description : specification.descriptions) write_text(xml, "description", description);
    if (specification.awarded && !plan.field_note.empty()) write_note(xml, "additionalNote", {"en", plan.field_note});
    if (!plan.modified.empty()) xml.element("modified", plan.modified);
    if (plan.issuer) write_reference(xml, "publisher", plan.issuer->uri);
}

void write_contents(XmlStream& xml, const LoqPlan& plan, const LoqSpecification& specification) {
    write_concept(xml, "ISCEDFCode", plan.field.uri);
    if (specification.level) write_concept(xml, "educationLevel", specification.level->eqf_uri);
    for (const std::string& language : plan.languages) write_concept(xml, "language", language);
    for (const std::size_t outcome : specification.outcomes) write_reference(xml, "learningOutcome", plan.outcomes[outcome].uri);
    if (specification.awarded) {
        for (const LoqOccupation& occupation : plan.occupations) write_reference(xml, "entitlesTo", occupation.uri);
    }
    for (const std::string& part : specification.parts) write_reference(xml, "hasPart", part);
    for (const std::string& whole : specification.wholes) write_reference(xml, "isPartOf", whole);
    write_awarding(xml, plan, specification);
    if (!specification.is_qualification) return;
    xml.element("isPartialQualification", specification.is_partial ? "true" : "false");
    write_concept(xml, "EQFLevel", specification.level->eqf_uri);
    write_concept(xml, "NQFLevel", specification.level->national_uri);
}

/// What plan_loq reports belongs to the first visit; later ones need no report.
LoqPlan plan_again(const Standard& standard, const ExportOptions& options) {
    LossReport unheard(0);
    return plan_loq(standard, options, unheard);
}

}  // namespace

void LoqXmlExporter::begin() {
    check_loq(m_context.source, m_context.options);
    m_xml = std::make_unique<XmlStream>(m_context.output.open("qualifications.loq.xml"));
    m_xml->begin("Courses", {{"xmlns", "http://data.europa.eu/snb/model/ap/loq-constraints/"},
                             {"xmlns:skos", "http://www.w3.org/2004/02/skos/core#"},
                             {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                             {"xsi:schemaLocation", "http://data.europa.eu/snb/model/ap/loq-constraints/ loq.xsd"},
                             {"xsdVersion", "3.1.0"}});
    m_xml->begin("learningAchievementSpecificationReferences");
}

void LoqXmlExporter::standard(const Standard& standard) {
    const LoqPlan plan = plan_loq(standard, m_context.options, m_context.losses);
    for (const LoqSpecification& specification : plan.specifications) {
        m_xml->begin(specification.is_qualification ? "qualification" : "learningAchievementSpecification", {{"id", specification.uri}});
        for (const LoqIdentifier& identifier : specification.identifiers) {
            if (m_notations.insert(identifier.notation).second)
                write_identifier(*m_xml, identifier);
            else
                m_context.losses.add("repeated-identifier", LossFate::left_out,
                                     "an identifier that another qualification has already; in LOQ they are unique",
                                     standard.id + ": " + identifier.notation);
        }
        write_head(*m_xml, plan, specification);
        write_contents(*m_xml, plan, specification);
        m_xml->end();
    }
}

void LoqXmlExporter::link(const Link& link) {
    m_context.losses.add("links", LossFate::left_out, "LOQ has no place for links between standards", place_of(link));
}

void LoqXmlExporter::finish() {
    m_xml->end();
    write_outcomes();
    write_entitlements();
    write_organisations();
    write_locations();
    m_xml->finish();
}

void LoqXmlExporter::write_outcomes() {
    m_xml->begin("learningOutcomeReferences");
    m_context.source.for_each_standard([&](const Standard& standard) {
        for (const LoqOutcome& outcome : plan_again(standard, m_context.options).outcomes) {
            m_xml->begin("learningOutcome", {{"id", outcome.uri}});
            write_identifier(*m_xml, {outcome.id, "kwalign"});
            write_text(*m_xml, "title", outcome.title);
            if (!outcome.type_uri.empty()) write_concept(*m_xml, "type", outcome.type_uri);
            m_xml->end();
        }
    });
    m_xml->end();
}

void LoqXmlExporter::write_entitlements() {
    m_xml->begin("learningEntitlementSpecificationReferences");
    m_context.source.for_each_standard([&](const Standard& standard) {
        for (const LoqOccupation& occupation : plan_again(standard, m_context.options).occupations) {
            m_xml->begin("learningEntitlementSpecification", {{"id", occupation.uri}});
            write_text(*m_xml, "title", occupation.title);
            write_concept(*m_xml, "type", loq_occupation_type);
            write_concept(*m_xml, "entitlementStatus", loq_prospective);
            write_concept(*m_xml, "limitOccupation", occupation.isco_uri);
            m_xml->end();
        }
    });
    m_xml->end();
}

void LoqXmlExporter::write_organisations() {
    std::unordered_set<std::string> written;
    m_xml->begin("agentReferences");
    m_context.source.for_each_standard([&](const Standard& standard) {
        const auto issuer = plan_again(standard, m_context.options).issuer;
        if (!issuer || !written.insert(issuer->uri).second) return;
        m_xml->begin("organisation", {{"id", issuer->uri}});
        write_text(*m_xml, "legalName", issuer->name);
        write_reference(*m_xml, "location", issuer->location_uri);
        m_xml->end();
    });
    m_xml->end();
}

void LoqXmlExporter::write_locations() {
    std::unordered_set<std::string> written;
    m_xml->begin("locationReferences");
    m_context.source.for_each_standard([&](const Standard& standard) {
        const auto issuer = plan_again(standard, m_context.options).issuer;
        if (!issuer || !written.insert(issuer->uri).second) return;
        m_xml->begin("location", {{"id", issuer->location_uri}});
        m_xml->begin("address");
        write_concept(*m_xml, "countryCode", issuer->country_uri);
        m_xml->end();
        m_xml->end();
    });
    m_xml->end();
}

}  // namespace kwalign::model
