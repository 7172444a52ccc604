#pragma once

/// SQLite behind RAII: the only room that sees it. Every failure becomes a model::Error with a store_* code, named by the file.
/// One thread at a time per Database and everything made from it.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace kwalign::model {

class Database;

/// A prepared statement on loan from its Database: reset when it goes out of scope, so no read lock outlives it.
/// Parameters count from 1, columns from 0, as in SQLite.
class Query {
public:
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// Text is not copied: it must live until the query is done.
    Query& bind(int index, std::string_view text);
    Query& bind(int index, std::int64_t value);
    Query& bind(int index, double value);

    /// True while there is a row; false when done.
    bool step();
    /// Runs to the end; for statements without rows.
    void run();
    /// Ready to be bound and run once more.
    void reset() noexcept;

    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const noexcept;
    [[nodiscard]] double real(int column) const noexcept;

private:
    friend class Database;
    Query(Database& database, sqlite3_stmt* statement) noexcept : m_database(&database), m_statement(statement) {}

    Database* m_database;
    sqlite3_stmt* m_statement;
};

/// An open connection. Not movable: queries and transactions point to it.
class Database {
public:
    enum class Access {
        read_only,
        read_write,  ///< creates an absent file
        immutable    ///< read-only, and nobody writes: for media on which not even a lock can be taken
    };

    /// Throws Error(unreadable) where the file cannot be opened at all.
    Database(const std::filesystem::path& file, Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// One or more statements without parameters; rows are dropped.
    void execute(const std::string& sql);
    /// A compiled statement, kept for the next time. `sql` must live as long as the Database: a literal. The same one may be on
    /// loan only once at a time.
    [[nodiscard]] Query query(std::string_view sql);
    /// First column of the first row; 0 or empty without rows.
    [[nodiscard]] std::int64_t integer(std::string_view sql);

    [[nodiscard]] std::int64_t last_insert_key() const noexcept;
    /// Rows changed by the last statement.
    [[nodiscard]] std::int64_t changes() const noexcept;
    /// The file could be opened for reading only, whatever was asked for.
    [[nodiscard]] bool is_read_only() const noexcept;
    /// A transaction is open.
    [[nodiscard]] bool in_transaction() const noexcept;
    [[nodiscard]] const std::string& place() const noexcept { return m_place; }

private:
    friend class Query;
    void close() noexcept;
    [[noreturn]] void fail(int result) const;

    sqlite3* m_connection = nullptr;
    std::string m_place;
    std::map<std::string_view, sqlite3_stmt*> m_statements;
};

/// Everything or nothing: what is not committed when it goes out of scope is rolled back. Inside another one it is a part of that:
/// committed or rolled back by itself first, and by the outer one in the end.
class Transaction {
public:
    enum class Kind { read, write };

    /// `write` takes the write lock at once, so that it waits at the start instead of failing in the middle.
    explicit Transaction(Database& database, Kind kind = Kind::write);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Database& m_database;
    bool m_inner;
    bool m_open = true;
};

}  // namespace kwalign::model
