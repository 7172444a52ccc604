#pragma once

/// Standards and links as files for registries and programs. One exporter per format, chosen by name or suffix from a registry; a new
/// format is one new file pair and one line in export_registry.cpp. Output depends on the source and the options alone: same input,
/// same bytes.

#include "model/exchange/byte_sink.hpp"
#include "model/exchange/export_source.hpp"
#include "model/exchange/loss_report.hpp"
#include "model/exchange/publisher_facts.hpp"
#include "model/json_codec.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// Which links go out. Links with relation `none` always reach the exporter; most formats have no way to say them.
enum class LinkChoice {
    accepted,   ///< suggested and confirmed
    confirmed,  ///< confirmed only
    all         ///< rejected as well, marked as such; a format that cannot mark them leaves them out
};

class ChangeSet;

struct ExportOptions {
    Persons persons = Persons::leave_out;  ///< compilers, authors, reviewers
    LinkChoice links = LinkChoice::accepted;
    bool no_term_found = false;             ///< also say what was examined and found no partner, where the format can
    std::string created;                    ///< ISO 8601 date or date and time of this publication, from the caller; empty: as far as the
                                            ///< format needs one, the standard's own dates
    std::string generator;                  ///< "kwalign 0.1.0"
    std::string version;                    ///< of what is published, for formats that have one
    std::string base_uri;                   ///< what published identifiers start with; empty: URNs (identifiers.hpp)
    std::string licence;                    ///< URI of the licence of the published file; empty: not stated
    const PublisherFacts* facts = nullptr;  ///< what the publisher says of standards that do not say it (LOQ). Must outlive the export
    const ChangeSet* changes = nullptr;     ///< write only what is in it; null: everything. Must outlive the export
};

/// What an exporter works with; all must outlive it.
struct ExportContext {
    const ExportSource& source;
    ExportOutput& output;
    const ExportOptions& options;
    LossReport& losses;
};

/// One export in progress. Calls come in this order: begin, standard for each, then for each pair begin_pair, link for each, end_pair;
/// finish. Every call may throw Error(write_failed), or Error(unsupported) for what the format cannot say at all; the export is void then.
class Exporter {
public:
    Exporter() = default;
    virtual ~Exporter() = default;
    Exporter(const Exporter&) = delete;
    Exporter& operator=(const Exporter&) = delete;

    /// May visit the source itself, for formats whose head speaks of the whole.
    virtual void begin() {}
    virtual void standard(const Standard& standard) = 0;
    virtual void begin_pair(const ExportPair& pair) = 0;
    virtual void link(const Link& link) = 0;
    virtual void end_pair() {}
    virtual void finish() {}
};

/// Names of all formats, sorted.
[[nodiscard]] std::vector<std::string> export_formats();
/// The format a file name's suffix stands for (".case.json", ".sssom.tsv", ".jsonl"), or empty.
[[nodiscard]] std::string export_format_for(const std::filesystem::path& file);
/// An exporter for a format name; null for an unknown one.
[[nodiscard]] std::unique_ptr<Exporter> make_exporter(std::string_view format, const ExportContext& context);

/// The whole export: chooses the links, drives the exporter, finishes the output. With options.changes, standards and links that are not
/// in it are left out by every format; of a changed standard CASE writes the changed items only, the others write all of it. What was
/// removed is listed in the loss report, because no format can say it. Throws Error(unsupported) for an unknown format or
/// what the format cannot say, Error(write_failed).
LossReport export_to(std::string_view format, const ExportSource& source, ExportOutput& output, const ExportOptions& options);

}  // namespace kwalign::model
