#pragma once

/// Standards as one JSON array, each by model/schema/standard.schema.json: kwalign's own form of standards for programs. Links have no place
/// in it; JSON Lines hold everything.

#include "model/exchange/exporter.hpp"

namespace kwalign::model {

class JsonExporter : public Exporter {
public:
    explicit JsonExporter(const ExportContext& context) : m_context(context) {}

    void begin() override;
    void standard(const Standard& standard) override;
    void begin_pair(const ExportPair&) override {}
    void link(const Link& link) override;
    void finish() override;

private:
    ExportContext m_context;
    ByteSink* m_sink = nullptr;
    bool m_first = true;
};

}  // namespace kwalign::model
