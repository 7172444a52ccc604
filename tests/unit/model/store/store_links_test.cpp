#include "model/error.hpp"
#include "model/identity.hpp"
#include "model/store/store.hpp"
#include "tests/unit/model/sample_standard.hpp"
#include "tests/unit/model/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace kwalign::model;
using namespace kwalign::tests;

namespace {

const std::string a = "nl-mbo:A1";
const std::string b = "nl-mbo:B1";

Link link(const std::string& source_unit, const std::string& target_unit) { return plain_link(a, source_unit, b, target_unit); }

Link decided(Link value, LinkStatus status, const std::string& why) {
    value.decision = {status, "m.maasikas", "2025-02-03", why};
    return value;
}

struct TwoStandards {
    TemporaryFolder folder;
    Store store{folder / "a.db"};

    TwoStandards() {
        (void)store.put(plain_standard("A1"));
        (void)store.put(plain_standard("B1"));
    }
};

}  // namespace

TEST_CASE_METHOD(TwoStandards, "links come back in the order they were put", "[store]") {
    Link full = full_link();
    full.source.standard = a;
    full.target.standard = b;
    const std::vector<Link> links = {link("C1-K2", "C1-K1"), full, link("C1-K1", "C1-K3"), link("C1-K1", "C1-K1")};
    store.put_links(a, b, links);
    CHECK(store.links(a, b) == links);
    CHECK(store.links(b, a).empty());
    CHECK(store.links(a, "nl-mbo:none").empty());
}

TEST_CASE_METHOD(TwoStandards, "new suggestions replace old ones", "[store]") {
    store.put_links(a, b, {link("C1-K1", "C1-K1"), link("C1-K2", "C1-K2")});
    const std::vector<Link> second = {link("C1-K3", "C1-K3")};
    store.put_links(a, b, second);
    CHECK(store.links(a, b) == second);
    store.put_links(a, b, {});
    CHECK(store.links(a, b).empty());
}

TEST_CASE_METHOD(TwoStandards, "decided links stay and win over suggestions", "[store]") {
    const Link confirmed = decided(link("C1-K1", "C1-K1"), LinkStatus::confirmed, "same work");
    const Link rejected = decided(link("C1-K2", "C1-K2"), LinkStatus::rejected, "other tools");
    store.put_links(a, b, {link("C1-K1", "C1-K1"), link("C1-K2", "C1-K2"), link("C1-K3", "C1-K3")});
    store.put_link(confirmed);
    store.put_link(rejected);

    Link suggestion = link("C1-K1", "C1-K1");
    suggestion.confidence = 0.9;
    const Link fresh = link("C1-K2", "C1-K1");
    store.put_links(a, b, {fresh, suggestion});
    CHECK(store.links(a, b) == std::vector<Link>{fresh, confirmed, rejected});
    store.put_links(a, b, {});
    CHECK(store.links(a, b).size() == 2);
}

TEST_CASE_METHOD(TwoStandards, "every decision on a link is on record", "[store]") {
    const Endpoint source{a, "C1-K1", ""};
    const Endpoint target{b, "C1-K1", ""};
    store.put_links(a, b, {link("C1-K1", "C1-K1")});
    CHECK(store.history(source, target).empty());
    const Link first = decided(link("C1-K1", "C1-K1"), LinkStatus::confirmed, "same work");
    const Link second = decided(link("C1-K1", "C1-K1"), LinkStatus::rejected, "looked again");
    store.put_link(first);
    store.put_link(first);
    store.put_links(a, b, {second});
    store.put_link(decided(link("C1-K1", "C1-K1"), LinkStatus::suggested, "taken back"));
    const auto history = store.history(source, target);
    REQUIRE(history.size() == 3);
    CHECK(history[0] == first.decision);
    CHECK(history[1] == second.decision);
    CHECK(history[2].status == LinkStatus::suggested);
    CHECK(history[2].why == "taken back");
    CHECK(store.history(source, Endpoint{b, "C1-K2", ""}).empty());
}

