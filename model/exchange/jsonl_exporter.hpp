#pragma once

/// Everything as JSON Lines: one JSON object per line, each with a "type". Nothing is lost but what the options leave out.
///
///   {"type":"kwalign","version":1,"generator":..,"created":..,"persons":bool}           first
///   {"type":"standard","value":{standard.schema.json, "units" empty}}
///   {"type":"unit","standard":id,"value":{a unit of standard.schema.json}}              the units of the standard before, in order
///   {"type":"pair","source":id,"target":id}
///   {"type":"link","value":{link.schema.json}}                                          the links of the pair before, in order
///   {"type":"end","standards":n,"units":n,"links":n}                                    last; a file without it is cut short

#include "model/exchange/exporter.hpp"

#include <cstddef>

namespace kwalign::model {

/// The version of the lines that is written and read.
inline constexpr int jsonl_version = 1;

class JsonlExporter : public Exporter {
public:
    explicit JsonlExporter(const ExportContext& context) : m_context(context) {}

    void begin() override;
    void standard(const Standard& standard) override;
    void begin_pair(const ExportPair& pair) override;
    void link(const Link& link) override;
    void finish() override;

private:
    ExportContext m_context;
    ByteSink* m_sink = nullptr;
    std::size_t m_standards = 0;
    std::size_t m_units = 0;
    std::size_t m_links = 0;
};

}  // namespace kwalign::model
