#include "model/digest.hpp"

#include "model/error.hpp"

#include <openssl/evp.h>

#include <cstddef>

namespace kwalign::model {

namespace {

template <std::size_t Size>
std::array<unsigned char, Size> digest(std::string_view bytes, const EVP_MD* algorithm) {
    std::array<unsigned char, Size> result{};
    unsigned int written = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), result.data(), &written, algorithm, nullptr) != 1 || written != Size)
        throw Error(ErrorCode::internal, "digest", "the cryptographic library refuses a message digest");
    return result;
}

}  // namespace

std::array<unsigned char, 20> sha1(std::string_view bytes) { return digest<20>(bytes, EVP_sha1()); }

std::array<unsigned char, 32> sha256(std::string_view bytes) { return digest<32>(bytes, EVP_sha256()); }

std::string to_hex(const unsigned char* bytes, std::size_t count) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(count * 2);
    for (std::size_t i = 0; i < count; ++i) {
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 15U];
    }
    return text;
}

}  // namespace kwalign::model
