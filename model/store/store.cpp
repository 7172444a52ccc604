#include "model/store/store.hpp"

#include "model/error.hpp"
#include "model/json_codec.hpp"
#include "model/store/editions.hpp"
#include "model/store/store_file.hpp"
#include "model/store/store_impl.hpp"

#include <algorithm>

namespace kwalign::model {

namespace {

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t first = 0;
    while (first < text.size()) {
        const std::size_t space = std::min(text.find(' ', first), text.size());
        if (space > first) parts.push_back(text.substr(first, space - first));
        first = space + 1;
    }
    return parts;
}

std::size_t count_at(const Query& query, int column) { return static_cast<std::size_t>(query.integer(column)); }

}  // namespace

std::optional<EditionKey> Store::Impl::find_edition(std::string_view name) const {
    {
        Query query =
            database->query("SELECT s.current, s.id, e.version FROM standards s JOIN editions e ON e.key = s.current WHERE s.id = ?1");
        query.bind(1, name);
        if (query.step()) return EditionKey{query.integer(0), query.text(1), query.text(2), true};
    }
    const auto at = name.rfind('@');
    if (at == std::string_view::npos) return std::nullopt;
    Query query = database->query(
        "SELECT e.key, e.id, e.version, e.key = s.current FROM editions e JOIN standards s ON s.id = e.id WHERE e.id = ?1 AND e.version = "
        "?2");
    query.bind(1, name.substr(0, at)).bind(2, name.substr(at + 1));
    if (!query.step()) return std::nullopt;
    return EditionKey{query.integer(0), query.text(1), query.text(2), query.integer(3) != 0};
}

EditionKey Store::Impl::require_edition(std::string_view name) const {
    auto found = find_edition(name);
    if (!found) throw Error(ErrorCode::no_such_standard, std::string(name), "the store holds no such standard", "see kwalign list");
    return *std::move(found);
}

Store::Store(const std::filesystem::path& file, Mode mode) : m_impl(std::make_unique<Impl>(open_store_file(file, mode))) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

PutResult Store::put(const Standard& standard) {
    if (standard.id.empty()) throw Error(ErrorCode::bad_data, m_impl->database->place(), "a standard without an id cannot be stored");
    Transaction transaction(*m_impl->database);
    PutResult result{};
    // A superseded edition that comes back from an export carries its version in its ids.
    const std::string suffix = "@" + standard.version;
    if (!standard.version.empty() && standard.id.ends_with(suffix)) {
        Standard plain = standard;
        change_id(plain, standard.id, standard.id.substr(0, standard.id.size() - suffix.size()));
        result = put_edition(*m_impl->database, plain);
    } else {
        result = put_edition(*m_impl->database, standard);
    }
    transaction.commit();
    return result;
}

void Store::in_one_transaction(const std::function<void()>& work) {
    Transaction transaction(*m_impl->database);
    work();
    transaction.commit();
}

bool Store::remove(std::string_view id) {
    Database& database = *m_impl->database;
    Transaction transaction(database);
    const auto found = m_impl->find_edition(id);
    if (!found) return false;
    database.query("DELETE FROM editions WHERE key = ?1 OR (id = ?2 AND ?2 = ?3)").bind(1, found->key).bind(2, found->id).bind(3, id).run();
    choose_current(database, found->id);
    // Names of superseded editions begin with the id and an at sign.
    const bool all = !m_impl->find_edition(found->id);
    const std::string name = all ? found->id : std::string(id);
    const std::string editions = all ? found->id + "@" : std::string();
    const auto drop = [&](std::string_view sql) { database.query(sql).bind(1, name).bind(2, editions).run(); };
    drop(
        "DELETE FROM links WHERE source = ?1 OR target = ?1 "
        "OR (?2 <> '' AND (substr(source, 1, length(?2)) = ?2 OR substr(target, 1, length(?2)) = ?2))");
    drop(
        "DELETE FROM decisions WHERE source = ?1 OR target = ?1 "
        "OR (?2 <> '' AND (substr(source, 1, length(?2)) = ?2 OR substr(target, 1, length(?2)) = ?2))");
    transaction.commit();
    return true;
}

std::optional<Standard> Store::get(std::string_view id) const {
    Transaction transaction(*m_impl->database, Transaction::Kind::read);
    const auto edition = m_impl->find_edition(id);
    if (!edition) return std::nullopt;
    Query query = m_impl->database->query("SELECT document FROM editions WHERE key = ?1");
    query.bind(1, edition->key);
    if (!query.step()) return std::nullopt;
    Standard standard = standard_from_json(query.text(0), m_impl->database->place());
    if (!edition->current) change_id(standard, edition->id, edition->name());
    return standard;
}

std::vector<StandardSummary> Store::list() const {
    std::vector<StandardSummary> summaries;
    Query query = m_impl->database->query(
        "SELECT e.id, e.version, e.key = s.current, e.framework, e.kind, e.title, e.valid_until, e.languages, e.path, e.sha256, "
        "e.media_type, "
        "e.pages, e.bytes, e.text_accounted, e.template, e.template_confidence, e.units, e.statements, e.findings "
        "FROM editions e JOIN standards s ON s.id = e.id");
    while (query.step()) {
        StandardSummary summary;
        summary.version = query.text(1);
        summary.id = EditionKey{0, query.text(0), summary.version, query.integer(2) != 0}.name();
        summary.framework = query.text(3);
        summary.kind = query.text(4);
        summary.title = query.text(5);
        summary.valid_until = query.text(6);
        summary.languages = split(query.text(7));
        summary.source = {query.text(8),       query.text(9),  query.text(10), count_at(query, 11),
                          count_at(query, 12), query.real(13), query.text(14), query.real(15)};
        summary.units = count_at(query, 16);
        summary.statements = count_at(query, 17);
        summary.findings = count_at(query, 18);
        summaries.push_back(std::move(summary));
    }
    std::sort(summaries.begin(), summaries.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return summaries;
}

std::optional<std::string> Store::find_by_sha256(std::string_view sha256) const {
    if (sha256.empty()) return std::nullopt;
    Query query = m_impl->database->query(
        "SELECT e.id, e.version, e.key = s.current FROM editions e JOIN standards s ON s.id = e.id WHERE e.sha256 = ?1 ORDER BY 3 DESC, "
        "e.id, e.version");
    query.bind(1, sha256);
    if (!query.step()) return std::nullopt;
    return EditionKey{0, query.text(0), query.text(1), query.integer(2) != 0}.name();
}

}  // namespace kwalign::model
