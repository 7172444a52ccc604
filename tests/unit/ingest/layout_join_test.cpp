#include "ingest/layout/join.hpp"
#include "tests/unit/ingest/layout_page.hpp"

#include <catch2/catch.hpp>

using kwalign::ingest::join;
using kwalign::ingest::WordEvidence;

TEST_CASE("Lines without a hyphen are joined by a blank", "[layout][join]") {
    const auto result = join("works in", "a team", {});
    CHECK(result.text == "works in a team");
    CHECK_FALSE(result.repair.has_value());
}

TEST_CASE("A soft hyphen always goes", "[layout][join]") {
    const auto result = join("geregi\u00AD", "streerd is", {});
    CHECK(result.text == "geregistreerd is");
    REQUIRE(result.repair.has_value());
    CHECK(result.repair->rule == "hyphen-join");
    CHECK(result.repair->after == "geregistreerd");
    CHECK(result.repair->confidence == Approx(1.0));
}

TEST_CASE("A hyphen goes where the word was divided", "[layout][join]") {
    const auto result = join("het onder-", "houd van netwerken", {});
    CHECK(result.text == "het onderhoud van netwerken");
    CHECK(result.repair->before == "onder-houd");
}

TEST_CASE("A word the document has elsewhere makes the join surer", "[layout][join]") {
    const WordEvidence evidence(layout_of("Het onderhoud van netwerken.\n"));
    CHECK(evidence.count("ONDERHOUD") == 1);
    CHECK(join("onder-", "houd", evidence).repair->confidence > join("onder-", "houd", {}).repair->confidence);
}

TEST_CASE("A hyphen stays where the document writes the word with it", "[layout][join]") {
    const WordEvidence evidence(layout_of("Helping end-users and every end-user.\n"));
    CHECK(join("for end-", "users of devices", evidence).text == "for end-users of devices");
}

TEST_CASE("A hyphen stays behind abbreviations and numbers", "[layout][join]") {
    CHECK(join("oma IT-", "süsteemide haldus", {}).text == "oma IT-süsteemide haldus");
    CHECK(join("the e-", "learning", {}).text == "the e-learning");
    CHECK(join("B.3.1.-", "B.3.14", {}).text == "B.3.1.- B.3.14");
    CHECK(join("the K2-", "unit", {}).text == "the K2-unit");
}

TEST_CASE("A hanging hyphen keeps its blank", "[layout][join]") {
    CHECK(join("netwerk-", "en infrastructuuronderdelen", {}).text == "netwerk- en infrastructuuronderdelen");
    CHECK(join("riist-", "ja tarkvara", {}).text == "riist- ja tarkvara");
    CHECK(join("klein-,", "midden- als grootbedrijf", {}).text == "klein-, midden- als grootbedrijf");
}

TEST_CASE("A hyphen before a capital stays", "[layout][join]") { CHECK(join("Noord-", "Holland", {}).text == "Noord-Holland"); }

TEST_CASE("Joining with nothing gives the other side", "[layout][join]") {
    CHECK(join("", "text", {}).text == "text");
    CHECK(join("text-", "", {}).text == "text-");
}
