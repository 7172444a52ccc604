#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>

namespace kwalign::model {

/// UUIDs that were seen already; a million of them are kept in about 60 MB.
class UuidSet {
public:
    /// True where `uuid` (36 characters, as uuid_v5 gives them) is new.
    bool insert(std::string uuid) { return m_seen.insert(Bits(std::move(uuid))).second; }
    void clear() { m_seen.clear(); }

private:
    struct Bits {
        std::uint64_t high = 0;
        std::uint64_t low = 0;

        explicit Bits(std::string uuid) {
            std::erase(uuid, '-');
            std::from_chars(uuid.data(), uuid.data() + 16, high, 16);
            std::from_chars(uuid.data() + 16, uuid.data() + 32, low, 16);
        }
        friend bool operator==(const Bits&, const Bits&) = default;
    };
    /// The bits of a name-based UUID are those of a digest already.
    struct Hash {
        std::size_t operator()(const Bits& bits) const noexcept { return static_cast<std::size_t>(bits.low); }
    };

    std::unordered_set<Bits, Hash> m_seen;
};

}  // namespace kwalign::model
