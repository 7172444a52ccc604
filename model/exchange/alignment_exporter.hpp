#pragma once

/// The Alignment format in RDF/XML, which the tools of the Ontology Alignment Evaluation Initiative read: one alignment, and so one
/// file, per pair, at level 0 (entity, entity, relation, measure).

#include "model/exchange/endpoint_index.hpp"
#include "model/exchange/exporter.hpp"
#include "model/exchange/uuid_set.hpp"
#include "model/exchange/xml_stream.hpp"

#include <memory>

namespace kwalign::model {

class AlignmentExporter : public Exporter {
public:
    explicit AlignmentExporter(const ExportContext& context) : m_context(context) {}

    /// Throws Error(unsupported) when there is no pair, or several pairs would have to go into a single file.
    void begin() override;
    void standard(const Standard& standard) override;
    void begin_pair(const ExportPair& pair) override;
    void link(const Link& link) override;
    void end_pair() override;

private:
    void write_ontology(std::string_view element, const Standard& standard);

    ExportContext m_context;
    std::unique_ptr<XmlStream> m_xml;
    std::unique_ptr<EndpointIndex> m_source;
    std::unique_ptr<EndpointIndex> m_target;
    UuidSet m_written;  ///< of the current pair
};

}  // namespace kwalign::model