TEST_CASE_METHOD(TwoStandards, "a link put alone keeps its place or comes last", "[store]") {
    store.put_links(a, b, {link("C1-K1", "C1-K1"), link("C1-K2", "C1-K2")});
    const Link confirmed = decided(link("C1-K1", "C1-K1"), LinkStatus::confirmed, "");
    const Link manual = decided(link("C1-K3", "C1-K1"), LinkStatus::confirmed, "by hand");
    store.put_link(confirmed);
    store.put_link(manual);
    CHECK(store.links(a, b) == std::vector<Link>{confirmed, link("C1-K2", "C1-K2"), manual});
}

TEST_CASE_METHOD(TwoStandards, "units and statements of the same code are different ends", "[store]") {
    Link unit = link("C1-K1", "C1-K1");
    Link statement = unit;
    statement.source.statement = "C1-K1.1";
    store.put_links(a, b, {unit, statement});
    CHECK(store.links(a, b).size() == 2);
}

TEST_CASE_METHOD(TwoStandards, "a suggestion given twice is kept once, as given first", "[store]") {
    Link first = link("C1-K1", "C1-K1");
    Link again = first;
    again.confidence = 0.1;
    store.put_links(a, b, {first, again});
    CHECK(store.links(a, b) == std::vector<Link>{first});
}

TEST_CASE_METHOD(TwoStandards, "links need both standards", "[store]") {
    try {
        store.put_links(a, "nl-mbo:none", {});
        FAIL("there is no such standard");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::no_such_standard);
        CHECK(error.place() == "nl-mbo:none");
    }
    CHECK_THROWS_AS(store.put_link(plain_link("x:1", "U1", b, "U2")), Error);
}

TEST_CASE_METHOD(TwoStandards, "removing a standard takes its links and decisions", "[store]") {
    store.put_links(a, b, {decided(link("C1-K1", "C1-K1"), LinkStatus::confirmed, "")});
    store.put_links(b, a, {plain_link(b, "C1-K1", a, "C1-K1")});
    CHECK(store.remove(b));
    (void)store.put(plain_standard("B1"));
    CHECK(store.links(a, b).empty());
    CHECK(store.links(b, a).empty());
    CHECK(store.history({a, "C1-K1", ""}, {b, "C1-K1", ""}).empty());
}

TEST_CASE_METHOD(TwoStandards, "decisions outlive a new version of a standard", "[store]") {
    const Link confirmed = decided(link("C1-K1", "C1-K1"), LinkStatus::confirmed, "same work");
    store.put_links(a, b, {confirmed});
    Standard revised = plain_standard("B1");
    revised.version = "2";
    revised.source.sha256 = sha256_hex("revised");
    (void)store.put(revised);
    revised.version = "3";
    revised.source.sha256 = sha256_hex("revised again");
    (void)store.put(revised);
    CHECK(store.links(a, b) == std::vector<Link>{confirmed});
    CHECK(store.links(a, b + "@3") == std::vector<Link>{confirmed});
    CHECK(store.links(a, b + "@2").empty());
}

TEST_CASE_METHOD(TwoStandards, "two editions of one standard can be linked", "[store]") {
    Standard revised = plain_standard("A1");
    revised.version = "1";
    (void)store.put(revised);
    revised.version = "2";
    revised.source.sha256 = sha256_hex("revised");
    (void)store.put(revised);
    const std::vector<Link> links = {plain_link(a + "@1", "C1-K1", a, "C1-K1")};
    store.put_links(a + "@1", a, links);
    CHECK(store.links(a + "@1", a + "@2") == links);
    CHECK(store.remove(a + "@1"));
    CHECK(store.get(a).has_value());
    (void)store.put(plain_standard("A1"));
    CHECK(store.links(a + "@1", a).empty());
}
