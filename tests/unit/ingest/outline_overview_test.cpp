#include "ingest/outline/outline.hpp"
#include "outline_lines.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

const Template& form() {
    static const std::vector<Template> forms = read_templates(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "templates");
    for (const Template& candidate : forms) {
        if (candidate.id == "nl-mbo-dossier") return candidate;
    }
    throw std::runtime_error("no such template");
}

std::vector<std::string> titles(const Outline& outline) {
    std::vector<std::string> result;
    for (const OverviewEntry& entry : outline.overview) result.push_back(entry.code + " " + entry.title);
    return result;
}

}  // namespace

TEST_CASE("Two columns of an overview are read from plain text", "[ingest][outline]") {
    const Outline outline = build_outline(tests::lines(" Overzicht van het kwalificatiedossier\n"
                                                       "=P1 Bakker van alle soorten 3 Nee vakopleiding\n"
                                                       "=brood\n"
                                                       "=B1-K1 Bakt vers B1-K1-W1 Kneedt deeg en\n"
                                                       " beslag\n"
                                                       " B1-K1-W2 Stookt de oven\n"
                                                       "=P1-K1 Verkoopt knapperige P1-K1-W1 Bedient klanten\n"
                                                       " broden\n"),
                                          form(), {});
    CHECK(titles(outline) == std::vector<std::string>{"P1 Bakker van alle soorten brood", "B1-K1 Bakt vers",
                                                      "B1-K1-W1 Kneedt deeg en beslag", "B1-K1-W2 Stookt de oven",
                                                      "P1-K1 Verkoopt knapperige broden", "P1-K1-W1 Bedient klanten"});
    CHECK(outline.overview.front().level == "3");
}

TEST_CASE("Cells keep the columns of an overview apart", "[ingest][outline]") {
    const Outline outline =
        build_outline(tests::lines(" Overzicht van het kwalificatiedossier\n"
                                   "=|0,0|B1-K1\n=|0,1|Bakt vers\n+|0,1|brood\n=|0,2|B1-K1-W1\n=|0,3|Kneedt\n+|0,3|deeg\n"
                                   "=|1,2|B1-K1-W2\n=|1,3|Stookt de oven\n"),
                      form(), {});
    CHECK(titles(outline) == std::vector<std::string>{"B1-K1 Bakt vers brood", "B1-K1-W1 Kneedt deeg", "B1-K1-W2 Stookt de oven"});
}

TEST_CASE("Lost headings come from the overview in its order and damaged ones are recognised", "[ingest][outline]") {
    const Outline outline =
        build_outline(tests::lines(" Overzicht van het kwalificatiedossier\n"
                                   "=P1 Broodbakker 3 Nee vakopleiding\n=P2 Banketbakker 4 Nee vakopleiding\n"
                                   "=P2-K1 Maakt gebak P2-K1-W1 Spuit room\n P2-K1-W2 Glazuurt\n"
                                   "=Profieldeel\n=P I Broodbaker\n=Mbo-niveau\n=3\n=Mbo-niveau\n=4\n"
                                   "=Complexiteit\n=Het werk is fijn.\n=Omschrijving\n=Spuit room op taart.\n=Resultaat\n=Mooie taart.\n"
                                   "=Omschrijving\n=Glazuurt koekjes.\n"),
                      form(), {});
    std::vector<std::string> codes;
    for (const OutlineNode& node : outline.nodes) {
        if (!node.code.empty()) codes.push_back(node.code);
    }
    CHECK(codes == std::vector<std::string>{"P1", "P2", "P2-K1", "P2-K1-W1", "P2-K1-W2"});
    CHECK(outline.findings.size() == 5);
    for (const model::Finding& finding : outline.findings) CHECK(finding.code == "heading-recovered");
}

TEST_CASE("A heading that still comes is not taken from the overview", "[ingest][outline]") {
    const Outline outline = build_outline(
        tests::lines(" Overzicht van het kwalificatiedossier\n=B1-K1 Bakt brood B1-K1-W1 Kneedt deeg\n"
                     "=Basisdeel\n=Omschrijving\n=Iets.\n=B1-K1: Bakt brood\n=B1-K1-W1: Kneedt deeg\n=Omschrijving\n=Kneedt.\n"),
        form(), {});
    std::size_t recovered = 0;
    for (const OutlineNode& node : outline.nodes) recovered += node.recovered ? 1U : 0U;
    CHECK(recovered == 0);
}
