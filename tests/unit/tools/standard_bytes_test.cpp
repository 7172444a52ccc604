#include "tools/app/standard_bytes.hpp"

#include "ingest/ingest.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;

TEST_CASE("A standard survives as bytes", "[tools][workers]") {
    const ingest::Ingester ingester(KWALIGN_SOURCE_DIR "/corpora/templates");
    for (const char* sample : {"ee-developer/ee-developer.pdf", "nl-developer/nl-developer.txt", "essa-web/essa-web.html"}) {
        const model::Standard standard = ingester.read(std::string(KWALIGN_SOURCE_DIR "/corpora/samples/") + sample);
        REQUIRE_FALSE(standard.units.empty());
        CHECK(tools::standard_from_bytes(tools::to_bytes(standard)) == standard);
    }
    CHECK(tools::standard_from_bytes(tools::to_bytes({})) == model::Standard{});
}

TEST_CASE("Bytes that are no standard are refused at every length", "[tools][workers]") {
    model::Standard standard;
    standard.id = "x:y";
    standard.units.resize(2);
    standard.units[0].statements.resize(1);
    const std::string bytes = tools::to_bytes(standard);
    for (std::size_t length = 0; length < bytes.size(); ++length)
        CHECK_THROWS_AS(tools::standard_from_bytes(bytes.substr(0, length)), model::Error);
    CHECK_THROWS_AS(tools::standard_from_bytes(bytes + "x"), model::Error);
    CHECK_THROWS_AS(tools::standard_from_bytes(std::string(64, '\xff')), model::Error);
}
