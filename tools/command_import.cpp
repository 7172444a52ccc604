#include "tools/command_import.hpp"

#include "tools/app/standard_input.hpp"
#include "tools/app/text_layout.hpp"

#include <algorithm>
#include <ostream>

namespace kwalign::tools {
namespace {

/// More than these say nothing new.
constexpr std::size_t max_told = 20;

std::string status_lines(const ImportReport& report) {
    std::string text;
    const auto line = [&](std::string_view status, const std::string& what) {
        text += std::string(status) + "\t" + what + "\t" + report.path + "\n";
    };
    for (const std::string& id : report.added) line("added", id);
    for (const std::string& id : report.updated) line("updated", id);
    for (const std::string& id : report.unchanged) line("unchanged", id);
    if (report.links + report.kept + report.unknown > 0 || text.empty()) line("links", std::to_string(report.links));
    return text;
}

/// True where there is something to look at.
bool tell_findings(const Context& context, const ImportReport& report) {
    std::size_t told = 0;
    bool serious = false;
    for (const model::Finding& finding : report.findings) {
        if (finding.severity == model::Severity::note && !context.options.verbose) continue;
        serious = serious || finding.severity != model::Severity::note;
        if (++told <= max_told) context.warn(report.path + ": " + finding.message);
    }
    if (told > max_told) context.warn(report.path + ": ... and " + std::to_string(told - max_told) + " more");
    return serious;
}

std::string summary_line(const std::vector<ImportReport>& reports, bool dry_run) {
    std::size_t added = 0;
    std::size_t updated = 0;
    std::size_t unchanged = 0;
    std::size_t links = 0;
    std::size_t kept = 0;
    std::size_t unknown = 0;
    std::size_t gaps = 0;
    for (const ImportReport& report : reports) {
        added += report.added.size();
        updated += report.updated.size();
        unchanged += report.unchanged.size();
        links += report.links;
        kept += report.kept;
        unknown += report.unknown;
        gaps += report.gaps;
    }
    std::vector<std::string> parts;
    const auto part = [&](std::size_t count, const char* what) {
        if (count > 0) parts.push_back(std::to_string(count) + " " + what);
    };
    part(added, "added");
    part(updated, "updated");
    part(unchanged, "unchanged");
    const auto several = [&](std::size_t count, const char* what, const char* fate) {
        if (count > 0) parts.push_back(counted(count, what) + " " + fate);
    };
    several(links, "link", "stored");
    several(kept, "suggestion", "left aside for decisions in the store");
    several(unknown, "link", "of unknown parts left out");
    several(gaps, "row", "without a partner left out");
    return counted(reports.size(), "file") + (parts.empty() ? "" : ": " + joined(parts, ", ")) +
           (dry_run ? " (dry run, nothing stored)" : "");
}

}  // namespace

std::string CommandImport::name() const { return "import"; }
std::string CommandImport::summary() const { return "take in standards and mappings of other programs"; }

void CommandImport::setup(Arguments& arguments) {
    arguments.positionals("FILE", m_paths, ValueKind::file, 1, "files, folders of such files, or - for standard input");
    arguments.choice("--format", m_request.format, model::import_formats(), "what they are; default: by suffix and contents");
    arguments.option("--framework", m_request.framework, ValueKind::text, "NAME",
                     "framework of CASE packages of others; default: by their creator");
    arguments.option("--metadata", m_metadata, ValueKind::file, "FILE", "SSSOM metadata that are not in the table");
    arguments.flag("--dry-run", m_request.dry_run, "read and check everything, but store nothing");
}

void CommandImport::check() const {
    if (std::ranges::count(m_paths, "-") > 1) throw UsageError("standard input can be read only once", "kwalign import");
}

ExitCode CommandImport::run(Context& context) {
    m_request.paths.assign(m_paths.begin(), m_paths.end());
    m_request.metadata = m_metadata;
    if (std::ranges::find(m_paths, "-") != m_paths.end()) m_request.standard_input = read_standard_input(context.in);
    const std::vector<ImportReport> reports = import_files(context.store(), m_request);

    bool serious = false;
    for (const ImportReport& report : reports) {
        if (!context.options.json && !context.options.quiet) context.out << status_lines(report);
        serious = tell_findings(context, report) || serious;
    }
    if (context.options.json) context.out << to_json(reports);
    context.narrate("read " + counted(reports.size(), "file"));
    context.say(summary_line(reports, m_request.dry_run));
    return serious ? ExitCode::warnings : ExitCode::done;
}

}  // namespace kwalign::tools
