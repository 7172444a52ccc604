#pragma once

/// The store: one SQLite file with standards and links. WAL, foreign keys on, every change in a transaction.

#include "model/link.hpp"
#include "model/standard.hpp"

#include <filesystem>
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
    std::string id;
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
/// (also in several processes) may open the same file. Throws Error with the store_* codes.
class Store {
public:
    enum class Mode { read_only, read_write };

    /// Opens, creates where absent (read_write), and migrates an older schema inside one transaction. A file that is not a
    /// kwalign store, or of a newer version, is left untouched and reported.
    explicit Store(const std::filesystem::path& file, Mode mode = Mode::read_write);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    /// Adds or updates in place by id; one transaction. `unchanged` when the content is the same as what is stored.
    PutResult put(const Standard& standard);
    /// True if it was there. Links from and to it go with it.
    bool remove(std::string_view id);
    [[nodiscard]] std::optional<Standard> get(std::string_view id) const;
    /// All of them, sorted by id.
    [[nodiscard]] std::vector<StandardSummary> list() const;
    /// Resolves an id, an unambiguous prefix of an id or of the part after its colon, an identifier (crebo, certificate code) or a
    /// framework id (then all its standards) to sorted ids. Throws Error(no_such_standard) or Error(ambiguous) listing the candidates.
    [[nodiscard]] std::vector<std::string> resolve(std::string_view name) const;
    /// The id of the standard that was read from bytes with this hash, to skip unchanged files.
    [[nodiscard]] std::optional<std::string> find_by_sha256(std::string_view sha256) const;

    /// Replaces the suggested links between two standards in one transaction; confirmed and rejected ones stay and win.
    void put_links(std::string_view source, std::string_view target, const std::vector<Link>& links);
    [[nodiscard]] std::vector<Link> links(std::string_view source, std::string_view target) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::model
