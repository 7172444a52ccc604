#include "model/store/store_file.hpp"

#include "model/error.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace kwalign::model {

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t application_id = 0x6b77616c;  // "kwal"

/// Schema changes in order; the store's version is how many were applied. Never edit one that was released: append.
/// The JSON document is the truth of a standard or link; the columns beside it are only what is searched or listed.
constexpr std::array<std::string_view, 1> migrations = {R"sql(
CREATE TABLE standards(
  id      TEXT PRIMARY KEY,
  current INTEGER NOT NULL               -- key of the newest edition
) WITHOUT ROWID;
CREATE TABLE editions(
  key                 INTEGER PRIMARY KEY,
  id                  TEXT NOT NULL REFERENCES standards(id) ON DELETE CASCADE,
  version             TEXT NOT NULL,
  decided             TEXT NOT NULL,
  content_hash        TEXT NOT NULL,     -- SHA-256 of the document below
  framework           TEXT NOT NULL,
  kind                TEXT NOT NULL,
  title               TEXT NOT NULL,
  valid_until         TEXT NOT NULL,
  languages           TEXT NOT NULL,     -- tags with spaces between
  path                TEXT NOT NULL,
  sha256              TEXT NOT NULL,
  media_type          TEXT NOT NULL,
  pages               INTEGER NOT NULL,
  bytes               INTEGER NOT NULL,
  text_accounted      REAL NOT NULL,
  template            TEXT NOT NULL,
  template_confidence REAL NOT NULL,
  units               INTEGER NOT NULL,
  statements          INTEGER NOT NULL,
  findings            INTEGER NOT NULL,
  document            TEXT NOT NULL,
  UNIQUE(id, version)
);
CREATE INDEX editions_by_sha256 ON editions(sha256);
CREATE TABLE identifiers(
  edition INTEGER NOT NULL REFERENCES editions(key) ON DELETE CASCADE,
  scheme  TEXT NOT NULL,
  value   TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY(edition, scheme)
) WITHOUT ROWID;
CREATE INDEX identifiers_by_value ON identifiers(value);
CREATE TABLE links(
  source           TEXT NOT NULL,
  target           TEXT NOT NULL,
  source_unit      TEXT NOT NULL,
  source_statement TEXT NOT NULL,
  target_unit      TEXT NOT NULL,
  target_statement TEXT NOT NULL,
  position         INTEGER NOT NULL,     -- in the order they were given
  status           TEXT NOT NULL,
  source_version   TEXT NOT NULL,        -- what it was said of
  target_version   TEXT NOT NULL,
  document         TEXT NOT NULL,
  PRIMARY KEY(source, target, source_unit, source_statement, target_unit, target_statement)
);
CREATE INDEX links_by_target ON links(target);
CREATE TABLE decisions(                  -- every one ever taken, oldest first
  key              INTEGER PRIMARY KEY,
  source           TEXT NOT NULL,
  target           TEXT NOT NULL,
  source_unit      TEXT NOT NULL,
  source_statement TEXT NOT NULL,
  target_unit      TEXT NOT NULL,
  target_statement TEXT NOT NULL,
  status           TEXT NOT NULL,
  decided_by       TEXT NOT NULL,
  decided_when     TEXT NOT NULL,
  why              TEXT NOT NULL
);
CREATE INDEX decisions_by_ends ON decisions(source, target);
CREATE INDEX decisions_by_target ON decisions(target);
)sql"};

constexpr std::int64_t current_version = migrations.size();

[[noreturn]] void refuse(const fs::path& file, const std::string& why) {
    throw Error(ErrorCode::store_invalid, file.string(), why, "give another file with --store");
}

[[noreturn]] void refuse_newer(const std::string& place, std::int64_t version) {
    throw Error(ErrorCode::store_too_new, place,
                "the store has version " + std::to_string(version) + ", this program knows up to " + std::to_string(current_version),
                "update kwalign");
}

