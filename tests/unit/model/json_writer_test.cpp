#include "model/json_writer.hpp"

#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <limits>
#include <string>

using kwalign::model::Error;
using kwalign::model::JsonWriter;

namespace {

std::string written(std::string_view text) {
    JsonWriter json;
    json.string(text);
    return json.take();
}

std::string written(double number) {
    JsonWriter json;
    json.number(number);
    return json.take();
}

}  // namespace

TEST_CASE("JSON strings escape what they must and nothing else", "[model][json]") {
    CHECK(written("plain") == R"("plain")");
    CHECK(written("a\"b\\c/d") == R"("a\"b\\c/d")");
    CHECK(written("\n\r\t") == R"("\n\r\t")");
    CHECK(written(std::string_view("\x00\x1f\x7f", 3)) == "\"\\u0000\\u001f\x7f\"");
    CHECK(written("õ€\xf0\x9f\x92\xbe") == "\"õ€\xf0\x9f\x92\xbe\"");
}

TEST_CASE("malformed UTF 8 becomes replacement characters", "[model][json]") {
    const std::string replacement = "\xef\xbf\xbd";
    CHECK(written("a\xff"
                  "b") == "\"a" + replacement + "b\"");
    CHECK(written("\xc3") == "\"" + replacement + "\"");                                      // cut short
    CHECK(written("\xc0\xaf") == "\"" + replacement + replacement + "\"");                    // overlong
    CHECK(written("\xed\xa0\x80") == "\"" + replacement + replacement + replacement + "\"");  // a surrogate
    CHECK(written("\xe2\x82"
                  "x") == "\"" + replacement + replacement + "x\"");
    CHECK(written("\xf4\x90\x80\x80") == "\"" + replacement + replacement + replacement + replacement + "\"");  // above U+10FFFF
}

TEST_CASE("JSON numbers are the shortest text that reads back", "[model][json]") {
    CHECK(written(0.1) == "0.1");
    CHECK(written(1.0) == "1");
    CHECK(written(-2.5) == "-2.5");
    for (const double value : {1.0 / 3.0, 0.30000000000000004, 5e-324, std::numeric_limits<double>::max()})
        CHECK(std::strtod(written(value).c_str(), nullptr) == value);
}

TEST_CASE("JSON refuses numbers that are not finite", "[model][json]") {
    CHECK_THROWS_AS(written(std::numeric_limits<double>::infinity()), Error);
    CHECK_THROWS_AS(written(std::numeric_limits<double>::quiet_NaN()), Error);
}

TEST_CASE("JSON on one line and indented", "[model][json]") {
    const auto write = [](int indent) {
        JsonWriter json(indent);
        json.begin_object();
        json.member("a", std::vector<std::string>{"x", "y"});
        json.member_or_null("b", "");
        json.key("c"), json.begin_array(), json.end_array();
        json.key("d"), json.begin_object(), json.end_object();
        json.key("e"), json.boolean(true);
        json.key("f"), json.raw("[1]");
        json.end_object();
        return json.take();
    };
    CHECK(write(0) == R"({"a":["x","y"],"b":null,"c":[],"d":{},"e":true,"f":[1]})");
    CHECK(write(2) ==
          "{\n  \"a\": [\n    \"x\",\n    \"y\"\n  ],\n  \"b\": null,\n  \"c\": [],\n  \"d\": {},\n  \"e\": true,\n  \"f\": [1]\n}");
}
