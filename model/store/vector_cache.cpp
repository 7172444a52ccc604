#include "model/store/vector_cache.hpp"

#include "model/digest.hpp"
#include "model/store/store_file.hpp"

namespace kwalign::model {
namespace {

std::string hash_of(std::string_view text) {
    const auto digest = sha256(text);
    return to_hex(digest.data(), digest.size());
}

/// Two hexadecimal digits a number: the database's interface knows texts.
std::string hex_of(const std::vector<std::int8_t>& vector) {
    return to_hex(reinterpret_cast<const unsigned char*>(vector.data()), vector.size());
}

int digit(char c) noexcept { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; }

/// Nothing for a text that is no vector: a damaged cache is no cache.
std::optional<std::vector<std::int8_t>> vector_of(std::string_view hex) {
    if (hex.empty() || hex.size() % 2 != 0) return std::nullopt;
    std::vector<std::int8_t> out;
    out.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = digit(hex[i]);
        const int low = digit(hex[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        out.push_back(static_cast<std::int8_t>(static_cast<unsigned char>(high * 16 + low)));
    }
    return out;
}

}  // namespace

struct VectorCache::Impl {
    std::unique_ptr<Database> database;
};

VectorCache::VectorCache(const std::filesystem::path& store)
    : m_impl(std::make_unique<Impl>(Impl{open_store_file(store, Store::Mode::read_write)})) {
    m_impl->database->execute(
        "CREATE TABLE IF NOT EXISTS sentence_vectors(model TEXT NOT NULL, sha256 TEXT NOT NULL, vector TEXT NOT NULL, PRIMARY KEY(model, "
        "sha256)) WITHOUT ROWID");
}

VectorCache::~VectorCache() = default;
VectorCache::VectorCache(VectorCache&&) noexcept = default;
VectorCache& VectorCache::operator=(VectorCache&&) noexcept = default;

std::optional<std::vector<std::int8_t>> VectorCache::find(std::string_view model, std::string_view text) const {
    const std::string hash = hash_of(text);
    Query query = m_impl->database->query("SELECT vector FROM sentence_vectors WHERE model = ?1 AND sha256 = ?2");
    query.bind(1, model).bind(2, hash);
    if (!query.step()) return std::nullopt;
    return vector_of(query.text(0));
}

void VectorCache::put(std::string_view model, const std::vector<std::pair<std::string, std::vector<std::int8_t>>>& vectors) {
    Transaction transaction(*m_impl->database);
    for (const auto& [text, vector] : vectors) {
        const std::string hash = hash_of(text);
        const std::string hex = hex_of(vector);
        Query query = m_impl->database->query("INSERT OR REPLACE INTO sentence_vectors(model, sha256, vector) VALUES(?1, ?2, ?3)");
        query.bind(1, model).bind(2, hash).bind(3, hex);
        query.run();
    }
    transaction.commit();
}

}  // namespace kwalign::model
