#pragma once

/// CTDL-ASN in JSON-LD for the Credential Registry: one competency framework per standard with its units and statements as competencies,
/// and the links as alignments of the source's competencies, all in one graph.

#include "model/exchange/endpoint_index.hpp"
#include "model/exchange/exporter.hpp"
#include "model/exchange/uuid_set.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace kwalign::model {

class CtdlExporter : public Exporter {
public:
    explicit CtdlExporter(const ExportContext& context) : m_context(context) {}

    void begin() override;
    void standard(const Standard& standard) override;
    void begin_pair(const ExportPair& pair) override;
    void link(const Link& link) override;
    void end_pair() override;
    void finish() override { m_sink->write("\n]}\n"); }

private:
    void write_node(std::string_view json);

    ExportContext m_context;
    ByteSink* m_sink = nullptr;
    bool m_first = true;
    std::unique_ptr<EndpointIndex> m_source;
    std::unique_ptr<EndpointIndex> m_target;
    UuidSet m_written;
};

}  // namespace kwalign::model
