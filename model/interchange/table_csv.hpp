#pragma once

#include "model/interchange/table_writer.hpp"

namespace kwalign::model {

/// Rows for scripts: one header line, then one line per row of all pairs.
/// RFC 4180 quoting, UTF-8 without byte-order mark, lines end in LF. Numbers have three decimals and a point; relations and statuses
/// have kwalign's own names, standards their ids; levels are bare values ("4"). Rows of relation none have 0.000 throughout, and an
/// empty code at the end where nothing was found.
/// Texts are passed on unchanged, also when they start with "=", "+", "-" or "@": the file is data, and a changed text would no longer
/// be the source's. Whoever opens it in a spreadsheet program imports it as text, or takes the xlsx format, in which a text can't be a
/// formula.
class CsvTableWriter : public TableWriter {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "csv"; }
    using TableWriter::write;
    void write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const override;
};

}  // namespace kwalign::model
