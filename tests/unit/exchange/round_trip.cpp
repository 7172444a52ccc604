#include "tests/unit/exchange/round_trip.hpp"

#include "model/error.hpp"

namespace kwalign::tests {

using namespace model;

ByteSink& MemoryOutput::open(const std::string& name) {
    files.emplace_back(name, std::make_unique<StringSink>());
    return *files.back().second;
}

Exported export_all(const std::string& format, const EquivalenceTable& table, const ExportOptions& options) {
    MemoryOutput output;
    Exported exported;
    exported.losses = export_to(format, TableSource(table), output, options);
    for (const auto& [name, sink] : output.files) exported.texts.push_back(sink->text());
    return exported;
}

ExportOptions everything() {
    ExportOptions options;
    options.persons = Persons::keep;
    options.links = LinkChoice::all;
    options.no_term_found = true;
    return options;
}

EquivalenceTable table_of(std::vector<Standard> standards) {
    EquivalenceTable table;
    table.standards = std::move(standards);
    return table;
}

std::string import_error(const std::string& format, std::string_view bytes, const ImportOptions& options) {
    try {
        static_cast<void>(import_from(format, bytes, "in.file", options));
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

}  // namespace kwalign::tests
