#pragma once

/// One file of a batch: read in a worker, carried to the caller's process.

#include "ingest/ingest.hpp"
#include "model/standard.hpp"
#include "tools/app/ingest_files.hpp"
#include "tools/app/input_files.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::tools {

/// What was made of one file: a standard or the reason why not.
struct FileReading {
    std::optional<model::Standard> standard;
    FileStatus status = FileStatus::failed;  ///< where there is no standard
    std::string message;                     ///< why, for people; beside standards: what was not taken over
    std::vector<model::Standard> more;       ///< further standards of the file, where it is an export of several
    std::string media_type;                  ///< of an export: the standards in it name the documents that they were read from
    std::string sha256;                      ///< of an export's bytes
};

/// Never throws for what the file is like; std::bad_alloc becomes too_large.
[[nodiscard]] FileReading read_file_of_batch(const ingest::Ingester& ingester, const InputFile& file, const IngestRequest& request);

/// The reading of a file with an error before it was tried.
[[nodiscard]] FileReading failed_input(const InputFile& file);

/// Through a pipe and back (see standard_bytes.hpp).
[[nodiscard]] std::string to_bytes(const FileReading& reading);
/// Throws Error(internal) for other bytes.
[[nodiscard]] FileReading reading_from_bytes(std::string_view bytes);

/// What a worker's end says about the file that it was at. `result` must not be `done`.
[[nodiscard]] FileReading reading_of_failed_work(const WorkResult& result, const WorkerLimits& limits);

}  // namespace kwalign::tools
