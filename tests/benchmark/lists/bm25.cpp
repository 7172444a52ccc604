#include "tests/benchmark/lists/bm25.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace kwalign::tests {

struct Bm25::Impl {
    sqlite3* database = nullptr;
    sqlite3_stmt* query = nullptr;

    ~Impl() {
        sqlite3_finalize(query);
        sqlite3_close(database);
    }
    void check(int result) const {
        if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW) throw std::runtime_error(sqlite3_errmsg(database));
    }
    sqlite3_stmt* prepared(const char* sql) const {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr));
        return statement;
    }
};

Bm25::Bm25(const std::vector<std::string>& texts) : m_impl(std::make_unique<Impl>()) {
    m_impl->check(sqlite3_open(":memory:", &m_impl->database));
    m_impl->check(sqlite3_exec(m_impl->database, "CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='unicode61'); BEGIN", nullptr,
                               nullptr, nullptr));
    sqlite3_stmt* insert = m_impl->prepared("INSERT INTO texts(rowid, text) VALUES(?, ?)");
    for (std::size_t i = 0; i < texts.size(); ++i) {
        m_impl->check(sqlite3_bind_int64(insert, 1, static_cast<sqlite3_int64>(i)));
        m_impl->check(sqlite3_bind_text(insert, 2, texts[i].c_str(), -1, SQLITE_STATIC));
        m_impl->check(sqlite3_step(insert));
        m_impl->check(sqlite3_reset(insert));
    }
    sqlite3_finalize(insert);
    m_impl->check(sqlite3_exec(m_impl->database, "COMMIT", nullptr, nullptr, nullptr));
    m_impl->query = m_impl->prepared("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?");
}

Bm25::~Bm25() = default;

std::vector<std::size_t> Bm25::search(const std::vector<std::string>& words, std::size_t limit) {
    std::string match;
    for (const std::string& word : words) match += (match.empty() ? "\"" : " OR \"") + word + "\"";
    if (match.empty()) return {};
    m_impl->check(sqlite3_bind_text(m_impl->query, 1, match.c_str(), -1, SQLITE_STATIC));
    m_impl->check(sqlite3_bind_int64(m_impl->query, 2, static_cast<sqlite3_int64>(limit)));
    std::vector<std::size_t> out;
    while (sqlite3_step(m_impl->query) == SQLITE_ROW) out.push_back(static_cast<std::size_t>(sqlite3_column_int64(m_impl->query, 0)));
    m_impl->check(sqlite3_reset(m_impl->query));
    return out;
}

}  // namespace kwalign::tests
