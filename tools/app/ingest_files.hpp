#pragma once

/// Documents into the store: the whole batch, whatever single files are like.

#include "tools/app/worker_pool.hpp"
#include "tools/app/workspace.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::tools {

/// Where documents are read. Reading is the same in both; they differ in what a document can do to the program.
enum class Isolation {
    processes,  ///< in worker processes under the limits below; for a program without other threads (see run_in_workers)
    none        ///< in threads of this program, without limits of time and memory
};

struct IngestRequest {
    std::vector<std::string> paths;      ///< files, folders, globs, "@list", "-" (see collect_inputs)
    std::string standard_input;          ///< the bytes for "-" in paths or lists; the caller reads them
    std::vector<std::string> lists;      ///< files that name further paths, one a line or with NUL between them; "-": standard input
    std::vector<std::string> passwords;  ///< for encrypted PDF, tried in this order
    std::string framework;               ///< name for flat frameworks
    std::string sheet;                   ///< of XLSX workbooks; empty: the first that is not hidden
    std::string template_id;             ///< force one template; empty: the best
    bool no_ocr = false;                 ///< leave pages without readable text as they are
    bool dry_run = false;                ///< read and report, store nothing (the store is not even opened)
    bool again = false;                  ///< read also what has not changed since it was last read
    Isolation isolation = Isolation::processes;
    WorkerLimits limits{std::chrono::minutes(5), std::size_t{1} << 30};  ///< for one document
    std::function<bool()> stop;  ///< asked several times a second: true ends the batch after the file that is being stored
};

/// What became of one file. `read` and `updated` are in the store as read; `unchanged` was there already; `partial` and `suspect` were
/// stored but should be looked at; `duplicate` gives the same standard as a better-placed file of the batch. The rest could not be read, or
/// (no_units) holds nothing that could be linked, and is not stored.
enum class FileStatus {
    read,
    updated,
    unchanged,
    partial,
    suspect,
    duplicate,
    needs_password,
    scanned,
    damaged,
    unsupported,
    empty,
    missing,
    unreadable,
    too_large,
    timed_out,
    no_units,
    failed
};
/// All of them in this order.
[[nodiscard]] const std::vector<FileStatus>& all_file_statuses();
[[nodiscard]] std::string_view to_string(FileStatus status) noexcept;
/// Nothing of the file is in the store.
[[nodiscard]] bool is_failure(FileStatus status) noexcept;
/// Somebody should look at it: failures, and what was stored with a doubt.
[[nodiscard]] bool needs_a_look(FileStatus status) noexcept;

struct FileReport {
    std::string path;
    FileStatus status = FileStatus::failed;
    std::string standard;  ///< id, where it was read
    std::string version;   ///< of the standard
    std::string title;
    std::string message;  ///< why, for people; empty where all is well
    std::string media_type;
    std::string sha256;  ///< of the bytes; empty where they could not be had
    std::size_t pages = 0;
    std::size_t units = 0;
    std::size_t statements = 0;
    std::size_t warnings = 0;     ///< findings of severity warning or error
    double text_accounted = 0.0;  ///< 0..1
};

struct IngestReport {
    std::vector<FileReport> files;  ///< in the order of the inputs
    std::size_t total = 0;          ///< files there were; more than in `files` where the batch was interrupted
    std::size_t skipped = 0;        ///< files in folders that are no documents

    [[nodiscard]] bool interrupted() const noexcept { return files.size() < total; }
    [[nodiscard]] std::size_t count(FileStatus status) const noexcept;
    [[nodiscard]] std::size_t failures() const noexcept;
};

/// Below this share of accounted characters a document is called suspect: its template probably does not fit.
inline constexpr double suspect_below = 0.95;

/// Called on the caller's thread after each file, in order, with how many are done of how many.
using IngestProgress = std::function<void(const FileReport& file, std::size_t done, std::size_t total)>;

/// Reads in parallel, stores in the order of the inputs. Where several files of a batch give the same standard, PDF wins over HTML and
/// Markdown, those over plain text, then the first named. A file that was read before with the same program, data and options and has
/// the same bytes is not read again. Each file is stored by itself, so a batch that ended early, in whatever way, is finished by running
/// it again. Single files never make it throw; a bad store or data folder does.
[[nodiscard]] IngestReport ingest_files(const Workspace& workspace, const IngestRequest& request, const IngestProgress& progress = {});

}  // namespace kwalign::tools
