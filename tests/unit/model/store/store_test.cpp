#include "model/store/store.hpp"

#include "model/error.hpp"
#include "model/identity.hpp"
#include "tests/unit/model/sample_standard.hpp"
#include "tests/unit/model/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace kwalign::model;
using namespace kwalign::tests;

namespace {

Standard version_of(const std::string& version, const std::string& decided = "") {
    Standard standard = plain_standard("C0088");
    standard.version = version;
    standard.decided = decided;
    standard.title = "Certificaat, versie " + version;
    standard.source.sha256 = sha256_hex("bytes of version " + version);
    standard.qualifications.resize(1);
    standard.qualifications[0].title = "Expert";
    assign_identities(standard);
    return standard;
}

std::vector<std::string> ids_of(const Store& store) {
    std::vector<std::string> ids;
    for (const StandardSummary& summary : store.list()) ids.push_back(summary.id);
    return ids;
}

}  // namespace

TEST_CASE("a stored standard comes back as it was", "[store]") {
    const TemporaryFolder folder;
    Standard standard = full_standard();
    {
        Store store(folder / "a.db");
        CHECK(store.put(standard) == PutResult::added);
        CHECK(store.get(standard.id) == standard);
    }
    const Store reopened(folder / "a.db", Store::Mode::read_only);
    CHECK(reopened.get(standard.id) == standard);
    CHECK(reopened.get("nl-mbo:none") == std::nullopt);
    CHECK(reopened.get("") == std::nullopt);
}

TEST_CASE("random standards come back as they were", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 generator(seed);
        Standard standard = random_standard(generator);
        standard.id = "random:" + std::to_string(seed);
        CAPTURE(seed);
        REQUIRE(store.put(standard) == PutResult::added);
        REQUIRE(store.get(standard.id) == standard);
    }
}

TEST_CASE("putting the same again changes nothing", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    const Standard standard = full_standard();
    CHECK(store.put(standard) == PutResult::added);
    CHECK(store.put(standard) == PutResult::unchanged);
    CHECK(store.list().size() == 1);
}

TEST_CASE("a new reading of the same document updates in place", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    Standard standard = version_of("2");
    CHECK(store.put(standard) == PutResult::added);
    standard.units[0].title = "Better read";
    standard.identifiers["crebo"] = "23244";
    CHECK(store.put(standard) == PutResult::updated);
    CHECK(store.get(standard.id) == standard);
    CHECK(store.resolve("23244") == std::vector<std::string>{"nl-mbo:C0088"});

    standard.version = "3";  // the same bytes, their version read better
    standard.identifiers.erase("crebo");
    CHECK(store.put(standard) == PutResult::updated);
    CHECK(ids_of(store) == std::vector<std::string>{"nl-mbo:C0088"});
    CHECK(store.get("nl-mbo:C0088@2") == std::nullopt);
    CHECK_THROWS_AS(store.resolve("23244"), Error);
}

TEST_CASE("a revised version supersedes and both stay", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    const Standard old = version_of("9", "2020-01-01");
    const Standard revised = version_of("10", "2024-01-01");
    CHECK(store.put(old) == PutResult::added);
    CHECK(store.put(revised) == PutResult::added);
    CHECK(store.get("nl-mbo:C0088") == revised);
    CHECK(store.get("nl-mbo:C0088@10") == revised);
    CHECK(ids_of(store) == std::vector<std::string>{"nl-mbo:C0088", "nl-mbo:C0088@9"});
    CHECK(store.put(old) == PutResult::unchanged);
    CHECK(store.put(revised) == PutResult::unchanged);

    SECTION("the superseded edition carries its version in all of its ids") {
        const auto superseded = store.get("nl-mbo:C0088@9");
        REQUIRE(superseded);
        CHECK(superseded->id == "nl-mbo:C0088@9");
        CHECK(superseded->title == old.title);
        CHECK(superseded->units[0].id == "nl-mbo:C0088@9#C1-K1");
        CHECK(superseded->units[0].statements[0].id == "nl-mbo:C0088@9#C1-K1.1");
        CHECK(superseded->qualifications[0].id == "nl-mbo:C0088@9!expert");
        CHECK(store.put(*superseded) == PutResult::unchanged);
    }
    SECTION("removing the newest brings the older one back") {
        CHECK(store.remove("nl-mbo:C0088@10"));
        CHECK(store.get("nl-mbo:C0088") == old);
        CHECK(store.remove("nl-mbo:C0088@9"));
        CHECK(store.list().empty());
    }
    SECTION("removing the id removes all of them") {
        CHECK(store.remove("nl-mbo:C0088"));
        CHECK(store.list().empty());
        CHECK_FALSE(store.remove("nl-mbo:C0088"));
    }
    SECTION("the hash of the bytes leads to the edition") {
        CHECK(store.find_by_sha256(old.source.sha256) == "nl-mbo:C0088@9");
        CHECK(store.find_by_sha256(revised.source.sha256) == "nl-mbo:C0088");
        CHECK(store.find_by_sha256(sha256_hex("other")) == std::nullopt);
        CHECK(store.find_by_sha256("") == std::nullopt);
    }
}

