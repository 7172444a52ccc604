#pragma once

/// Private to the store: what its files share.

#include "model/store/database.hpp"
#include "model/store/store.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kwalign::model {

/// Which edition of which standard.
struct EditionKey {
    std::int64_t key = 0;
    std::string id;  ///< without version
    std::string version;
    bool current = true;

    /// "id", or "id@version" for a superseded edition.
    [[nodiscard]] std::string name() const { return current ? id : id + "@" + version; }
};

struct Store::Impl {
    explicit Impl(std::unique_ptr<Database> opened) : database(std::move(opened)) {}

    std::unique_ptr<Database> database;

    /// The edition that "id" or "id@version" names exactly.
    [[nodiscard]] std::optional<EditionKey> find_edition(std::string_view name) const;
    /// The same, or Error(no_such_standard).
    [[nodiscard]] EditionKey require_edition(std::string_view name) const;
};

}  // namespace kwalign::model
