#pragma once

/// What was read from which file: so that a batch that is run again need not read what has not changed.

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::model {

/// One file as it was last read. Everything but the first three is for the caller's report.
struct ReadingRecord {
    std::string path;      ///< as the caller names the file
    std::string sha256;    ///< of its bytes
    std::string settings;  ///< what else the result depends on: program, templates, options; compared as it is
    std::string outcome;   ///< the caller's own word
    std::string standard;  ///< id, where one was read
    std::string version;   ///< of that standard
    std::string title;
    std::string media_type;
    std::string message;
    std::size_t pages = 0;
    std::size_t units = 0;
    std::size_t statements = 0;
    std::size_t warnings = 0;
    double text_accounted = 0.0;
};

/// The log lies in the store's file, as a table of its own that may be missing: losing it costs time, nothing else. One thread at a
/// time; a connection of its own, so not inside a transaction of a Store on the same file. Throws Error with the store_* codes.
class ReadingLog {
public:
    /// `store` must exist (model::Store creates it).
    explicit ReadingLog(const std::filesystem::path& store);
    ~ReadingLog();
    ReadingLog(ReadingLog&&) noexcept;
    ReadingLog& operator=(ReadingLog&&) noexcept;

    /// Replaces what is known of the path.
    void remember(const ReadingRecord& record);
    /// What is known of the path. `stored` of the result is true where the store holds the standard as read from these very bytes.
    struct Found {
        ReadingRecord record;
        bool stored = false;
    };
    [[nodiscard]] std::optional<Found> find(std::string_view path) const;
    [[nodiscard]] bool empty() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::model
