#include "model/digest.hpp"

#include <catch2/catch.hpp>

#include <string>

using kwalign::model::sha1;
using kwalign::model::sha256;
using kwalign::model::to_hex;

namespace {

std::string sha1_hex(std::string_view bytes) {
    const auto digest = sha1(bytes);
    return to_hex(digest.data(), digest.size());
}

std::string sha256_text(std::string_view bytes) {
    const auto digest = sha256(bytes);
    return to_hex(digest.data(), digest.size());
}

}  // namespace

TEST_CASE("SHA 1 gives the examples of FIPS 180", "[model][digest]") {
    CHECK(sha1_hex("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(sha1_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") == "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
    CHECK(sha1_hex("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
}

TEST_CASE("SHA 256 gives the examples of FIPS 180", "[model][digest]") {
    CHECK(sha256_text("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_text("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_text(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("hexadecimal keeps leading zeros and zero bytes", "[model][digest]") {
    const unsigned char bytes[] = {0x00, 0x0f, 0xa0, 0xff};
    CHECK(to_hex(bytes, 4) == "000fa0ff");
    CHECK(to_hex(bytes, 0).empty());
}
