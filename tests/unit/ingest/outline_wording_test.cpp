#include "ingest/outline/wording.hpp"

#include "ingest/outline/line_joiner.hpp"
#include "outline_lines.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;
using namespace kwalign::ingest;

TEST_CASE("Item numbers are told from decimals and years", "[ingest][outline]") {
    CHECK(item_number("1. Plans work")->first == "1");
    CHECK(item_number("12) Plans work")->second == 4);
    CHECK(item_number("3.Plans work")->second == 2);
    CHECK(item_number("a) Plans work")->first == "a");
    CHECK_FALSE(item_number("3.5 hours"));
    CHECK_FALSE(item_number("2019. aasta"));
    CHECK_FALSE(item_number("Plans work"));
    CHECK_FALSE(item_number("4."));
}

TEST_CASE("Capitals are seen with marks and behind brackets", "[ingest][outline]") {
    CHECK(starts_upper("Õpib"));
    CHECK(starts_upper("(Part of) a plan"));
    CHECK_FALSE(starts_upper("õpib"));
    CHECK(starts_lower("õpib"));
    CHECK(starts_lower("and"));
    CHECK_FALSE(starts_lower("→"));
    CHECK_FALSE(starts_lower("https://example.org"));
    CHECK_FALSE(starts_lower(""));
}

TEST_CASE("Sentences may end behind quotes and brackets", "[ingest][outline]") {
    CHECK(ends_sentence("done."));
    CHECK(ends_sentence("(see annex 1.)"));
    CHECK(ends_sentence("“done.”"));
    CHECK_FALSE(ends_sentence("done,"));
    CHECK_FALSE(ends_sentence(""));
}

TEST_CASE("Titles are alike when only blanks and a few letters differ", "[ingest][outline]") {
    CHECK(title_likeness("P1 Allround baker", "PI Allroundbaker") > 0.85);
    CHECK(title_likeness("Bakes bread", "Repairs roofs") < 0.5);
    CHECK(title_likeness("", "") == 0.0);
}

TEST_CASE("Final hyphens belong to their words where lines are not divided", "[ingest][outline]") {
    const LayoutDocument document = tests::lines(
        " plain line one\n plain line two\n plain line three\n one more line for decision-\n makers of the shop\n and\n so\n on\n and\n "
        "on\n"
        " line\n line\n line\n line\n line\n line\n line\n line\n line\n line\n line\n line\n line\n line\n line\n line\n");
    const LineJoiner joiner(document);
    CHECK(joiner.join("decision-", "makers") == "decision-makers");
    CHECK(joiner.join("one", "two") == "one two");
}

TEST_CASE("Words divided at line ends are mended and the change is recorded", "[ingest][outline]") {
    const LayoutDocument document = tests::lines(" the manager and the mana-\n ger of the effect-\n ive team in the kit-\n chen\n");
    const LineJoiner joiner(document);
    std::vector<kwalign::model::Repair> repairs;
    CHECK(joiner.join("the mana-", "ger", &repairs) == "the manager");
    CHECK(joiner.join("effect-", "ive", &repairs) == "effective");
    REQUIRE(repairs.size() == 2);
    CHECK(repairs[0].rule == "hyphen-join");
    CHECK(repairs[1].after == "effective");
}
