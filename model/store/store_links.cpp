#include "model/json_codec.hpp"
#include "model/store/store.hpp"
#include "model/store/store_impl.hpp"

namespace kwalign::model {

namespace {

/// Names and versions of the two standards that links go between.
struct Ends {
    std::string source;
    std::string target;
    std::string source_version;
    std::string target_version;
};

/// ?1 .. ?6, the key of a link, as in all statements here.
void bind_key(Query& query, const Ends& ends, const Endpoint& source, const Endpoint& target) {
    query.bind(1, ends.source).bind(2, ends.target);
    query.bind(3, source.unit).bind(4, source.statement).bind(5, target.unit).bind(6, target.statement);
}

std::optional<Decision> last_decision(Database& database, const Ends& ends, const Link& link) {
    Query query = database.query(
        "SELECT status, decided_by, decided_when, why FROM decisions WHERE source = ?1 AND target = ?2 AND source_unit = ?3 "
        "AND source_statement = ?4 AND target_unit = ?5 AND target_statement = ?6 ORDER BY key DESC LIMIT 1");
    bind_key(query, ends, link.source, link.target);
    if (!query.step()) return std::nullopt;
    return Decision{parse_link_status(query.text(0)).value_or(LinkStatus::suggested), query.text(1), query.text(2), query.text(3)};
}

void record_decision(Database& database, const Ends& ends, const Link& link) {
    const auto last = last_decision(database, ends, link);
    // A suggestion is no decision, but one that takes a decision back is.
    if (last ? *last == link.decision : link.decision.status == LinkStatus::suggested) return;
    Query insert = database.query(
        "INSERT INTO decisions(source, target, source_unit, source_statement, target_unit, target_statement, status, decided_by, "
        "decided_when, why) "
        "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    bind_key(insert, ends, link.source, link.target);
    insert.bind(7, to_string(link.decision.status)).bind(8, link.decision.by).bind(9, link.decision.when).bind(10, link.decision.why);
    insert.run();
}

/// `sql` has the place of the whole row in ?1 .. ?11.
void write_link_row(Database& database, std::string_view sql, const Ends& ends, const Link& link, std::int64_t position) {
    const std::string document = to_json(link, 0);
    Query query = database.query(sql);
    bind_key(query, ends, link.source, link.target);
    query.bind(7, position)
        .bind(8, to_string(link.decision.status))
        .bind(9, ends.source_version)
        .bind(10, ends.target_version)
        .bind(11, document);
    query.run();
}

/// A suggestion gives way to a decision for the same ends, and takes nothing from it but the place in the order.
void suggest(Database& database, const Ends& ends, const Link& link, std::int64_t position) {
    write_link_row(
        database,
        "INSERT INTO links VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO UPDATE SET position = min(position, ?7)",
        ends, link, position);
}

void replace(Database& database, const Ends& ends, const Link& link, std::int64_t position) {
    write_link_row(database, "INSERT OR REPLACE INTO links VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", ends, link, position);
    record_decision(database, ends, link);
}

/// Where a link stands that is put alone: where it stood, or after all others.
std::int64_t position_of(Database& database, const Ends& ends, const Link& link) {
    {
        Query query = database.query(
            "SELECT position FROM links WHERE source = ?1 AND target = ?2 AND source_unit = ?3 AND source_statement = ?4 AND target_unit = "
            "?5 "
            "AND target_statement = ?6");
        bind_key(query, ends, link.source, link.target);
        if (query.step()) return query.integer(0);
    }
    Query query = database.query("SELECT coalesce(max(position) + 1, 0) FROM links WHERE source = ?1 AND target = ?2");
    query.bind(1, ends.source).bind(2, ends.target);
    return query.step() ? query.integer(0) : 0;
}

}  // namespace

void Store::put_links(std::string_view source, std::string_view target, const std::vector<Link>& links) {
    Database& database = *m_impl->database;
    Transaction transaction(database);
    const EditionKey from = m_impl->require_edition(source);
    const EditionKey to = m_impl->require_edition(target);
    const Ends ends{from.name(), to.name(), from.version, to.version};
    database.query("DELETE FROM links WHERE source = ?1 AND target = ?2 AND status = 'suggested'")
        .bind(1, ends.source)
        .bind(2, ends.target)
        .run();
    // Decided links that nobody suggests any more come last.
    database.query("UPDATE links SET position = position + ?3 WHERE source = ?1 AND target = ?2")
        .bind(1, ends.source)
        .bind(2, ends.target)
        .bind(3, static_cast<std::int64_t>(links.size()))
        .run();
    std::int64_t position = 0;
    for (const Link& link : links) {
        if (link.decision.status == LinkStatus::suggested)
            suggest(database, ends, link, position++);
        else
            replace(database, ends, link, position++);
    }
    transaction.commit();
}

void Store::put_link(const Link& link) {
    Database& database = *m_impl->database;
    Transaction transaction(database);
    const EditionKey from = m_impl->require_edition(link.source.standard);
    const EditionKey to = m_impl->require_edition(link.target.standard);
    const Ends ends{from.name(), to.name(), from.version, to.version};
    replace(database, ends, link, position_of(database, ends, link));
    transaction.commit();
}

std::vector<Link> Store::links(std::string_view source, std::string_view target) const {
    std::vector<Link> result;
    for_each_link(source, target, [&](const Link& link) { result.push_back(link); });
    return result;
}

void Store::for_each_link(std::string_view source, std::string_view target, const std::function<void(const Link&)>& visit) const {
    Database& database = *m_impl->database;
    Transaction transaction(database, Transaction::Kind::read);
    const auto from = m_impl->find_edition(source);
    const auto to = m_impl->find_edition(target);
    if (!from || !to) return;
    const std::string names[] = {from->name(), to->name()};
    Query query = database.query(
        "SELECT document FROM links WHERE source = ?1 AND target = ?2 ORDER BY position, source_unit, source_statement, target_unit, "
        "target_statement");
    query.bind(1, names[0]).bind(2, names[1]);
    while (query.step()) visit(link_from_json(query.text(0), database.place()));
}

bool Store::has_links(std::string_view source, std::string_view target) const {
    Database& database = *m_impl->database;
    Transaction transaction(database, Transaction::Kind::read);
    const auto from = m_impl->find_edition(source);
    const auto to = m_impl->find_edition(target);
    if (!from || !to) return false;
    const std::string names[] = {from->name(), to->name()};
    Query query = database.query("SELECT 1 FROM links WHERE source = ?1 AND target = ?2 LIMIT 1");
    query.bind(1, names[0]).bind(2, names[1]);
    return query.step();
}

std::vector<Decision> Store::history(const Endpoint& source, const Endpoint& target) const {
    Database& database = *m_impl->database;
    Transaction transaction(database, Transaction::Kind::read);
    std::vector<Decision> result;
    const auto from = m_impl->find_edition(source.standard);
    const auto to = m_impl->find_edition(target.standard);
    if (!from || !to) return result;
    const Ends ends{from->name(), to->name(), {}, {}};
    Query query = database.query(
        "SELECT status, decided_by, decided_when, why FROM decisions WHERE source = ?1 AND target = ?2 AND source_unit = ?3 "
        "AND source_statement = ?4 AND target_unit = ?5 AND target_statement = ?6 ORDER BY key");
    bind_key(query, ends, source, target);
    while (query.step())
        result.push_back({parse_link_status(query.text(0)).value_or(LinkStatus::suggested), query.text(1), query.text(2), query.text(3)});
    return result;
}

}  // namespace kwalign::model
