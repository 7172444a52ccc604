#include "ingest/outline/text_mender.hpp"

#include "outline_lines.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

const LanguageModel& languages() {
    static const LanguageModel instance(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "language");
    return instance;
}

std::string mended(std::string_view document, std::string_view text, std::vector<model::Repair>* repairs = nullptr) {
    const LineJoiner words(tests::lines(document));
    std::vector<model::Repair> changes;
    const std::string result = TextMender(words, languages()).mend(text, "nl", changes);
    if (repairs != nullptr) *repairs = changes;
    return result;
}

}  // namespace

TEST_CASE("Words run together are taken apart when the document prints them apart", "[ingest][outline]") {
    std::vector<model::Repair> repairs;
    CHECK(mended(" het brood en het gebak\n", "Bakt hetbrood engebak.", &repairs) == "Bakt het brood en gebak.");
    REQUIRE(repairs.size() == 2);
    CHECK(repairs[0] == model::Repair{"glued-words", "hetbrood", "het brood", 0.85});
}

TEST_CASE("Words of the document itself and unknown parts are left alone", "[ingest][outline]") {
    CHECK(mended(" deegwaren deegwaren waren\n", "deegwaren") == "deegwaren");
    CHECK(mended(" iets anders\n", "hetbrood") == "hetbrood");
    CHECK(mended(" eenvoudig werk\n", "eenvoudig") == "eenvoudig");
}

TEST_CASE("A zero inside a word is a letter but codes keep theirs", "[ingest][outline]") {
    CHECK(mended(" het OSI model\n", "het 0SI model") == "het OSI model");
    CHECK(mended(" x\n", "een i0S toestel") == "een iOS toestel");
    CHECK(mended(" x\n", "C0088 en 10 en B1-K10") == "C0088 en 10 en B1-K10");
}

TEST_CASE("Lost diaereses come back", "[ingest][outline]") {
    CHECK(mended(" x\n", "geinstalleerd en continuiteit") == "geïnstalleerd en continuïteit");
    CHECK(mended(" x\n", "geit en geisoleerde") == "geit en geisoleerde");
}

TEST_CASE("Blanks beside a slash go where the document prints the pair without", "[ingest][outline]") {
    CHECK(mended(" de klant/koper\n", "de klant /koper en de bakker/ slager") == "de klant/koper en de bakker/ slager");
}
