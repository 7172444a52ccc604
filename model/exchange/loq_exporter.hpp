#pragma once

/// Qualifications and learning outcomes for the Europass Qualification Dataset Register, by the application profile for learning
/// opportunities and qualifications of the European Learning Model (LOQ 3.1): XML by loq.xsd, and RDF as Turtle or JSON-LD by its SHACL
/// shapes. All standards go into one file. A standard whose field of education is unknown is refused (corpora/exchange/isced-f.tsv), and
/// of a level range the lower level is written. Links have no place in LOQ.

#include "model/exchange/exporter.hpp"
#include "model/exchange/rdf_writer.hpp"
#include "model/exchange/xml_stream.hpp"

#include <memory>
#include <set>
#include <string>
#include <unordered_set>

namespace kwalign::model {

/// Visits the source several times, because LOQ lists specifications, outcomes, entitlements and organisations one kind after the other.
class LoqXmlExporter : public Exporter {
public:
    explicit LoqXmlExporter(const ExportContext& context) : m_context(context) {}

    /// Throws Error(unsupported) naming all standards whose field of education is unknown.
    void begin() override;
    void standard(const Standard& standard) override;
    void begin_pair(const ExportPair&) override {}
    void link(const Link& link) override;
    void finish() override;

private:
    void write_outcomes();
    void write_entitlements();
    void write_organisations();
    void write_locations();

    ExportContext m_context;
    std::unique_ptr<XmlStream> m_xml;
    std::unordered_set<std::string> m_notations;  ///< which loq.xsd wants to be unique
};

class LoqRdfExporter : public Exporter {
public:
    LoqRdfExporter(const ExportContext& context, RdfSyntax syntax) : m_context(context), m_syntax(syntax) {}

    void begin() override;
    void standard(const Standard& standard) override;
    void begin_pair(const ExportPair&) override {}
    void link(const Link& link) override;
    void finish() override;

private:
    ExportContext m_context;
    RdfSyntax m_syntax;
    std::unique_ptr<RdfWriter> m_rdf;
    std::set<std::string> m_concepts;       ///< entries of vocabularies that were referred to
    std::set<std::string> m_organisations;  ///< described already
};

class LoqTurtleExporter : public LoqRdfExporter {
public:
    explicit LoqTurtleExporter(const ExportContext& context) : LoqRdfExporter(context, RdfSyntax::turtle) {}
};

class LoqJsonLdExporter : public LoqRdfExporter {
public:
    explicit LoqJsonLdExporter(const ExportContext& context) : LoqRdfExporter(context, RdfSyntax::json_ld) {}
};

}  // namespace kwalign::model
