#pragma once

#include "model/interchange/table_writer.hpp"

namespace kwalign::model {

/// An Excel workbook: one sheet per pair with filters, then Coverage (per qualification and unit, with what is not covered), Gaps and
/// About (standards, method, legend). Confidence and coverage are numbers, texts are always texts. Set up for A4 landscape.
/// Without a `created` date in the table the file carries 1980-01-01, so that equal tables give equal bytes.
class XlsxTableWriter : public TableWriter {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "xlsx"; }
    /// Throws Error(write_failed) where the temporary folder can't be written.
    using TableWriter::write;
    void write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const override;
};

}  // namespace kwalign::model
