#pragma once

/// Sentence vectors that were asked of a server once, so that the next run needs no server.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kwalign::model {

/// The cache lies in the store's file, as a table of its own that may be missing: losing it costs time, nothing else. One thread at a time; a
/// connection of its own, so not inside a transaction of a Store on the same file. Throws Error with the store_* codes.
class VectorCache {
public:
    /// `store` must exist (model::Store creates it).
    explicit VectorCache(const std::filesystem::path& store);
    ~VectorCache();
    VectorCache(VectorCache&&) noexcept;
    VectorCache& operator=(VectorCache&&) noexcept;

    /// `model`: what made the vector; vectors of different models have nothing to do with each other. `text`: the text itself, kept as its SHA-256.
    [[nodiscard]] std::optional<std::vector<std::int8_t>> find(std::string_view model, std::string_view text) const;
    /// In one transaction.
    void put(std::string_view model, const std::vector<std::pair<std::string, std::vector<std::int8_t>>>& vectors);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace kwalign::model
