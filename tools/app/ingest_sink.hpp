#pragma once

/// The end of a batch: decides what becomes of each reading, stores it and remembers it. Private to ingest_files.

#include "model/store/reading_log.hpp"
#include "model/store/store.hpp"
#include "tools/app/file_reading.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kwalign::tools {

/// Which files of the batch gave which edition of a standard, and how well placed they are.
class TakenStandards {
public:
    struct Taken {
        std::string version;
        std::string path;
        int rank = 0;
    };
    /// The file that gave the same edition before, or null. An edition without a version is the same as any.
    [[nodiscard]] const Taken* find(const std::string& standard, const std::string& version) const;
    void put(const std::string& standard, Taken taken);

private:
    std::map<std::string, std::vector<Taken>> m_taken;
};

/// How well the places of statements are known from a medium: 2 boxes, 1 structure, 0 lines only.
[[nodiscard]] int rank_of_medium(const std::string& media_type);

/// Takes readings in the order of the inputs. One thread.
class IngestSink {
public:
    /// Without a store nothing is stored or remembered. `settings` is what readings depend on beside the bytes.
    IngestSink(const Workspace& workspace, bool stores, std::string settings);

    /// What is known about these files from earlier runs, hashes being those of their bytes (empty: cannot be had): reports for the files
    /// that need not be read. Files that are in the store already count as taken from then on.
    [[nodiscard]] std::vector<std::optional<FileReport>> recall(const std::vector<InputFile>& files,
                                                                const std::vector<std::string>& hashes);
    /// True where there is anything to recall.
    [[nodiscard]] bool remembers() const { return m_log && !m_log->empty(); }

    [[nodiscard]] FileReport take(const InputFile& file, const FileReading& reading);

private:
    /// A file of standards, each with an edition of its own.
    [[nodiscard]] FileReport take_export(const InputFile& file, const FileReading& reading);
    [[nodiscard]] FileStatus put(const model::Standard& standard);
    void remember(const FileReport& report);

    std::optional<model::Store> m_store;
    std::optional<model::ReadingLog> m_log;
    std::string m_settings;
    TakenStandards m_taken;
};

}  // namespace kwalign::tools