std::uint32_t big_endian(const std::array<char, 100>& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

/// A log or journal beside the file may hold the pages that it lacks.
bool has_company(const fs::path& file) {
    std::error_code ignored;
    for (const char* suffix : {"-wal", "-journal"}) {
        const fs::path other = file.string() + suffix;
        if (fs::exists(other, ignored) && fs::file_size(other, ignored) > 0) return true;
    }
    return false;
}

/// Shorter than its header says (pages of a size, sections 1.3.2 and 1.3.8). SQLite would see most of these itself, but not a last
/// page cut in two, and only after it has put a log beside the file.
bool is_truncated(const fs::path& file, const std::array<char, 100>& header) {
    const bool says_size = big_endian(header, 24) == big_endian(header, 92);
    const std::uintmax_t code = static_cast<unsigned char>(header[16]) * 256U + static_cast<unsigned char>(header[17]);
    const std::uintmax_t page_size = code == 1 ? 65536 : code;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    return !error && says_size && size < page_size * big_endian(header, 28);
}

/// What the file is by its first hundred bytes (SQLite file format, section 1.3): nothing of SQLite runs before this has agreed,
/// so a stranger's file stays as it is, its journal included.
enum class Found { nothing, empty_file, store };

Found inspect(const fs::path& file) {
    const bool alone = !has_company(file);
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status)) return Found::nothing;
    if (!fs::is_regular_file(status)) refuse(file, "not a file that can hold a store");
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw Error(ErrorCode::unreadable, file.string(), "the store cannot be read", "check its permissions");
    std::array<char, 100> header{};
    stream.read(header.data(), static_cast<std::streamsize>(header.size()));
    if (stream.gcount() == 0) return Found::empty_file;  // what mktemp leaves, or a creation cut short
    constexpr std::string_view magic("SQLite format 3\0", 16);
    if (stream.gcount() < 100 || std::string_view(header.data(), magic.size()) != magic) refuse(file, "not a kwalign store");
    if (big_endian(header, 68) != application_id) refuse(file, "a database of another program");
    if (const std::uint32_t version = big_endian(header, 60); version > current_version) refuse_newer(file.string(), version);
    // Alone before and after, so that nobody was writing in between.
    if (alone && is_truncated(file, header) && !has_company(file)) refuse(file, "the store is cut short");
    return Found::store;
}

void configure(Database& database) { database.execute("PRAGMA foreign_keys=ON; PRAGMA synchronous=NORMAL; PRAGMA trusted_schema=OFF"); }

void use_write_ahead_log(Database& database) {
    if (database.integer("SELECT journal_mode = 'wal' FROM pragma_journal_mode") == 1) return;
    try {
        database.execute("PRAGMA journal_mode=WAL");
    } catch (const Error& error) {
        // Another connection has it open in the old mode; the next one to open it alone will switch.
        if (error.code() != ErrorCode::store_locked) throw;
    }
}

/// Creates or migrates. The first transaction runs with a rollback journal, so that the main file carries the application id from
/// its first byte on; write-ahead logging comes after.
void bring_up_to_date(Database& database) {
    if (database.integer("PRAGMA user_version") < current_version) {
        Transaction transaction(database);
        // Somebody else may have done it while this one waited for the lock.
        std::int64_t version = database.integer("PRAGMA user_version");
        if (version == 0) database.execute("PRAGMA application_id=" + std::to_string(application_id));
        for (; version < current_version; ++version) database.execute(std::string(migrations.at(static_cast<std::size_t>(version))));
        database.execute("PRAGMA user_version=" + std::to_string(version));
        transaction.commit();
    }
    use_write_ahead_log(database);
}

void check_version(Database& database) {
    const std::int64_t version = database.integer("PRAGMA user_version");
    if (version > current_version) refuse_newer(database.place(), version);
    if (version < current_version)
        throw Error(ErrorCode::store_readonly, database.place(), "the store has an older version and is opened for reading only",
                    "run a command that writes to it once, such as kwalign ingest");
}

std::unique_ptr<Database> open_for_writing(const fs::path& file) {
    constexpr std::string_view remedy = "check the permissions of the file and its folder";
    try {
        auto database = std::make_unique<Database>(file, Database::Access::read_write);
        if (database->is_read_only())
            throw Error(ErrorCode::store_readonly, file.string(), "the store cannot be written", std::string(remedy));
        configure(*database);
        bring_up_to_date(*database);
        check_version(*database);
        return database;
    } catch (const Error& error) {
        // The folder lets nobody create the file or the log beside it.
        if (error.code() != ErrorCode::unreadable) throw;
        throw Error(ErrorCode::store_readonly, file.string(), "the store cannot be written", std::string(remedy));
    }
}

std::unique_ptr<Database> open_for_reading(const fs::path& file) {
    const auto open = [&](Database::Access access) {
        auto database = std::make_unique<Database>(file, access);
        configure(*database);
        check_version(*database);
        return database;
    };
    try {
        return open(Database::Access::read_only);
    } catch (const Error& error) {
        // Reading a log needs a lock file; where none can be made, reading without is safe as long as there is no log.
        std::error_code ignored;
        const bool logged = fs::exists(file.string() + "-wal", ignored) && fs::file_size(file.string() + "-wal", ignored) > 0;
        if ((error.code() != ErrorCode::unreadable && error.code() != ErrorCode::store_readonly) || logged) throw;
    }
    return open(Database::Access::immutable);
}

}  // namespace

std::unique_ptr<Database> open_store_file(const fs::path& file, Store::Mode mode) {
    const Found found = inspect(file);
    if (mode == Store::Mode::read_only) {
        if (found != Found::store) throw Error(ErrorCode::not_found, file.string(), "there is no store", "run kwalign ingest first");
        return open_for_reading(file);
    }
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored))
        throw Error(ErrorCode::not_found, file.string(), "the folder for the store does not exist", "create it");
    return open_for_writing(file);
}

}  // namespace kwalign::model
