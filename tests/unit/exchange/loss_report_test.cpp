#include "model/exchange/loss_report.hpp"

#include <catch2/catch.hpp>

using namespace kwalign::model;

TEST_CASE("a loss report counts every loss and lists the first places", "[exchange][loss]") {
    LossReport report(2);
    report.add("spans", LossFate::extension, "places are in the extension", "a#1");
    report.add("spans", LossFate::extension, "places are in the extension", "a#2");
    report.add("spans", LossFate::extension, "places are in the extension", "a#3");
    report.add("persons", LossFate::left_out, "named persons are left out", "a");
    REQUIRE(report.list().size() == 2);
    CHECK(report.list()[0] == Loss{"persons", LossFate::left_out, "named persons are left out", 1, {"a"}});
    CHECK(report.list()[1] == Loss{"spans", LossFate::extension, "places are in the extension", 3, {"a#1", "a#2"}});
    CHECK(report.count("spans") == 3);
    CHECK(report.count("none such") == 0);
}

TEST_CASE("a loss report reads as one line per kind", "[exchange][loss]") {
    LossReport report;
    CHECK(report.summary().empty());
    for (const char* place : {"a", "b", "c", "d"}) report.add("spans", LossFate::extension, "places are in the extension", place);
    report.add("level-range", LossFate::approximated, "the lower level is written", "x:1");
    CHECK(report.summary() ==
          "level-range: 1 approximated: the lower level is written (x:1)\n"
          "spans: 4 extension: places are in the extension (a, b, c, ...)\n");
}

TEST_CASE("a loss report is JSON for programs", "[exchange][loss]") {
    LossReport report;
    report.add("persons", LossFate::left_out, "named \"persons\"", "a");
    CHECK(report.to_json("case") == R"({
  "format": "case",
  "losses": [
    {
      "code": "persons",
      "fate": "left-out",
      "what": "named \"persons\"",
      "count": 1,
      "places": [
        "a"
      ]
    }
  ]
}
)");
}
