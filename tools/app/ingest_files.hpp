#pragma once

/// Documents into the store: the whole batch, whatever single files are like.

#include "tools/app/workspace.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::tools {

struct IngestRequest {
    std::vector<std::string> paths;  ///< files, folders, "@list", "-" (see collect_inputs)
    std::string standard_input;      ///< the bytes for "-"; the caller reads them
    std::string password;
    std::string framework;    ///< name for flat frameworks
    std::string template_id;  ///< force one template; empty: the best
    bool dry_run = false;     ///< read and report, store nothing (the store is not even opened)
};

/// What became of one file. The first three are good; `suspect` was stored but should be looked at; `duplicate` gives the same standard as
/// a better-placed file of the batch; the rest could not be read, or (no_units) holds nothing that could be linked, and is not stored.
enum class FileStatus {
    added,
    updated,
    unchanged,
    suspect,
    duplicate,
    needs_password,
    no_text,
    damaged,
    unsupported,
    empty,
    missing,
    unreadable,
    too_large,
    no_units,
    failed
};
[[nodiscard]] std::string_view to_string(FileStatus status) noexcept;
/// Nothing of the file is in the store.
[[nodiscard]] bool is_failure(FileStatus status) noexcept;

struct FileReport {
    std::string path;
    FileStatus status = FileStatus::failed;
    std::string standard;  ///< id, where it was read
    std::string title;
    std::string message;  ///< why, for people; empty where all is well
    std::string media_type;
    std::size_t pages = 0;
    std::size_t units = 0;
    std::size_t statements = 0;
    std::size_t warnings = 0;     ///< findings of severity warning or error
    double text_accounted = 0.0;  ///< 0..1
};

struct IngestReport {
    std::vector<FileReport> files;  ///< in the order of the inputs
    std::size_t skipped = 0;        ///< files in folders that are no documents

    [[nodiscard]] std::size_t count(FileStatus status) const noexcept;
    [[nodiscard]] std::size_t failures() const noexcept;
};

/// Below this share of accounted characters a document is called suspect: its template probably does not fit.
inline constexpr double suspect_below = 0.80;

/// Called on the caller's thread after each file, in order, with how many are done of how many.
using IngestProgress = std::function<void(const FileReport& file, std::size_t done, std::size_t total)>;

/// Reads in parallel, stores in the order of the inputs. Where several files of a batch give the same standard, PDF wins over HTML and
/// Markdown, those over plain text, then the first named. Single files never make it throw; a bad store or data folder does.
[[nodiscard]] IngestReport ingest_files(const Workspace& workspace, const IngestRequest& request, const IngestProgress& progress = {});

}  // namespace kwalign::tools
