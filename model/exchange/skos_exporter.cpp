#include "model/exchange/skos_exporter.hpp"

#include "model/exchange/endpoint_index.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/exchange/link_losses.hpp"
#include "model/exchange/standard_losses.hpp"

#include <unordered_map>
#include <unordered_set>

namespace kwalign::model {

namespace {

const RdfPrefixes& prefixes() {
    static const RdfPrefixes list{{"dcterms", "http://purl.org/dc/terms/"},
                                  {"owl", "http://www.w3.org/2002/07/owl#"},
                                  {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                                  {"skos", "http://www.w3.org/2004/02/skos/core#"},
                                  {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
    return list;
}

/// One standard as a concept scheme.
class SchemeWriter {
public:
    SchemeWriter(RdfWriter& rdf, const Standard& standard, const ExportOptions& options, LossReport& losses)
        : m_rdf(rdf), m_standard(standard), m_options(options), m_losses(losses), m_scheme(uri_of(options, standard.id)) {
        for (const Unit& unit : standard.units) {
            // Parents stand before their children; a parent that does not is no parent, so there are no cycles.
            const auto parent = m_units.find(unit.parent);
            m_parents.push_back(parent == m_units.end() ? nullptr : parent->second);
            m_units.emplace(unit.code, &unit);
        }
    }

    void write() {
        write_scheme();
        for (std::size_t i = 0; i < m_standard.units.size(); ++i) write_unit(m_standard.units[i], m_parents[i]);
        report();
    }

private:
    void write_scheme() {
        const std::string lang = m_standard.languages.empty() ? "" : m_standard.languages.front();
        m_rdf.begin_node(m_scheme, "skos:ConceptScheme");
        if (m_standard.titles.empty()) m_rdf.text("dcterms:title", m_standard.title.empty() ? m_standard.id : m_standard.title, lang);
        for (const auto& [language, title] : m_standard.titles) m_rdf.text("dcterms:title", title, language);
        m_rdf.literal("dcterms:identifier", m_standard.id, "");
        for (const auto& [scheme, value] : m_standard.identifiers) m_rdf.literal("dcterms:identifier", value, "");
        if (!m_standard.issuer.empty()) m_rdf.text("dcterms:publisher", m_standard.issuer, lang);
        if (const std::string date = date_of(m_standard.decided); !date.empty()) m_rdf.literal("dcterms:issued", date, "xsd:date");
        if (const std::string date = date_of(m_options.created); !date.empty()) m_rdf.literal("dcterms:modified", date, "xsd:date");
        if (!m_standard.version.empty()) m_rdf.literal("owl:versionInfo", m_standard.version, "");
        if (!m_options.licence.empty()) m_rdf.uri("dcterms:license", m_options.licence);
        for (const std::string& language : m_standard.languages) m_rdf.literal("dcterms:language", language, "");
        std::unordered_set<std::string> tops;
        for (std::size_t i = 0; i < m_standard.units.size(); ++i) {
            const std::string uri = uri_of(m_options, id_of(m_standard, m_standard.units[i]));
            if (!m_parents[i] && tops.insert(uri).second) m_rdf.uri("skos:hasTopConcept", uri);
        }
        m_rdf.end_node();
    }

    /// False where the concept was written already; two labels of one language would break SKOS.
    bool begin_concept(const std::string& id) {
        const std::string uri = uri_of(m_options, id);
        if (!m_written.insert(uri).second) {
            m_losses.add("repeated-code", LossFate::left_out, "a unit or statement whose code another one has already", id);
            return false;
        }
        m_rdf.begin_node(uri, "skos:Concept");
        m_rdf.uri("skos:inScheme", m_scheme);
        return true;
    }

    void write_unit(const Unit& unit, const Unit* parent) {
        const std::string id = id_of(m_standard, unit);
        if (begin_concept(id)) {
            if (parent)
                m_rdf.uri("skos:broader", uri_of(m_options, id_of(m_standard, *parent)));
            else
                m_rdf.uri("skos:topConceptOf", m_scheme);
            m_rdf.literal("skos:notation", unit.code, "");
            m_rdf.text("skos:prefLabel", unit.title.empty() ? unit.code : unit.title, unit.lang);
            m_rdf.end_node();
        }
        for (const Statement& statement : unit.statements) {
            if (!begin_concept(id_of(m_standard, statement))) continue;
            m_rdf.uri("skos:broader", uri_of(m_options, id));
            m_rdf.literal("skos:notation", statement.code, "");
            m_rdf.text("skos:prefLabel", statement.text, statement.lang);
            m_rdf.end_node();
            lose(true, "statement-kind", "what a statement says: indicator, knowledge, skill and so on", id_of(m_standard, statement));
        }
        lose(!unit.kind.empty(), "unit-kind", "what kind of unit it is", id);
    }

    void lose(bool present, std::string_view code, std::string_view what, const std::string& place) {
        if (present) m_losses.add(code, LossFate::left_out, what, place);
    }

    void report() {
        report_label_losses(m_standard, m_losses);
        lose(!m_standard.valid_from.empty() || !m_standard.valid_until.empty(), "validity", "from when until when the standard holds",
             m_standard.id);
    }

    RdfWriter& m_rdf;
    const Standard& m_standard;
    const ExportOptions& m_options;
    LossReport& m_losses;
    std::string m_scheme;
    std::unordered_map<std::string_view, const Unit*> m_units;
    std::vector<const Unit*> m_parents;  ///< by position of the unit; null for top concepts
    std::unordered_set<std::string> m_written;
};

}  // namespace

SkosExporter::SkosExporter(const ExportContext& context, RdfSyntax syntax) : m_context(context), m_syntax(syntax) {}
SkosExporter::~SkosExporter() = default;

void SkosExporter::begin() {
    m_rdf = make_rdf_writer(m_syntax, m_context.output.open(m_syntax == RdfSyntax::turtle ? "export.skos.ttl" : "export.skos.jsonld"),
                            prefixes());
}

void SkosExporter::standard(const Standard& standard) { SchemeWriter(*m_rdf, standard, m_context.options, m_context.losses).write(); }

void SkosExporter::begin_pair(const ExportPair& pair) {
    m_source = std::make_unique<EndpointIndex>(pair.source());
    m_target = std::make_unique<EndpointIndex>(pair.target());
}

void SkosExporter::link(const Link& link) {
    if (!is_sayable(link, m_context.losses)) return;
    if (!m_written.insert(link_identifier(link))) {
        m_context.losses.add("repeated-link", LossFate::left_out, "a second link between the same ends is left out", place_of(link));
        return;
    }
    report_bare_link(link, false, m_context.losses);
    m_rdf->begin_node(uri_of(m_context.options, m_source->id_of(link.source)), {});
    m_rdf->uri("skos:" + std::string(skos_name(link.relation)), uri_of(m_context.options, m_target->id_of(link.target)));
    m_rdf->end_node();
}

void SkosExporter::end_pair() {
    m_source.reset();
    m_target.reset();
}

}  // namespace kwalign::model
