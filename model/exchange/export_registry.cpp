#include "model/error.hpp"
#include "model/exchange/alignment_exporter.hpp"
#include "model/exchange/case_exporter.hpp"
#include "model/exchange/ctdl_exporter.hpp"
#include "model/exchange/exporter.hpp"
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

/// Sorted by name. A new format is one line here.
constexpr std::array formats{
    Format{"alignment", {".alignment.rdf", ""}, make<AlignmentExporter>},
    Format{"case", {".case.json", ""}, make<CaseExporter>},
    Format{"ctdl", {".ctdl.jsonld", ""}, make<CtdlExporter>},
    Format{"jsonl", {".jsonl", ".ndjson"}, make<JsonlExporter>},
    Format{"loq", {".loq.xml", ""}, make<LoqXmlExporter>},
    Format{"loq-jsonld", {".loq.jsonld", ""}, make<LoqJsonLdExporter>},
    Format{"loq-ttl", {".loq.ttl", ""}, make<LoqTurtleExporter>},
    Format{"skos", {".skos.ttl", ""}, make<SkosTurtleExporter>},
    Format{"skos-jsonld", {".skos.jsonld", ""}, make<SkosJsonLdExporter>},
    Format{"sssom", {".sssom.tsv", ""}, make<SssomExporter>},
};

bool is_chosen(const Link& link, LinkChoice choice) noexcept {
    switch (choice) {
        case LinkChoice::accepted: return link.decision.status != LinkStatus::rejected;
        case LinkChoice::confirmed: return link.decision.status == LinkStatus::confirmed;
        case LinkChoice::all: return true;
    }
    return true;
}

/// A pair as the exporter sees it: only the links that were asked for, at every visit.
class ChosenPair : public ExportPair {
public:
    ChosenPair(const ExportPair& pair, LinkChoice choice) : m_pair(pair), m_choice(choice) {}

    [[nodiscard]] const Standard& source() const override { return m_pair.source(); }
    [[nodiscard]] const Standard& target() const override { return m_pair.target(); }
    void for_each_link(const std::function<void(const Link&)>& visit) const override {
        m_pair.for_each_link([&](const Link& link) {
            if (is_chosen(link, m_choice)) visit(link);
        });
    }
    void for_each_gap(const std::function<void(const Gap&)>& visit) const override { m_pair.for_each_gap(visit); }

private:
    const ExportPair& m_pair;
    LinkChoice m_choice;
};

class ChosenSource : public ExportSource {
public:
    ChosenSource(const ExportSource& source, LinkChoice choice) : m_source(source), m_choice(choice) {}

    [[nodiscard]] std::size_t count_standards() const override { return m_source.count_standards(); }
    [[nodiscard]] std::size_t count_pairs() const override { return m_source.count_pairs(); }
    void for_each_standard(const std::function<void(const Standard&)>& visit) const override { m_source.for_each_standard(visit); }
    void for_each_pair(const std::function<void(const ExportPair&)>& visit) const override {
        m_source.for_each_pair([&](const ExportPair& pair) { visit(ChosenPair(pair, m_choice)); });
    }

private:
    const ExportSource& m_source;
    LinkChoice m_choice;
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

LossReport export_to(std::string_view format, const ExportSource& source, ExportOutput& output, const ExportOptions& options) {
    LossReport losses;
    const ChosenSource chosen(source, options.links);
    const auto exporter = make_exporter(format, {chosen, output, options, losses});
    if (!exporter) throw Error(ErrorCode::unsupported, std::string(format), "there is no such export format");
    exporter->begin();
    chosen.for_each_standard([&](const Standard& standard) { exporter->standard(standard); });
    chosen.for_each_pair([&](const ExportPair& pair) {
        exporter->begin_pair(pair);
        pair.for_each_link([&](const Link& link) { exporter->link(link); });
        exporter->end_pair();
    });
    exporter->finish();
    output.finish();
    return losses;
}

}  // namespace kwalign::model
