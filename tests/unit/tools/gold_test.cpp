#include "tools/app/gold.hpp"

#include "model/error.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;
using tools::GoldStrength;
using tools::parse_gold;

TEST_CASE("Gold columns are found by name in any order", "[tools][gold]") {
    const auto rows = parse_gold("target_code\trationale\tsource_code\trelation\nT1\twhy\tS1\tequal\n", "g.tsv");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].source_code == "S1");
    CHECK(rows[0].target_code == "T1");
    CHECK(rows[0].relations == std::vector{model::Relation::equal});
    CHECK(rows[0].strength == GoldStrength::sign);
    CHECK(rows[0].source_doc.empty());
    CHECK(rows[0].line == 2);
}

TEST_CASE("A relation may have several readings in either vocabulary", "[tools][gold]") {
    const auto rows = parse_gold("source_code\trelation\tstrength\ttarget_code\nA\tnarrowMatch|overlaps|covers\tweak\tB\n", "g.tsv");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].relations == std::vector{model::Relation::covers, model::Relation::overlaps});
    CHECK(rows[0].strength == GoldStrength::weak);
}

TEST_CASE("Byte order mark and carriage returns and comments and blank lines are no data", "[tools][gold]") {
    const auto rows = parse_gold("\xEF\xBB\xBFsource_code\trelation\ttarget_code\r\n\r\n# remark\r\nA\tequal\tB\r\n", "g.tsv");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].target_code == "B");
    CHECK(rows[0].line == 4);
}

TEST_CASE("A gold file that breaks the format is refused with its line", "[tools][gold]") {
    const std::string header = "source_code\trelation\tstrength\ttarget_code\n";
    struct Bad {
        std::string text;
        std::string says;
    };
    const auto bad =
        GENERATE_COPY(Bad{"", "the file is empty"}, Bad{"source_code\ttarget_code\n", "g.tsv:1: the column relation is missing"},
                      Bad{header + "A\tsame\tsign\tB\n", "g.tsv:2: unknown relation \"same\""},
                      Bad{header + "A\tequal\tstrong\tB\n", "g.tsv:2: unknown strength \"strong\""},
                      Bad{header + "A\tequal\n", "g.tsv:2: a row without source_code or target_code"},
                      Bad{header + "A\tequal\t\tB\nA\tequal\t\tB\n", "g.tsv:3: A and B are judged twice, first in line 2"});
    CAPTURE(bad.text);
    CHECK_THROWS_WITH(parse_gold(bad.text, "g.tsv"), Catch::Contains(bad.says));
}
