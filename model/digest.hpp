#pragma once

/// Message digests: the only room that sees OpenSSL. Pure functions, thread-safe.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace kwalign::model {

/// SHA-1 (FIPS 180-4); only for name-based UUIDs, never where somebody could gain by a collision.
[[nodiscard]] std::array<unsigned char, 20> sha1(std::string_view bytes);
/// SHA-256 (FIPS 180-4).
[[nodiscard]] std::array<unsigned char, 32> sha256(std::string_view bytes);

/// Lower-case hexadecimal, two digits per byte.
[[nodiscard]] std::string to_hex(const unsigned char* bytes, std::size_t count);

}  // namespace kwalign::model
