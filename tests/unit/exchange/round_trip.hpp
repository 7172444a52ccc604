#pragma once

#include "model/exchange/exporter.hpp"
#include "model/exchange/importer.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kwalign::tests {

/// Keeps the files of an export by name.
class MemoryOutput : public model::ExportOutput {
public:
    [[nodiscard]] bool holds_several() const noexcept override { return true; }
    model::ByteSink& open(const std::string& name) override;
    void finish() override { finished = true; }

    std::vector<std::pair<std::string, std::unique_ptr<model::StringSink>>> files;
    bool finished = false;
};

struct Exported {
    std::vector<std::string> texts;  ///< of the files in order
    model::LossReport losses;
};

[[nodiscard]] Exported export_all(const std::string& format, const model::EquivalenceTable& table,
                                  const model::ExportOptions& options = {});
/// Options under which a format leaves out as little as it can.
[[nodiscard]] model::ExportOptions everything();
/// A table of standards without links.
[[nodiscard]] model::EquivalenceTable table_of(std::vector<model::Standard> standards);
/// What an import throws, as its sentence; empty where it throws nothing.
[[nodiscard]] std::string import_error(const std::string& format, std::string_view bytes, const model::ImportOptions& options = {});

}  // namespace kwalign::tests
