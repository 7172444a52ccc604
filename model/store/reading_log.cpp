#include "model/store/reading_log.hpp"

#include "model/store/database.hpp"
#include "model/store/store.hpp"
#include "model/store/store_file.hpp"

#include <cstdint>

namespace kwalign::model {

struct ReadingLog::Impl {
    std::unique_ptr<Database> database;
};

namespace {

/// Not one of the store's migrations: older programs may ignore it, and a later form of it gets another name.
constexpr const char* schema = R"sql(
CREATE TABLE IF NOT EXISTS readings(
  path           TEXT PRIMARY KEY,
  sha256         TEXT NOT NULL,
  settings       TEXT NOT NULL,
  outcome        TEXT NOT NULL,
  standard       TEXT NOT NULL,
  version        TEXT NOT NULL,
  title          TEXT NOT NULL,
  media_type     TEXT NOT NULL,
  message        TEXT NOT NULL,
  pages          INTEGER NOT NULL,
  units          INTEGER NOT NULL,
  statements     INTEGER NOT NULL,
  warnings       INTEGER NOT NULL,
  text_accounted REAL NOT NULL
) WITHOUT ROWID)sql";

std::int64_t as_integer(std::size_t value) noexcept { return static_cast<std::int64_t>(value); }

}  // namespace

ReadingLog::ReadingLog(const std::filesystem::path& store)
    : m_impl(std::make_unique<Impl>(Impl{open_store_file(store, Store::Mode::read_write)})) {
    m_impl->database->execute(schema);
}

ReadingLog::~ReadingLog() = default;
ReadingLog::ReadingLog(ReadingLog&&) noexcept = default;
ReadingLog& ReadingLog::operator=(ReadingLog&&) noexcept = default;

void ReadingLog::remember(const ReadingRecord& record) {
    Query query = m_impl->database->query(
        "INSERT OR REPLACE INTO readings(path, sha256, settings, outcome, standard, version, title, media_type, message, pages, units, "
        "statements, "
        "warnings, text_accounted) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
    query.bind(1, record.path).bind(2, record.sha256).bind(3, record.settings).bind(4, record.outcome);
    query.bind(5, record.standard).bind(6, record.version).bind(7, record.title).bind(8, record.media_type).bind(9, record.message);
    query.bind(10, as_integer(record.pages)).bind(11, as_integer(record.units)).bind(12, as_integer(record.statements));
    query.bind(13, as_integer(record.warnings)).bind(14, record.text_accounted);
    query.run();
}

std::optional<ReadingLog::Found> ReadingLog::find(std::string_view path) const {
    Query query = m_impl->database->query(
        "SELECT path, sha256, settings, outcome, standard, version, title, media_type, message, pages, units, statements, warnings, "
        "text_accounted, "
        "EXISTS(SELECT 1 FROM editions e WHERE e.id = r.standard AND e.sha256 = r.sha256) FROM readings r WHERE path = ?1");
    query.bind(1, path);
    if (!query.step()) return std::nullopt;
    const auto size = [&](int column) { return static_cast<std::size_t>(query.integer(column)); };
    return Found{{query.text(0), query.text(1), query.text(2), query.text(3), query.text(4), query.text(5), query.text(6), query.text(7),
                  query.text(8), size(9), size(10), size(11), size(12), query.real(13)},
                 query.integer(14) != 0};
}

bool ReadingLog::empty() const { return m_impl->database->integer("SELECT NOT EXISTS(SELECT 1 FROM readings)") != 0; }

}  // namespace kwalign::model
