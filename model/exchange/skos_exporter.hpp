#pragma once

/// SKOS: one concept scheme per standard with its units and statements as concepts, and the links as mapping properties. As Turtle or
/// JSON-LD, all in one file. Scores, reviewers and evidence have no place in SKOS; SSSOM holds them.

#include "model/exchange/exporter.hpp"
#include "model/exchange/rdf_writer.hpp"
#include "model/exchange/uuid_set.hpp"

#include <memory>

namespace kwalign::model {

class EndpointIndex;

class SkosExporter : public Exporter {
public:
    SkosExporter(const ExportContext& context, RdfSyntax syntax);
    ~SkosExporter() override;

    void begin() override;
    void standard(const Standard& standard) override;
    void begin_pair(const ExportPair& pair) override;
    void link(const Link& link) override;
    void end_pair() override;
    void finish() override { m_rdf->finish(); }

private:
    ExportContext m_context;
    RdfSyntax m_syntax;
    std::unique_ptr<RdfWriter> m_rdf;
    std::unique_ptr<EndpointIndex> m_source;
    std::unique_ptr<EndpointIndex> m_target;
    UuidSet m_written;
};

class SkosTurtleExporter : public SkosExporter {
public:
    explicit SkosTurtleExporter(const ExportContext& context) : SkosExporter(context, RdfSyntax::turtle) {}
};

class SkosJsonLdExporter : public SkosExporter {
public:
    explicit SkosJsonLdExporter(const ExportContext& context) : SkosExporter(context, RdfSyntax::json_ld) {}
};

}  // namespace kwalign::model
