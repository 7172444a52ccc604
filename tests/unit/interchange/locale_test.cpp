#include "model/text/locale.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;

TEST_CASE("dates are written as each language writes them", "[interchange][locale]") {
    CHECK(model::local_date("2030-01-31", "en") == "31 January 2030");
    CHECK(model::local_date("2030-01-31", "nl") == "31 januari 2030");
    CHECK(model::local_date("2030-01-31", "et") == "31.01.2030");
    CHECK(model::local_date("2025-02-01", "et") == "01.02.2025");
    CHECK(model::local_date("2025-02-01T23:59:59Z", "nl") == "1 februari 2025");
}

TEST_CASE("what is no date stays what it is", "[interchange][locale]") {
    for (const char* text : {"", "2030", "2030-13-01", "2030-02-31", "31.01.2030", "2030-1-31x", "not a date", "-030-01-31"}) {
        CAPTURE(text);
        CHECK(model::local_date(text, "en") == text);
    }
}

TEST_CASE("numbers have the mark of the language", "[interchange][locale]") {
    CHECK(model::decimal_mark("en") == ".");
    CHECK(model::decimal_mark("nl") == ",");
    CHECK(model::decimal_mark("et") == ",");
}

TEST_CASE("languages have names in every language", "[interchange][locale]") {
    CHECK(model::language_name("et", "en") == "Estonian");
    CHECK(model::language_name("nl", "et") == "hollandi");
    CHECK(model::language_name("en", "nl") == "Engels");
    CHECK(model::language_name("und", "en") == "und");
    CHECK(model::language_name("", "en").empty());
    CHECK(model::language_name("x y", "en") == "x y");
}
