#pragma once

#include "model/interchange/table_writer.hpp"

namespace kwalign::model {

/// GitHub-flavoured Markdown, for pull requests, wikis and mail: standards, legend, and per pair a summary, the links and the gaps.
/// Texts are escaped so that no source text can act as markup or HTML.
class MarkdownTableWriter : public TableWriter {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "md"; }
    using TableWriter::write;
    void write(const EquivalenceTable& table, const TableOptions& options, const TableSink& sink) const override;
};

}  // namespace kwalign::model
