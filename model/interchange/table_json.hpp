#pragma once

#include "model/interchange/table_writer.hpp"

namespace kwalign::model {

/// The whole table for programs, by the codec's schema: standards, pairs, links of both levels, coverage, gaps.
/// Of the options, `min_confidence` and `persons` apply; both levels and all gaps are always there.
class JsonTableWriter : public TableWriter {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "json"; }
    using TableWriter::write;
    void write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const override;
};

}  // namespace kwalign::model
