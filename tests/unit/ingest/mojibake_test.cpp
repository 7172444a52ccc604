#include "ingest/text/mojibake.hpp"
#include "ingest/source/byte_source.hpp"

#include <catch2/catch.hpp>

using namespace kwalign::ingest;

namespace {

std::string repaired(std::string text) {
    static_cast<void>(repair_mojibake(text));
    return text;
}

}  // namespace

TEST_CASE("Text whose UTF-8 was once read as Western is put right", "[encoding]") {
    CHECK(repaired("Ãµpivä") == "õpivä");
    CHECK(repaired("Å¡okolaad, Å¾anr â€“ tÃ¶Ã¶") == "šokolaad, žanr – töö");
    CHECK(repaired("coÃ¶rdinatie â€œmetâ€\u009d") == "coördinatie “met”");
    CHECK(repaired("tÃƒÂ¶ÃƒÂ¶") == "töö");  // twice
}

TEST_CASE("Honest text is not taken for wrongly decoded", "[encoding]") {
    for (const char* text : {"õpiväljund ja „TÄÄ“ šokk", "«TÜ» geïnformeerd", "Ärimees „ABÄ“", "São Paulo", "plain"})
        CHECK(repaired(text) == text);
}

TEST_CASE("Baltic letters read as Western are put right in Estonian text", "[encoding]") {
    CHECK(repaired("töö ðokolaadi ja þanriga äri õpe üle") == "töö šokolaadi ja žanriga äri õpe üle");
    CHECK(repaired("töö ðokolaadi ja šokk äri õpe") == "töö ðokolaadi ja šokk äri õpe");
    CHECK(repaired("það") == "það");
}

TEST_CASE("The repair is reported and so is what was lost", "[encoding]") {
    const SourceDocument document = read_source("tÃ¶Ã¶ ja Ã?pe\n", "x.txt", "", {});
    CHECK(document.pages.at(0).runs.at(0).text == "töö ja Ã?pe");
    REQUIRE(document.findings.size() == 2);
    CHECK(document.findings[0].code == "mojibake-repaired");
    CHECK(document.findings[0].message.find("2 places (Ã¶ → ö)") != std::string::npos);
    CHECK(document.findings[1].code == "mojibake");
}
