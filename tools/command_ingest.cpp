#include "tools/command_ingest.hpp"

#include "ingest/source/byte_source.hpp"
#include "tools/app/report_json.hpp"
#include "tools/app/text_layout.hpp"
#include "tools/interrupt.hpp"
#include "tools/progress_bar.hpp"

#include <algorithm>
#include <array>
#include <chrono>
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
    std::vector<std::string> parts;
    for (const FileStatus status : all_file_statuses()) {
        if (const std::size_t count = report.count(status); count > 0)
            parts.push_back(std::to_string(count) + " " + std::string(to_string(status)));
    }
    std::string text = counted(report.files.size(), "file") + (parts.empty() ? "" : ": " + joined(parts, ", "));
    if (report.skipped > 0) text += "; " + counted(report.skipped, "other file") + " left alone";
    return text + (dry_run ? " (dry run, nothing stored)" : "");
}

ExitCode verdict(const IngestReport& report) {
    if (report.interrupted()) return ExitCode::interrupted;
    if (!report.files.empty() && report.failures() == report.files.size()) return ExitCode::failed;
    const bool look =
        std::any_of(report.files.begin(), report.files.end(), [](const FileReport& file) { return needs_a_look(file.status); });
    return look ? ExitCode::warnings : ExitCode::done;
}

std::string status_line(const FileReport& file) {
    return std::string(to_string(file.status)) + "\t" + (file.standard.empty() ? "-" : file.standard) + "\t" + file.path + "\n";
}

}  // namespace

std::string CommandIngest::name() const { return "ingest"; }
std::string CommandIngest::summary() const { return "read documents into the store"; }

void CommandIngest::setup(Arguments& arguments) {
    arguments.positionals("PATH", m_request.paths, ValueKind::file, 0,
                          "files, folders, patterns, @FILE with one path a line, or - for standard input");
    arguments.options("--files-from", m_request.lists, ValueKind::file, "FILE",
                      "read the paths that FILE names, one a line or with NUL between them; -: from standard input");
    arguments.options("--password", m_request.passwords, ValueKind::text, "TEXT",
                      "password of encrypted PDF files; several are tried in turn");
    arguments.option("--password-file", m_password_file, ValueKind::file, "FILE", "passwords, one a line");
    arguments.option("--framework", m_request.framework, ValueKind::text, "NAME",
                     "framework of flat lists (CSV, TSV, XLSX); default: the file's name");
    arguments.option("--sheet", m_request.sheet, ValueKind::text, "NAME", "sheet of XLSX workbooks; default: the first");
    arguments.option("--template", m_request.template_id, ValueKind::text, "ID",
                     "read with this template; default: the one that fits best");
    arguments.flag("--no-ocr", m_request.no_ocr, "do not recognise the text of scanned pages");
    arguments.flag("--again", m_request.again, "read also files that have not changed since they were last read");
    arguments.flag("--dry-run", m_request.dry_run, "read and report, but store nothing");
    arguments.option("--report", m_report_file, ValueKind::file, "FILE", "write what became of each file to FILE, as JSON");
    arguments.count("--timeout", m_timeout_seconds, 0, 86'400, "seconds of processor time for one document; 0: no limit; default: 300");
    arguments.count("--memory", m_memory_megabytes, 0, 1'048'576, "megabytes for one document; 0: no limit; default: 1024");
}

bool CommandIngest::reads_standard_input() const {
    const auto is_input = [](const std::string& path) { return path == "-"; };
    return std::any_of(m_request.paths.begin(), m_request.paths.end(), is_input) ||
           std::any_of(m_request.lists.begin(), m_request.lists.end(), is_input);
}

void CommandIngest::check() const {
    if (m_request.paths.empty() && m_request.lists.empty()) throw UsageError("which files? give PATH or --files-from", "kwalign ingest");
    if (std::count(m_request.paths.begin(), m_request.paths.end(), "-") + std::count(m_request.lists.begin(), m_request.lists.end(), "-") >
        1)
        throw UsageError("standard input can be read only once", "kwalign ingest");
}

void CommandIngest::complete_request(Context& context) {
    if (reads_standard_input()) m_request.standard_input = read_all(context.in);
    if (!m_password_file.empty()) {
        const std::string text = ingest::read_file(m_password_file, {});
        for (std::string_view line : split(text, '\n')) {
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (!line.empty()) m_request.passwords.emplace_back(line);
        }
    }
    m_request.limits.time = std::chrono::seconds(m_timeout_seconds);
    m_request.limits.memory_bytes = m_memory_megabytes << 20U;
    m_request.stop = InterruptGuard::requested;
}

ExitCode CommandIngest::run(Context& context) {
    const Workspace workspace = context.workspace();
    complete_request(context);
    const InterruptGuard guard;
    IngestReport report;
    {
        ProgressBar bar(context.err, context.shows_progress() && !reads_standard_input(), "files");
        report = ingest_files(workspace, m_request, [&](const FileReport& file, std::size_t done, std::size_t total) {
            if (!file.message.empty() && file.status != FileStatus::duplicate) {
                bar.clear();
                context.warn(file.path + ": " + file.message);
            }
            bar.update(done, total);
        });
    }
    return conclude(context, report);
}

ExitCode CommandIngest::conclude(Context& context, const IngestReport& report) const {
    if (!m_report_file.empty()) write_output(context, m_report_file, to_json(report));
    if (context.options.json) {
        context.out << to_json(report);
    } else if (!context.options.quiet) {
        for (const FileReport& file : report.files) context.out << status_line(file);
    }
    context.narrate("read " + counted(report.files.size(), "file"));
    context.say(summary_line(report, m_request.dry_run));
    if (report.interrupted()) {
        context.warn("interrupted after " + std::to_string(report.files.size()) + " of " + counted(report.total, "file") +
                     "; give the same command again to go on: what is stored is not read twice");
    }
    return verdict(report);
}

}  // namespace kwalign::tools
