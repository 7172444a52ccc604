#include "model/error.hpp"
#include "model/identity.hpp"
#include "model/store/store.hpp"
#include "tests/unit/model/sample_standard.hpp"
#include "tests/unit/model/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace kwalign::model;
using namespace kwalign::tests;

namespace {

using Ids = std::vector<std::string>;

Standard estonian(const std::string& register_id, const std::string& version) {
    Standard standard = plain_standard("x");
    standard.framework = "ee-estqf";
    standard.identifiers = {{"register_id", register_id}};
    standard.version = version;
    standard.source.sha256 = sha256_hex(register_id);
    assign_identities(standard);
    return standard;
}

Standard dutch(const std::string& scheme, const std::string& code, const std::string& from_crebo = "") {
    Standard standard = plain_standard("x");
    standard.identifiers = {{scheme, code}};
    if (!from_crebo.empty()) standard.identifiers["qualification_crebo"] = from_crebo;
    standard.source.sha256 = sha256_hex(code);
    assign_identities(standard);
    return standard;
}

/// Two Dutch ones, a certificate with two numbers, and three Estonian ones, one of them in two versions.
void fill(Store& store) {
    (void)store.put(dutch("certificate_code", "C0088", "25606"));
    (void)store.put(dutch("certificate_code", "C0089"));
    (void)store.put(dutch("crebo", "23244"));
    (void)store.put(estonian("08-23092024-1.1/6k", "6"));
    (void)store.put(estonian("08-23092024-1.1/7k", "7"));
    (void)store.put(estonian("08-23092024-1.10/1k", "1"));
    (void)store.put(estonian("10-01012020-2/3k", "3"));
}

ErrorCode code_of(const Store& store, const std::string& name) {
    try {
        (void)store.resolve(name);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::internal;
}

}  // namespace

TEST_CASE("names resolve to ids", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    fill(store);

    SECTION("exact ids, also where another id begins with them") {
        CHECK(store.resolve("nl-mbo:C0088") == Ids{"nl-mbo:C0088"});
        CHECK(store.resolve("ee-estqf:08-23092024-1.1") == Ids{"ee-estqf:08-23092024-1.1"});
        CHECK(store.resolve("NL-MBO:c0088") == Ids{"nl-mbo:C0088"});
    }
    SECTION("the part after the colon, whole or begun") {
        CHECK(store.resolve("C0089") == Ids{"nl-mbo:C0089"});
        CHECK(store.resolve("c0089") == Ids{"nl-mbo:C0089"});
        CHECK(store.resolve("08-23092024-1.1") == Ids{"ee-estqf:08-23092024-1.1"});
        CHECK(store.resolve("10-") == Ids{"ee-estqf:10-01012020-2"});
        CHECK(store.resolve("232") == Ids{"nl-mbo:23244"});
    }
    SECTION("prefixes of ids") {
        CHECK(store.resolve("ee-estqf:10") == Ids{"ee-estqf:10-01012020-2"});
        CHECK(store.resolve("nl-mbo:2") == Ids{"nl-mbo:23244"});
    }
    SECTION("identifiers") {
        CHECK(store.resolve("23244") == Ids{"nl-mbo:23244"});
        CHECK(store.resolve("25606") == Ids{"nl-mbo:C0088"});
        CHECK(store.resolve("08-23092024-1.1/7K") == Ids{"ee-estqf:08-23092024-1.1"});
        CHECK(store.resolve("08-23092024-1.1/6k") == Ids{"ee-estqf:08-23092024-1.1@6"});
    }
    SECTION("frameworks mean all of their standards in their newest versions") {
        CHECK(store.resolve("nl-mbo") == Ids{"nl-mbo:23244", "nl-mbo:C0088", "nl-mbo:C0089"});
        CHECK(store.resolve("ee-estqf") == Ids{"ee-estqf:08-23092024-1.1", "ee-estqf:08-23092024-1.10", "ee-estqf:10-01012020-2"});
        CHECK(store.resolve("NL-mbo").size() == 3);
    }
    SECTION("versions") {
        CHECK(store.resolve("ee-estqf:08-23092024-1.1@6") == Ids{"ee-estqf:08-23092024-1.1@6"});
        CHECK(store.resolve("ee-estqf:08-23092024-1.1@7") == Ids{"ee-estqf:08-23092024-1.1"});
        CHECK(store.resolve("08-23092024-1.1@6") == Ids{"ee-estqf:08-23092024-1.1@6"});
        CHECK(store.resolve("10@3") == Ids{"ee-estqf:10-01012020-2"});
        CHECK(code_of(store, "08-23092024-1.1@5") == ErrorCode::no_such_standard);
    }
    SECTION("nothing fits") {
        CHECK(code_of(store, "C01") == ErrorCode::no_such_standard);
        CHECK(code_of(store, "") == ErrorCode::no_such_standard);
        CHECK(code_of(store, "%") == ErrorCode::no_such_standard);
        CHECK(code_of(store, "@") == ErrorCode::no_such_standard);
        CHECK(code_of(store, "nl-mbo:C0088'") == ErrorCode::no_such_standard);
    }
    SECTION("several fit") {
        CHECK(code_of(store, "C00") == ErrorCode::ambiguous);
        CHECK(code_of(store, "ee-") == ErrorCode::ambiguous);
        try {
            (void)store.resolve("C008");
            FAIL("C008 is ambiguous");
        } catch (const Error& error) {
            CHECK(error.detail().find("nl-mbo:C0088, nl-mbo:C0089") != std::string::npos);
        }
    }
}

TEST_CASE("an identifier that several standards carry is ambiguous", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    (void)store.put(dutch("certificate_code", "C1", "25606"));
    (void)store.put(dutch("certificate_code", "C2", "25606"));
    CHECK(code_of(store, "25606") == ErrorCode::ambiguous);
    (void)store.put(dutch("crebo", "25606"));
    CHECK(store.resolve("25606") == Ids{"nl-mbo:25606"});
}

TEST_CASE("an identifier that all editions share means the newest", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    Standard standard = dutch("certificate_code", "C1", "25606");
    standard.version = "1";
    (void)store.put(standard);
    standard.version = "2";
    standard.source.sha256 = "other";
    (void)store.put(standard);
    CHECK(store.resolve("25606") == Ids{"nl-mbo:C1"});
}

TEST_CASE("an ambiguous name lists a bounded number of candidates", "[store]") {
    const TemporaryFolder folder;
    Store store(folder / "a.db");
    for (int i = 0; i < 50; ++i) (void)store.put(plain_standard("C" + std::to_string(100 + i), 1, 1));
    try {
        (void)store.resolve("C1");
        FAIL("C1 is ambiguous");
    } catch (const Error& error) {
        CHECK(error.detail().find("(50 in all)") != std::string::npos);
        CHECK(error.detail().size() < 250);
    }
}
