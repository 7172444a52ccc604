#include "ingest/layout/layout.hpp"
#include "ingest/repair/repair_lines.hpp"
#include "ingest/repair/word_repair.hpp"
#include "ingest/source/byte_source.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

const LanguageModel& languages() {
    static const LanguageModel instance(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "language");
    return instance;
}

struct Mended {
    LayoutDocument document;
    std::vector<model::Finding> findings;

    [[nodiscard]] std::string text() const {
        std::string result;
        for (const Line& line : document.lines) result += line.text + "\n";
        return result;
    }
    [[nodiscard]] bool has(const std::string& code) const {
        return std::any_of(findings.begin(), findings.end(), [&](const model::Finding& finding) { return finding.code == code; });
    }
};

Mended mended(const std::string& text, bool recognised) {
    SourceDocument source = read_source(text, "x.txt", "", {});
    for (Page& page : source.pages) page.recognised = recognised;
    Mended result{layout(source, {}), {}};
    repair_lines(result.document, source, languages(), result.findings);
    return result;
}

bool has_dictionaries() {
    const bool all = languages().spellers().find("nl") != nullptr && languages().spellers().find("et") != nullptr &&
                     languages().spellers().find("en") != nullptr;
    if (!all) WARN("skipped: the spelling dictionaries are not installed");
    return all;
}

const std::string dutch = "De medewerker ontvangt de goederen en controleert de bestelling van de klant in het systeem.\n";

}  // namespace

TEST_CASE("Damage in recognised Dutch text is mended and recorded", "[ingest][repair]") {
    if (!has_dictionaries()) return;
    const Mended result = mended(dutch + "\nHij bewaakt de continuiteit van hetsysteem en is geinformeerd over conseguenties.\n", true);
    CHECK(result.text().find("de continuïteit van het systeem en is geïnformeerd over consequenties.") != std::string::npos);
    CHECK(result.has("words-mended"));
    const Line& line = result.document.lines.back();
    REQUIRE(line.repairs.size() == 4);
    CHECK(line.repairs[0].rule == "lost-marks");
    CHECK(line.repairs[0].before == "continuiteit");
    CHECK(line.repairs[1].rule == "glued-words");
    CHECK(line.repairs[3].rule == "look-alike");
    CHECK(line.raw.find("continuiteit van hetsysteem") != std::string::npos);
}

TEST_CASE("Estonian headings get their marks back", "[ingest][repair]") {
    if (!has_dictionaries()) return;
    const std::string estonian = "Töötaja võtab kauba vastu ja kontrollib saatelehte ning järgib ettevõttes kehtivat korda.\n\n";
    CHECK(mended(estonian + "Tegevusnaitajad\n", true).text().find("Tegevusnäitajad") != std::string::npos);
}

TEST_CASE("Words that a dictionary knows names and codes are left alone", "[ingest][repair]") {
    if (!has_dictionaries()) return;
    const std::string text = dutch +
                             "\nHij werkt met Powershell, ITIL, C0088, B1-K1-W1, https://www.kwalificatie.example/geinfo en "
                             "gebruikersdevices van de fabrikant.\n";
    const Mended result = mended(text, true);
    CHECK(result.text().find("Powershell, ITIL, C0088, B1-K1-W1, https://www.kwalificatie.example/geinfo en gebruikersdevices") !=
          std::string::npos);
    CHECK_FALSE(result.has("words-mended"));
}

TEST_CASE("A text layer is mended only if it shows signs of recognition", "[ingest][repair]") {
    if (!has_dictionaries()) return;
    const std::string list = dutch + "\n. Kent het 0SI model\n. Kent i0S en loT devices\n. Bewaakt de continuiteit\n. Leest\n";
    CHECK(mended(list, false).text().find("Bewaakt de continuïteit") != std::string::npos);
    CHECK(mended(list, false).text().find("iOS en IoT") != std::string::npos);
    const Mended clean = mended(dutch + "\nBewaakt de continuiteit van loT.\n", false);
    CHECK(clean.text().find("continuiteit van loT") != std::string::npos);
    CHECK(clean.findings.empty());
}

TEST_CASE("The dictionary decides on hyphens at line ends that the document leaves open", "[ingest][repair]") {
    if (!has_dictionaries()) return;
    SourceDocument source;
    source.pages.resize(1);
    LayoutDocument document;
    const auto add = [&](const std::string& text, bool hyphen) {
        Line line;
        line.text = line.raw = text;
        line.ends_with_hyphen = hyphen;
        line.break_before = Break::none;
        document.lines.push_back(line);
    };
    add("The holder applies methods and tech-", true);
    add("niques of the trade and works for a non-", true);
    add("profit organisation and follows the rules of the house", false);
    std::vector<model::Finding> findings;
    repair_lines(document, source, languages(), findings);
    CHECK(document.lines[0].text == "The holder applies methods and tech\xC2\xAD");
    CHECK(document.lines[1].text.ends_with("non-"));
    CHECK(findings.empty());
}
