#include "tools/command_ingest.hpp"

#include "tools/app/report_json.hpp"
#include "tools/app/text_layout.hpp"
#include "tools/progress_bar.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <ostream>

namespace kwalign::tools {
namespace {

/// Standard input is held in memory; the reader's own limit on file size says what is too much, this only stops the flood.
constexpr std::size_t max_input_bytes = (std::size_t{256} << 20) + 1;

std::string read_all(std::istream& in) {
    std::string bytes;
    std::array<char, 65536> buffer{};
    while (bytes.size() < max_input_bytes && (in.read(buffer.data(), buffer.size()) || in.gcount() > 0)) {
        bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    }
    return bytes;
}

std::string summary_line(const IngestReport& report, bool dry_run) {
    static constexpr std::array statuses{FileStatus::added,       FileStatus::updated,        FileStatus::unchanged, FileStatus::suspect,
                                         FileStatus::duplicate,   FileStatus::needs_password, FileStatus::no_text,   FileStatus::damaged,
                                         FileStatus::unsupported, FileStatus::empty,          FileStatus::missing,   FileStatus::unreadable,
                                         FileStatus::too_large,   FileStatus::no_units,       FileStatus::failed};
    std::vector<std::string> parts;
    for (const FileStatus status : statuses) {
        if (const std::size_t count = report.count(status); count > 0)
            parts.push_back(std::to_string(count) + " " + std::string(to_string(status)));
    }
    std::string text = counted(report.files.size(), "file") + (parts.empty() ? "" : ": " + joined(parts, ", "));
    if (report.skipped > 0) text += "; " + counted(report.skipped, "other file") + " left alone";
    return text + (dry_run ? " (dry run, nothing stored)" : "");
}

ExitCode verdict(const IngestReport& report) {
    if (report.failures() == report.files.size()) return ExitCode::failed;
    return report.failures() + report.count(FileStatus::suspect) > 0 ? ExitCode::warnings : ExitCode::done;
}

std::string status_line(const FileReport& file) {
    return std::string(to_string(file.status)) + "\t" + (file.standard.empty() ? "-" : file.standard) + "\t" + file.path + "\n";
}

}  // namespace

std::string CommandIngest::name() const { return "ingest"; }
std::string CommandIngest::summary() const { return "read documents into the store"; }

void CommandIngest::setup(Arguments& arguments) {
    arguments.positionals("PATH", m_request.paths, ValueKind::file, 1,
                          "files, folders, @FILE with one path a line, or - for standard input");
    arguments.option("--password", m_request.password, ValueKind::text, "TEXT", "password of encrypted PDF files");
    arguments.option("--framework", m_request.framework, ValueKind::text, "NAME",
                     "framework of flat lists (CSV, TSV); default: the file's name");
    arguments.option("--template", m_request.template_id, ValueKind::text, "ID",
                     "read with this template; default: the one that fits best");
    arguments.flag("--dry-run", m_request.dry_run, "read and report, but store nothing");
}

void CommandIngest::check() const {
    if (std::count(m_request.paths.begin(), m_request.paths.end(), "-") > 1)
        throw UsageError("standard input can be read only once", "kwalign ingest");
}

ExitCode CommandIngest::run(Context& context) {
    const Workspace workspace = context.workspace();
    const bool from_stdin = std::find(m_request.paths.begin(), m_request.paths.end(), "-") != m_request.paths.end();
    if (from_stdin) m_request.standard_input = read_all(context.in);

    IngestReport report;
    {
        ProgressBar bar(context.err, context.shows_progress() && !from_stdin, "files");
        report = ingest_files(workspace, m_request, [&](const FileReport& file, std::size_t done, std::size_t total) {
            if (!file.message.empty() && file.status != FileStatus::duplicate) {
                bar.clear();
                context.warn(file.path + ": " + file.message);
            }
            bar.update(done, total);
        });
    }
    if (context.options.json) {
        context.out << to_json(report);
    } else if (!context.options.quiet) {
        for (const FileReport& file : report.files) context.out << status_line(file);
    }
    context.narrate("read " + counted(report.files.size(), "file"));
    context.say(summary_line(report, m_request.dry_run));
    return verdict(report);
}

}  // namespace kwalign::tools