TEST_CASE("an older version that arrives late does not become the newest", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    (void)store.put(version_of("7", "2024-09-23"));
    (void)store.put(version_of("6", "2019-05-01"));
    CHECK(ids_of(store) == std::vector<std::string>{"nl-mbo:C0088", "nl-mbo:C0088@6"});
    CHECK(store.get("nl-mbo:C0088")->version == "7");
}

TEST_CASE("versions are compared as people count", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    for (const char* version : {"9k", "10k", "2", "9.10", "9.9"}) (void)store.put(version_of(version));
    CHECK(store.get("nl-mbo:C0088")->version == "10k");
    (void)store.remove("nl-mbo:C0088@10k");
    CHECK(store.get("nl-mbo:C0088")->version == "9k");
    (void)store.remove("nl-mbo:C0088@9k");
    CHECK(store.get("nl-mbo:C0088")->version == "9.10");
}

TEST_CASE("without a version the newest is updated", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    Standard standard = version_of("");
    CHECK(store.put(standard) == PutResult::added);
    standard.source.sha256 = sha256_hex("revised file");
    CHECK(store.put(standard) == PutResult::updated);
    CHECK(store.put(version_of("2")) == PutResult::updated);
    CHECK(ids_of(store) == std::vector<std::string>{"nl-mbo:C0088"});
    CHECK(store.get("nl-mbo:C0088")->version == "2");
}

TEST_CASE("the list says what each standard is", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    const Standard standard = full_standard();
    (void)store.put(plain_standard("D1"));
    (void)store.put(standard);
    const auto list = store.list();
    REQUIRE(list.size() == 2);
    const StandardSummary& summary = list[0];
    CHECK(summary.id == standard.id);
    CHECK(summary.framework == "nl-mbo");
    CHECK(summary.kind == "mbo_certificaat");
    CHECK(summary.title == standard.title);
    CHECK(summary.version == "2");
    CHECK(summary.valid_until == "2029-09-22");
    CHECK(summary.languages == std::vector<std::string>{"nl", "en"});
    CHECK(summary.source == standard.source);
    CHECK(summary.units == 2);
    CHECK(summary.statements == 1);
    CHECK(summary.findings == 2);
    CHECK(list[1].id == "nl-mbo:D1");
}

TEST_CASE("a standard without an id is refused", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    CHECK_THROWS_AS(store.put(Standard{}), Error);
    CHECK(store.list().empty());
}

TEST_CASE("a moved store goes on working", "[store]") {
    const TemporaryFolder folder;
    Store first(folder / "a.db");
    (void)first.put(plain_standard("C1"));
    Store second = std::move(first);
    CHECK(second.list().size() == 1);
    first = Store(folder / "b.db");
    CHECK(first.list().empty());
}

TEST_CASE("a thousand standards are listed in order and found", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    constexpr int count = 1000;
    for (int i = 0; i < count; ++i) REQUIRE(store.put(plain_standard("C" + std::to_string((i * 7919) % count), 5, 20)) == PutResult::added);
    const auto ids = ids_of(store);
    REQUIRE(ids.size() == count);
    CHECK(std::is_sorted(ids.begin(), ids.end()));
    CHECK(store.resolve("C123") == std::vector<std::string>{"nl-mbo:C123"});
    CHECK(store.resolve("nl-mbo").size() == count);
    CHECK(store.get("nl-mbo:C999") == plain_standard("C999", 5, 20));
}
