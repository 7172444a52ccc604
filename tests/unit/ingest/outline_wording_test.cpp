#include "ingest/outline/wording.hpp"

#include <catch2/catch.hpp>

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

TEST_CASE("Joined pieces keep real hyphens and mend soft ones", "[ingest][outline]") {
    std::vector<Piece> pieces(2);
    pieces[0].text = "self-";
    pieces[0].ends_with_hyphen = true;
    pieces[1].text = "management";
    CHECK(join_pieces(pieces, {0, 1}) == "self-management");
    pieces[0].text = "mana\xC2\xAD";
    pieces[1].text = "ger";
    CHECK(join_pieces(pieces, {0, 1}) == "manager");
    pieces[0].text = "one";
    pieces[0].ends_with_hyphen = false;
    pieces[1].text = "two";
    CHECK(join_pieces(pieces, {0, 1}) == "one two");
}
