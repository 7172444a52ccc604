#include "model/store/database.hpp"

#include "model/error.hpp"

#include <sqlite3.h>

#include <cassert>
#include <limits>

namespace kwalign::model {

namespace {

/// Another process holds the lock for a millisecond per standard, so this is plenty; then say so instead of hanging.
constexpr int busy_timeout_ms = 3000;

[[noreturn]] void throw_error(int result, const std::string& place, const std::string& message) {
    switch (result & 0xff) {  // the primary code
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw Error(ErrorCode::store_locked, place, "another process is writing to the store", "try again when it has finished");
        case SQLITE_READONLY:
        case SQLITE_PERM:
            throw Error(ErrorCode::store_readonly, place, "the store cannot be written: " + message,
                        "check the permissions of the file and its folder");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_FORMAT:
            throw Error(ErrorCode::store_invalid, place, "not a kwalign store, or damaged: " + message,
                        "restore a copy, or ingest into a new store");
        case SQLITE_FULL:
        case SQLITE_IOERR:
            throw Error(ErrorCode::write_failed, place, "the store could not be read or written: " + message, "check the free space");
        case SQLITE_CANTOPEN: throw Error(ErrorCode::unreadable, place, "the store cannot be opened: " + message);
        case SQLITE_TOOBIG: throw Error(ErrorCode::limit_exceeded, place, "a value is too large for the store");
        default: throw Error(ErrorCode::internal, place, "the store failed: " + message);
    }
}

/// A "file:" URI: every byte that could mean something there is written in hexadecimal.
std::string immutable_uri(const std::string& path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    std::string uri = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos) {
            uri += c;
        } else {
            uri += '%';
            uri += digits[byte >> 4U];
            uri += digits[byte & 15U];
        }
    }
    return uri + "?immutable=1";
}

}  // namespace

Query::~Query() { reset(); }

Query& Query::bind(int index, std::string_view text) {
    // A null pointer would bind NULL, and an empty view may have one.
    const char* bytes = text.data() == nullptr ? "" : text.data();
    const int result = sqlite3_bind_text64(m_statement, index, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (result != SQLITE_OK) m_database->fail(result);
    return *this;
}

Query& Query::bind(int index, std::int64_t value) {
    if (const int result = sqlite3_bind_int64(m_statement, index, value); result != SQLITE_OK) m_database->fail(result);
    return *this;
}

Query& Query::bind(int index, double value) {
    if (const int result = sqlite3_bind_double(m_statement, index, value); result != SQLITE_OK) m_database->fail(result);
    return *this;
}

bool Query::step() {
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    m_database->fail(result);
}

void Query::run() {
    while (step()) {
    }
}

void Query::reset() noexcept {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

std::string Query::text(int column) const {
    const unsigned char* bytes = sqlite3_column_text(m_statement, column);
    if (bytes == nullptr) return {};
    return {bytes, bytes + sqlite3_column_bytes(m_statement, column)};
}

std::int64_t Query::integer(int column) const noexcept { return sqlite3_column_int64(m_statement, column); }

double Query::real(int column) const noexcept { return sqlite3_column_double(m_statement, column); }

Database::Database(const std::filesystem::path& file, Access access) : m_place(file.string()) {
    const bool immutable = access == Access::immutable;
    // A reader that may write, but is told not to below, takes the log away again when it is the last one.
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= immutable ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE;
    if (access == Access::read_write) flags |= SQLITE_OPEN_CREATE;
    const std::string name = immutable ? immutable_uri(m_place) : m_place;
    const int result = sqlite3_open_v2(name.c_str(), &m_connection, flags, nullptr);
    if (result != SQLITE_OK) {
        const std::string message = sqlite3_errstr(result);
        close();
        throw_error(result, m_place, message);
    }
    sqlite3_busy_timeout(m_connection, busy_timeout_ms);
    if (access == Access::read_only) {
        sqlite3_exec(m_connection, "PRAGMA query_only=ON", nullptr, nullptr, nullptr);  // cannot fail: it reads nothing
    }
}

Database::~Database() { close(); }

void Database::execute(const std::string& sql) {
    if (const int result = sqlite3_exec(m_connection, sql.c_str(), nullptr, nullptr, nullptr); result != SQLITE_OK) fail(result);
}

Query Database::query(std::string_view sql) {
    sqlite3_stmt*& statement = m_statements[sql];
    if (statement == nullptr) {
        assert(sql.size() < static_cast<std::size_t>(std::numeric_limits<int>::max()));
        const int result =
            sqlite3_prepare_v3(m_connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (result != SQLITE_OK) fail(result);
    }
    assert(sqlite3_stmt_busy(statement) == 0);
    return Query(*this, statement);
}

std::int64_t Database::integer(std::string_view sql) {
    Query statement = query(sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::last_insert_key() const noexcept { return sqlite3_last_insert_rowid(m_connection); }

std::int64_t Database::changes() const noexcept { return sqlite3_changes64(m_connection); }

bool Database::is_read_only() const noexcept { return sqlite3_db_readonly(m_connection, "main") != 0; }

bool Database::in_transaction() const noexcept { return sqlite3_get_autocommit(m_connection) == 0; }

void Database::close() noexcept {
    for (const auto& [sql, statement] : m_statements) sqlite3_finalize(statement);
    m_statements.clear();
    sqlite3_close(m_connection);
    m_connection = nullptr;
}

void Database::fail(int result) const { throw_error(result, m_place, sqlite3_errmsg(m_connection)); }

Transaction::Transaction(Database& database, Kind kind) : m_database(database), m_inner(database.in_transaction()) {
    m_database.execute(m_inner ? "SAVEPOINT inner_part" : kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    if (!m_open) return;
    try {
        m_database.execute(m_inner ? "ROLLBACK TO inner_part; RELEASE inner_part" : "ROLLBACK");
    } catch (const Error&) {
        // SQLite has rolled back by itself, for instance when the disk was full.
    }
}

void Transaction::commit() {
    m_database.execute(m_inner ? "RELEASE inner_part" : "COMMIT");
    m_open = false;
}

}  // namespace kwalign::model
