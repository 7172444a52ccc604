#include "model/error.hpp"
#include "model/store/store.hpp"
#include "model/store/store_impl.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace kwalign::model {

namespace {

constexpr std::size_t max_candidates_named = 8;

/// ASCII only: ids are ASCII.
std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::string_view after_colon(std::string_view id) {
    const auto colon = id.find(':');
    return colon == std::string_view::npos ? id : id.substr(colon + 1);
}

std::vector<std::string> to_vector(const std::set<std::string>& names) { return {names.begin(), names.end()}; }

/// Standards without version that fit `name`, the closest sort of fit only: all of a framework, or one, or rivals.
class Matcher {
public:
    Matcher(Database& database, std::string_view name) : m_database(database), m_name(name), m_lower(lower(name)) {}

    std::set<std::string> framework() {
        std::set<std::string> ids;
        Query query =
            m_database.query("SELECT s.id FROM standards s JOIN editions e ON e.key = s.current WHERE e.framework = ?1 COLLATE NOCASE");
        query.bind(1, m_name);
        while (query.step()) ids.insert(query.text(0));
        return ids;
    }

    /// By id, the part after the colon, an identifier, and then by how these two begin.
    std::set<std::string> standard() {
        std::set<std::string> exact, key, prefix;
        Query query = m_database.query("SELECT id FROM standards");
        while (query.step()) {
            const std::string id = query.text(0);
            const std::string folded = lower(id);
            if (folded == m_lower) exact.insert(id);
            if (after_colon(folded) == m_lower) key.insert(id);
            if (folded.starts_with(m_lower) || after_colon(folded).starts_with(m_lower)) prefix.insert(id);
        }
        for (std::set<std::string>& found : {std::ref(exact), std::ref(key)})
            if (!found.empty()) return std::move(found);
        std::set<std::string> identified = by_identifier();
        return identified.empty() ? prefix : identified;
    }

private:
    /// Superseded editions count: an old register number leads to them, by "id@version".
    std::set<std::string> by_identifier() {
        std::set<std::string> names;
        Query query = m_database.query(
            "SELECT e.id, e.version, e.key = s.current FROM identifiers i JOIN editions e ON e.key = i.edition JOIN standards s ON s.id = "
            "e.id "
            "WHERE i.value = ?1");
        query.bind(1, m_name);
        while (query.step()) names.insert(EditionKey{0, query.text(0), query.text(1), query.integer(2) != 0}.name());
        return prefer_current(names);
    }

    /// A number that stays the same over all editions means the newest.
    static std::set<std::string> prefer_current(const std::set<std::string>& names) {
        std::set<std::string> result;
        for (const std::string& name : names) {
            const auto at = name.rfind('@');
            if (at == std::string::npos || !names.contains(name.substr(0, at))) result.insert(name);
        }
        return result;
    }

    Database& m_database;
    std::string_view m_name;
    std::string m_lower;
};

[[noreturn]] void fail_ambiguous(std::string_view name, const std::set<std::string>& candidates) {
    std::string list;
    std::size_t named = 0;
    for (const std::string& candidate : candidates) {
        if (named++ == max_candidates_named) {
            list += ", ... (" + std::to_string(candidates.size()) + " in all)";
            break;
        }
        list += (list.empty() ? "" : ", ") + candidate;
    }
    throw Error(ErrorCode::ambiguous, std::string(name), "the name fits several standards: " + list, "give more of the id");
}

}  // namespace

std::vector<std::string> Store::resolve(std::string_view name) const {
    Database& database = *m_impl->database;
    Transaction transaction(database, Transaction::Kind::read);
    if (name.empty()) throw Error(ErrorCode::no_such_standard, "\"\"", "an empty name fits nothing", "see kwalign list");
    if (const auto edition = m_impl->find_edition(name)) return {edition->name()};
    if (const auto all = Matcher(database, name).framework(); !all.empty()) return to_vector(all);

    std::set<std::string> found = Matcher(database, name).standard();
    const auto at = name.rfind('@');
    if (found.empty() && at != std::string_view::npos && at > 0) {
        const std::string version(name.substr(at));
        for (const std::string& id : Matcher(database, name.substr(0, at)).standard())
            if (const auto edition = m_impl->find_edition(id.substr(0, id.rfind('@')) + version)) found.insert(edition->name());
    }
    if (found.size() > 1) fail_ambiguous(name, found);
    if (found.empty()) throw Error(ErrorCode::no_such_standard, std::string(name), "the store holds no such standard", "see kwalign list");
    return to_vector(found);
}

}  // namespace kwalign::model
