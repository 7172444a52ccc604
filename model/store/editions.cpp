#include "model/store/editions.hpp"

#include "model/identity.hpp"
#include "model/json_codec.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace kwalign::model {

namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Cuts the run of digits, or the single other character, that `text` begins with.
std::string_view next_part(std::string_view& text) noexcept {
    std::size_t length = 1;
    if (is_digit(text.front()))
        while (length < text.size() && is_digit(text[length])) ++length;
    const std::string_view part = text.substr(0, length);
    text.remove_prefix(length);
    return part;
}

int compare_parts(std::string_view a, std::string_view b) noexcept {
    if (is_digit(a.front()) && is_digit(b.front())) {
        // Numbers without leading zeros: the longer one is larger. No conversion, so no overflow.
        a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
        b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
        if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
    }
    return a.compare(b);
}

std::int64_t as_integer(std::size_t value) noexcept { return static_cast<std::int64_t>(value); }

std::string joined(const std::vector<std::string>& tags) {
    std::string text;
    for (const std::string& tag : tags) text += (text.empty() ? "" : " ") + tag;
    return text;
}

struct StoredEdition {
    std::int64_t key = 0;
    std::string content_hash;
};

/// The first edition that a search by the standard's id and one other text finds.
std::optional<StoredEdition> find_by(Database& database, std::string_view sql, const std::string& id, const std::string& other) {
    Query query = database.query(sql);
    query.bind(1, id).bind(2, other);
    if (!query.step()) return std::nullopt;
    return StoredEdition{query.integer(0), query.text(1)};
}

/// The edition that `standard` is a new reading of.
std::optional<StoredEdition> find_same(Database& database, const Standard& standard) {
    auto same = find_by(database, "SELECT key, content_hash FROM editions WHERE id = ?1 AND version = ?2", standard.id, standard.version);
    if (!same && !standard.source.sha256.empty())
        same = find_by(database, "SELECT key, content_hash FROM editions WHERE id = ?1 AND sha256 = ?2 ORDER BY key", standard.id,
                       standard.source.sha256);
    if (!same)
        same = find_by(
            database,
            "SELECT key, content_hash FROM standards s JOIN editions e ON key = current WHERE s.id = ?1 AND (version = '' OR ?2 = '')",
            standard.id, standard.version);
    return same;
}

/// Binds ?1 .. ?21 of the two statements that write an edition. All of the arguments must outlive the query.
void bind_edition(Query& query, const Standard& standard, const std::string& languages, const std::string& hash,
                  const std::string& document) {
    std::size_t statements = 0;
    for (const Unit& unit : standard.units) statements += unit.statements.size();
    const Source& source = standard.source;
    query.bind(1, standard.id).bind(2, standard.version).bind(3, standard.decided).bind(4, hash);
    query.bind(5, standard.framework).bind(6, standard.kind).bind(7, standard.title).bind(8, standard.valid_until).bind(9, languages);
    query.bind(10, source.path).bind(11, source.sha256).bind(12, source.media_type);
    query.bind(13, as_integer(source.pages)).bind(14, as_integer(source.bytes)).bind(15, source.text_accounted);
    query.bind(16, source.template_id).bind(17, source.template_confidence);
    query.bind(18, as_integer(standard.units.size())).bind(19, as_integer(statements)).bind(20, as_integer(standard.findings.size()));
    query.bind(21, document);
}

void write_identifiers(Database& database, std::int64_t edition, const Standard& standard) {
    database.query("DELETE FROM identifiers WHERE edition = ?1").bind(1, edition).run();
    for (const auto& [scheme, value] : standard.identifiers)
        database.query("INSERT INTO identifiers VALUES(?1, ?2, ?3)").bind(1, edition).bind(2, scheme).bind(3, value).run();
}

struct Candidate {
    std::int64_t key = 0;
    std::string version;
    std::string decided;
};

bool is_newer(const Candidate& a, const Candidate& b) {
    if (a.decided != b.decided) return a.decided > b.decided;
    if (const int order = compare_versions(a.version, b.version); order != 0) return order > 0;
    return a.key > b.key;
}

}  // namespace

void change_id(Standard& standard, const std::string& from, const std::string& to) {
    const auto change = [&](std::string& id) {
        if (id == from || id.starts_with(from + "#") || id.starts_with(from + "!")) id.replace(0, from.size(), to);
    };
    const auto change_all = [&](std::vector<Statement>& statements) {
        for (Statement& statement : statements) change(statement.id);
    };
    change(standard.id);
    for (Qualification& qualification : standard.qualifications) change(qualification.id);
    for (Unit& unit : standard.units) {
        change(unit.id);
        change_all(unit.statements);
    }
    for (Section& section : standard.sections) change_all(section.statements);
}

int compare_versions(std::string_view a, std::string_view b) noexcept {
    while (!a.empty() && !b.empty()) {
        const std::string_view part_a = next_part(a);
        const std::string_view part_b = next_part(b);
        if (const int order = compare_parts(part_a, part_b); order != 0) return order;
    }
    return a.empty() == b.empty() ? 0 : (a.empty() ? -1 : 1);
}

PutResult put_edition(Database& database, const Standard& standard) {
    const std::string document = to_json(standard, Persons::keep, 0);
    const std::string hash = sha256_hex(document);
    const std::string languages = joined(standard.languages);
    const auto same = find_same(database, standard);
    if (same && same->content_hash == hash) return PutResult::unchanged;

    std::int64_t key = 0;
    if (same) {
        key = same->key;
        Query update = database.query(
            "UPDATE editions SET id = ?1, version = ?2, decided = ?3, content_hash = ?4, framework = ?5, kind = ?6, title = ?7, "
            "valid_until = ?8, "
            "languages = ?9, path = ?10, sha256 = ?11, media_type = ?12, pages = ?13, bytes = ?14, text_accounted = ?15, template = ?16, "
            "template_confidence = ?17, units = ?18, statements = ?19, findings = ?20, document = ?21 WHERE key = ?22");
        bind_edition(update, standard, languages, hash, document);
        update.bind(22, key).run();
    } else {
        database.query("INSERT INTO standards VALUES(?1, 0) ON CONFLICT(id) DO NOTHING").bind(1, standard.id).run();
        Query insert = database.query(
            "INSERT INTO editions(id, version, decided, content_hash, framework, kind, title, valid_until, languages, path, sha256, "
            "media_type, "
            "pages, bytes, text_accounted, template, template_confidence, units, statements, findings, document) "
            "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)");
        bind_edition(insert, standard, languages, hash, document);
        insert.run();
        key = database.last_insert_key();
    }
    write_identifiers(database, key, standard);
    choose_current(database, standard.id);
    return same ? PutResult::updated : PutResult::added;
}

void choose_current(Database& database, std::string_view id) {
    std::optional<Candidate> newest;
    {
        Query query = database.query("SELECT key, version, decided FROM editions WHERE id = ?1");
        query.bind(1, id);
        while (query.step()) {
            Candidate candidate{query.integer(0), query.text(1), query.text(2)};
            if (!newest || is_newer(candidate, *newest)) newest = std::move(candidate);
        }
    }
    if (newest)
        database.query("UPDATE standards SET current = ?2 WHERE id = ?1 AND current <> ?2").bind(1, id).bind(2, newest->key).run();
    else
        database.query("DELETE FROM standards WHERE id = ?1").bind(1, id).run();
}

}  // namespace kwalign::model
