#include "model/exchange/identifiers.hpp"
#include "model/exchange/loq_exporter.hpp"
#include "model/exchange/loq_plan.hpp"

namespace kwalign::model {

namespace {

const RdfPrefixes& prefixes() {
    static const RdfPrefixes list{{"adms", "http://www.w3.org/ns/adms#"},          {"dc", "http://purl.org/dc/terms/"},
                                  {"elm", "http://data.europa.eu/snb/model/elm/"}, {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                                  {"rov", "http://www.w3.org/ns/regorg#"},         {"skos", "http://www.w3.org/2004/02/skos/core#"},
                                  {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
    return list;
}

/// Writes the parts of one plan; remembers which vocabulary entries were named, because the shapes want each to be a skos:Concept.
class PlanWriter {
public:
    PlanWriter(RdfWriter& rdf, const LoqPlan& plan, std::set<std::string>& concepts) : m_rdf(rdf), m_plan(plan), m_concepts(concepts) {}

    void specification(const LoqSpecification& specification) {
        m_rdf.begin_node(specification.uri, specification.is_qualification ? "elm:Qualification" : "elm:LearningAchievementSpecification");
        for (const LoqIdentifier& given : specification.identifiers) identifier(given);
        for (const LoqText& title : specification.titles) m_rdf.text("dc:title", title.text, title.lang);
        for (const LoqText& title : specification.other_titles) m_rdf.text("skos:altLabel", title.text, title.lang);
        for (const LoqText& description : specification.descriptions) m_rdf.text("dc:description", description.text, description.lang);
        if (specification.awarded && !m_plan.field_note.empty()) note(m_plan.field_note);
        if (!m_plan.modified.empty()) m_rdf.literal("dc:modified", m_plan.modified, "xsd:dateTime");
        if (m_plan.issuer) m_rdf.uri("dc:publisher", m_plan.issuer->uri);
        entry("elm:ISCEDFCode", m_plan.field.uri);
        if (specification.level) entry("elm:educationLevel", specification.level->eqf_uri);
        for (const std::string& language : m_plan.languages) entry("dc:language", language);
        for (const std::size_t outcome : specification.outcomes) m_rdf.uri("elm:learningOutcome", m_plan.outcomes[outcome].uri);
        if (specification.awarded) {
            for (const LoqOccupation& occupation : m_plan.occupations) m_rdf.uri("elm:entitlesTo", occupation.uri);
        }
        for (const std::string& part : specification.parts) m_rdf.uri("elm:hasPart", part);
        for (const std::string& whole : specification.wholes) m_rdf.uri("elm:isPartOf", whole);
        awarding(specification);
        if (specification.is_qualification) {
            m_rdf.literal("elm:isPartialQualification", specification.is_partial ? "true" : "false", "xsd:boolean");
            entry("elm:EQFLevel", specification.level->eqf_uri);
            entry("elm:NQFLevel", specification.level->national_uri);
        }
        m_rdf.end_node();
    }

    void outcome(const LoqOutcome& outcome) {
        m_rdf.begin_node(outcome.uri, "elm:LearningOutcome");
        identifier({outcome.id, "kwalign"});
        m_rdf.text("dc:title", outcome.title.text, outcome.title.lang);
        if (!outcome.type_uri.empty()) entry("dc:type", outcome.type_uri);
        m_rdf.end_node();
    }

    void occupation(const LoqOccupation& occupation) {
        m_rdf.begin_node(occupation.uri, "elm:LearningEntitlementSpecification");
        m_rdf.text("dc:title", occupation.title.text, occupation.title.lang);
        entry("dc:type", loq_occupation_type);
        entry("elm:entitlementStatus", loq_prospective);
        entry("elm:limitOccupation", occupation.isco_uri);
        m_rdf.end_node();
    }

    void organisation(const LoqOrganisation& organisation) {
        m_rdf.begin_node(organisation.uri, "elm:Organisation");
        m_rdf.text("rov:legalName", organisation.name.text, organisation.name.lang);
        m_rdf.uri("elm:location", organisation.location_uri);
        m_rdf.end_node();
        m_rdf.begin_node(organisation.location_uri, "dc:Location");
        m_rdf.begin_blank("elm:address", "elm:Address");
        entry("elm:countryCode", organisation.country_uri);
        m_rdf.end_blank();
        m_rdf.end_node();
    }

private:
    void entry(std::string_view property, std::string_view uri) {
        m_rdf.uri(property, uri);
        m_concepts.emplace(uri);
    }

    void identifier(const LoqIdentifier& identifier) {
        m_rdf.begin_blank("adms:identifier", "elm:Identifier");
        m_rdf.literal("skos:notation", identifier.notation, "");
        m_rdf.literal("elm:schemeName", identifier.scheme, "");
        m_rdf.end_blank();
    }

    void note(std::string_view text) {
        m_rdf.begin_blank("elm:additionalNote", "elm:Note");
        m_rdf.text("elm:noteLiteral", text, "en");
        m_rdf.end_blank();
    }

    void awarding(const LoqSpecification& specification) {
        if (!m_plan.issuer || !specification.awarded) return;
        m_rdf.begin_blank("elm:awardingOpportunity", "elm:AwardingOpportunity");
        m_rdf.uri("elm:awardingBody", m_plan.issuer->uri);
        m_rdf.uri("elm:location", m_plan.issuer->location_uri);
        if (!m_plan.valid_from.empty() || !m_plan.valid_until.empty()) {
            m_rdf.begin_blank("dc:temporal", "dc:PeriodOfTime");
            if (!m_plan.valid_from.empty()) m_rdf.literal("elm:startDate", m_plan.valid_from, "xsd:dateTime");
            if (!m_plan.valid_until.empty()) m_rdf.literal("elm:endDate", m_plan.valid_until, "xsd:dateTime");
            m_rdf.end_blank();
        }
        m_rdf.uri("elm:learningAchievementSpecification", specification.uri);
        m_rdf.end_blank();
    }

    RdfWriter& m_rdf;
    const LoqPlan& m_plan;
    std::set<std::string>& m_concepts;
};

}  // namespace

void LoqRdfExporter::begin() {
    check_loq(m_context.source, m_context.options);
    m_rdf = make_rdf_writer(m_syntax,
                            m_context.output.open(m_syntax == RdfSyntax::turtle ? "qualifications.loq.ttl" : "qualifications.loq.jsonld"),
                            prefixes());
}

void LoqRdfExporter::standard(const Standard& standard) {
    const LoqPlan plan = plan_loq(standard, m_context.options, m_context.losses);
    PlanWriter writer(*m_rdf, plan, m_concepts);
    for (const LoqSpecification& specification : plan.specifications) writer.specification(specification);
    for (const LoqOutcome& outcome : plan.outcomes) writer.outcome(outcome);
    for (const LoqOccupation& occupation : plan.occupations) writer.occupation(occupation);
    if (plan.issuer && m_organisations.insert(plan.issuer->uri).second) writer.organisation(*plan.issuer);
}

void LoqRdfExporter::link(const Link& link) {
    m_context.losses.add("links", LossFate::left_out, "LOQ has no place for links between standards", place_of(link));
}

void LoqRdfExporter::finish() {
    for (const std::string& uri : m_concepts) {
        m_rdf->begin_node(uri, "skos:Concept");
        m_rdf->end_node();
    }
    m_rdf->finish();
}

}  // namespace kwalign::model
