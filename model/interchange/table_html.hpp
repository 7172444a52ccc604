#pragma once

#include "model/interchange/table_writer.hpp"

namespace kwalign::model {

/// One self-contained page for reading, filtering, printing and signing: no network, style and script inside, complete without script.
/// A content security policy allows exactly the embedded style and script, so that even a mistake in escaping could not run anything.
class HtmlTableWriter : public TableWriter {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "html"; }
    using TableWriter::write;
    void write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const override;
};

}  // namespace kwalign::model
