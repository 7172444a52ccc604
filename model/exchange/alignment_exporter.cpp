#include "model/exchange/alignment_exporter.hpp"

#include "model/error.hpp"
#include "model/exchange/identifiers.hpp"
#include "model/exchange/link_losses.hpp"
#include "model/identity.hpp"

#include <array>
#include <charconv>

namespace kwalign::model {

namespace {

constexpr std::string_view xsd_float = "http://www.w3.org/2001/XMLSchema#float";

/// The signs of the Alignment API: equivalent, more general, less general, and overlap of its algebra A5.
std::string_view sign_of(Relation relation) noexcept {
    switch (relation) {
        case Relation::equal:
        case Relation::equivalent: return "=";
        case Relation::covers: return ">";
        case Relation::covered_by: return "<";
        case Relation::overlaps: return ")(";
        case Relation::none: return "?";
    }
    return "?";
}

/// The shortest text that reads back as the same value, with a point: "1.0".
std::string measure_of(double confidence) {
    std::array<char, 40> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), confidence);
    std::string measure(text.data(), result.ptr);
    if (measure.find_first_of(".en") == std::string::npos) measure += ".0";
    return measure;
}

}  // namespace

void AlignmentExporter::begin() {
    const std::size_t pairs = m_context.source.count_pairs();
    if (pairs == 0)
        throw Error(ErrorCode::unsupported, "alignment", "the Alignment format holds links, and there is no pair of standards",
                    "name two standards");
    if (pairs > 1 && !m_context.output.holds_several())
        throw Error(ErrorCode::unsupported, "alignment",
                    "an Alignment file holds the links of one pair, and here are " + std::to_string(pairs) + " pairs", "write to a folder");
}

void AlignmentExporter::standard(const Standard& standard) {
    m_context.losses.add("standards", LossFate::left_out, "the Alignment format holds links only; of the standards it names their URIs",
                         standard.id);
}

void AlignmentExporter::write_ontology(std::string_view element, const Standard& standard) {
    const std::string uri = uri_of(m_context.options, standard.id);
    m_xml->begin(element);
    m_xml->begin("Ontology", {{"rdf:about", uri}});
    m_xml->element("location", uri);
    m_xml->end();
    m_xml->end();
}

void AlignmentExporter::begin_pair(const ExportPair& pair) {
    m_source = std::make_unique<EndpointIndex>(pair.source());
    m_target = std::make_unique<EndpointIndex>(pair.target());
    m_written.clear();
    ByteSink& sink = m_context.output.open(file_name_for(pair.source().id) + "--" + file_name_for(pair.target().id) + ".alignment.rdf");
    m_xml = std::make_unique<XmlStream>(sink);
    m_xml->begin("rdf:RDF", {{"xmlns", "http://knowledgeweb.semanticweb.org/heterogeneity/alignment#"},
                             {"xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                             {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
    const std::string about = "urn:uuid:" + uuid_v5("alignment:" + pair.source().id + " -> " + pair.target().id);
    m_xml->begin("Alignment", {{"rdf:about", about}});
    m_xml->element("xml", "yes");
    m_xml->element("level", "0");
    m_xml->element("type", "**");
    if (!m_context.options.generator.empty()) m_xml->element("dc:creator", m_context.options.generator);
    if (const std::string date = date_of(m_context.options.created); !date.empty()) m_xml->element("dc:date", date);
    write_ontology("onto1", pair.source());
    write_ontology("onto2", pair.target());
}

void AlignmentExporter::link(const Link& link) {
    if (!is_sayable(link, m_context.losses)) return;
    if (!m_written.insert(link_identifier(link))) {
        m_context.losses.add("repeated-link", LossFate::left_out, "a second link between the same ends is left out", place_of(link));
        return;
    }
    report_bare_link(link, true, m_context.losses);
    if (link.relation == Relation::equal || link.relation == Relation::equivalent)
        m_context.losses.add("equal-or-equivalent", LossFate::approximated, "equal and equivalent have one sign, \"=\"", place_of(link));
    m_xml->begin("map");
    m_xml->begin("Cell");
    const std::string source = uri_of(m_context.options, m_source->id_of(link.source));
    const std::string target = uri_of(m_context.options, m_target->id_of(link.target));
    m_xml->element("entity1", {}, {{"rdf:resource", source}});
    m_xml->element("entity2", {}, {{"rdf:resource", target}});
    m_xml->element("relation", sign_of(link.relation));
    m_xml->element("measure", measure_of(link.confidence), {{"rdf:datatype", xsd_float}});
    m_xml->end();
    m_xml->end();
}

void AlignmentExporter::end_pair() {
    m_xml->finish();
    m_xml.reset();
    m_source.reset();
    m_target.reset();
}

}  // namespace kwalign::model
