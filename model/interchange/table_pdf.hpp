#pragma once

#include "model/interchange/table_writer.hpp"
#include "model/interchange/weasyprint.hpp"

namespace kwalign::model {

/// The page as a document on paper: A4, with page numbers in the contents, heads repeated over pages, everything open. Needs WeasyPrint
/// (weasyprint.hpp). A table of more than `max_rows` rows is refused, since laying it out takes hours and gigabytes.
class PdfTableWriter : public TableWriter {
public:
    static constexpr std::size_t max_rows = 1'000;

    explicit PdfTableWriter(WeasyPrint printer = {}) : m_printer(std::move(printer)) {}
    [[nodiscard]] std::string_view name() const noexcept override { return "pdf"; }
    using TableWriter::write;
    /// Throws also what WeasyPrint::pdf_of() throws, and Error(limit_exceeded) for too many rows.
    void write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const override;

private:
    WeasyPrint m_printer;
};

}  // namespace kwalign::model
