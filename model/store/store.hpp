#pragma once

/// The store: one SQLite file with standards and links. WAL, foreign keys on, every change in a transaction.

#include "model/link.hpp"
#include "model/standard.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kwalign::model {

/// What put() did.
enum class PutResult { added, updated, unchanged };

/// One line of `list`, without loading the whole standard.
struct StandardSummary {
    std::string id;  ///< "id@version" for an edition that a newer one has superseded
    std::string framework;
    std::string kind;
    std::string title;
    std::string version;
    std::string valid_until;
    std::vector<std::string> languages;
    Source source;
    std::size_t units = 0;
    std::size_t statements = 0;
    std::size_t findings = 0;
};

/// Opened store. Movable, not copyable (it owns a database connection). One thread at a time per object; several objects
/// (also in several processes) may open the same file. Throws Error with the store_* codes; a moved-from store may only be assigned to.
///
/// A standard may be there in several versions: a revised one supersedes, both stay. Its id means the newest by (decided, version),
/// "id@version" any of them. A superseded edition comes back with "id@version" as its id and in the ids of its parts, so that two
/// editions can be compared like two standards.
class Store {
public:
    enum class Mode { read_only, read_write };

    /// Opens, creates where absent (read_write), and migrates an older schema inside one transaction. A file that is not a
    /// kwalign store, or of a newer version, is left untouched and reported (store_invalid, store_too_new); so is one that cannot be
    /// written in read_write mode (store_readonly). Throws Error(not_found) for an absent or empty file in read_only mode and for an
    /// absent folder.
    explicit Store(const std::filesystem::path& file, Mode mode = Mode::read_write);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    /// Adds or updates in place; one transaction. Updated is the edition with the same version, or read from the same bytes, or the
    /// newest where either version is empty; anything else is added as another edition. `unchanged` when the content is the same as
    /// what is stored. Throws Error(bad_data) for a standard without an id.
    PutResult put(const Standard& standard);
    /// True if it was there. `id` takes all editions and the links from and to them, "id@version" one edition and its links.
    bool remove(std::string_view id);
    [[nodiscard]] std::optional<Standard> get(std::string_view id) const;
    /// All of them, sorted by id.
    [[nodiscard]] std::vector<StandardSummary> list() const;
    /// Resolves an id, an unambiguous prefix of an id or of the part after its colon, an identifier (crebo, certificate code,
    /// register number) or a framework id (then all its standards, superseded editions left out) to sorted ids. Letters of either
    /// case; "@version" may follow everything but a framework. Exact matches win over prefixes. Throws Error(no_such_standard) or
    /// Error(ambiguous) listing the candidates.
    [[nodiscard]] std::vector<std::string> resolve(std::string_view name) const;
    /// The id of the standard that was read from bytes with this hash, to skip unchanged files.
    [[nodiscard]] std::optional<std::string> find_by_sha256(std::string_view sha256) const;

    /// Replaces the suggested links between two standards in one transaction; confirmed and rejected ones stay and win, also over
    /// a suggestion for the same ends. Links that come with a decision are kept as put_link() does. Throws Error(no_such_standard).
    void put_links(std::string_view source, std::string_view target, const std::vector<Link>& links);
    /// Adds one link or replaces the one with the same ends, its decision included; a decision other than the last goes on record.
    /// The standards are those of its ends. Throws Error(no_such_standard).
    void put_link(const Link& link);
    /// In the order they were put, of whatever status. Those of (b, a) are not those of (a, b).
    [[nodiscard]] std::vector<Link> links(std::string_view source, std::string_view target) const;
    /// The same one at a time, for more links than should be in memory. `visit` must not use this store.
    void for_each_link(std::string_view source, std::string_view target, const std::function<void(const Link&)>& visit) const;
    [[nodiscard]] bool has_links(std::string_view source, std::string_view target) const;
    /// Runs `work`, which uses this store: what it puts and removes is there together in the end, or, when it throws, nothing of it.
    /// What `work` throws is passed on.
    void in_one_transaction(const std::function<void()>& work);

    /// Every decision taken on a link, oldest first.
    [[nodiscard]] std::vector<Decision> history(const Endpoint& source, const Endpoint& target) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::model
