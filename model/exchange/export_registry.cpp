#include "model/exchange/alignment_exporter.hpp"
#include "model/exchange/case_exporter.hpp"
#include "model/exchange/ctdl_exporter.hpp"
#include "model/exchange/exporter.hpp"
#include "model/exchange/json_exporter.hpp"
#include "model/exchange/jsonl_exporter.hpp"
#include "model/exchange/loq_exporter.hpp"
#include "model/exchange/skos_exporter.hpp"
#include "model/exchange/sssom_exporter.hpp"

#include <array>

namespace kwalign::model {

namespace {

template <typename Format>
std::unique_ptr<Exporter> make(const ExportContext& context) {
    return std::make_unique<Format>(context);
}

struct Format {
    std::string_view name;
    std::array<std::string_view, 2> suffixes;  ///< lower case, with the dot; the second may be empty
    std::unique_ptr<Exporter> (*create)(const ExportContext&);
};

/// Sorted by name; of suffixes that both fit the first decides. A new format is one line here.
constexpr std::array formats{
    Format{"alignment", {".alignment.rdf", ""}, make<AlignmentExporter>},
    Format{"case", {".case.json", ""}, make<CaseExporter>},
    Format{"ctdl", {".ctdl.jsonld", ""}, make<CtdlExporter>},
    Format{"json", {".json", ""}, make<JsonExporter>},
    Format{"jsonl", {".jsonl", ".ndjson"}, make<JsonlExporter>},
    Format{"loq", {".loq.xml", ""}, make<LoqXmlExporter>},
    Format{"loq-jsonld", {".loq.jsonld", ""}, make<LoqJsonLdExporter>},
    Format{"loq-ttl", {".loq.ttl", ""}, make<LoqTurtleExporter>},
    Format{"skos", {".skos.ttl", ""}, make<SkosTurtleExporter>},
    Format{"skos-jsonld", {".skos.jsonld", ""}, make<SkosJsonLdExporter>},
    Format{"sssom", {".sssom.tsv", ""}, make<SssomExporter>},
};

}  // namespace

std::vector<std::string> export_formats() {
    std::vector<std::string> names;
    for (const Format& format : formats) names.emplace_back(format.name);
    return names;
}

std::string export_format_for(const std::filesystem::path& file) {
    std::string name = file.filename().string();
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    for (const Format& format : formats) {
        for (const std::string_view suffix : format.suffixes) {
            if (!suffix.empty() && name.size() > suffix.size() && name.ends_with(suffix)) return std::string(format.name);
        }
    }
    return {};
}

std::unique_ptr<Exporter> make_exporter(std::string_view format, const ExportContext& context) {
    for (const Format& known : formats) {
        if (known.name == format) return known.create(context);
    }
    return nullptr;
}

}  // namespace kwalign::model
