#include "model/error.hpp"
#include "model/json_codec.hpp"
#include "tests/unit/model/sample_standard.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace kwalign::model;
using namespace kwalign::tests;

namespace {

/// The error that reading gives, if any; anything else than an Error fails the test by escaping.
std::optional<Error> error_of(const std::string& json) {
    try {
        (void)standard_from_json(json, "in.json");
        return std::nullopt;
    } catch (const Error& error) {
        return error;
    }
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("JSON cut short anywhere is bad data", "[model][json][hostile]") {
    const std::string json = to_json(full_standard(), Persons::keep, 0);
    for (std::size_t length = 0; length < json.size(); length += 7) {
        CAPTURE(length);
        const auto error = error_of(json.substr(0, length));
        REQUIRE(error);
        CHECK(error->code() == ErrorCode::bad_data);
    }
}

TEST_CASE("a wrong type is reported with its JSON path", "[model][json][hostile]") {
    const std::string json = to_json(full_standard(), Persons::keep, 0);
    const std::vector<std::pair<std::pair<std::string, std::string>, std::string>> cases = {
        {{R"("id":"nl-mbo:C0088","framework")", R"("id":7,"framework")"}, "in.json at $.id"},
        {{R"("title":"Ondersteunen van gebruikers")", R"("title":["x"])"}, "in.json at $.title"},
        {{R"("kind":"knowledge")", R"("kind":"wisdom")"}, "in.json at $.units[0].statements[0].kind"},
        {{R"("role":"container")", R"("role":3)"}, "in.json at $.units[0].role"},
        {{R"("page":3)", R"("page":-1)"}, "in.json at $.units[0].statements[0].spans[0].page"},
        {{R"("page":3)", R"("page":3.5)"}, "in.json at $.units[0].statements[0].spans[0].page"},
        {{R"("page":3)", R"("page":99999999999999999999)"}, "in.json at $.units[0].statements[0].spans[0].page"},
        {{R"("first_char":0,"last_char":44)", R"("first_char":18446744073709551615,"last_char":44)"},
         "in.json at $.units[0].statements[0].spans[0].first_char"},
        {{R"([56.7,100.25,540.1,112])", R"([56.7,100.25,540.1])"}, "in.json at $.units[0].statements[0].spans[0].box"},
        {{R"("units":[{)", R"("units":{"a":{)"}, ""},
        {{R"("persons":[{)", R"("persons":[null,{)"}, "in.json at $.persons[0]"},
        {{R"("severity":"warning")", R"("severity":"fatal")"}, "in.json at $.findings[0].severity"},
        {{R"("eqf":{"low":4)", R"("eqf":{"low":9)"}, "in.json at $.eqf.low"},
        {{R"("languages":["nl","en"])", R"("languages":["nl",1])"}, "in.json at $.languages[1]"},
        {{R"("fields":{)", R"("fields":{"x":false,)"}, "in.json at $.fields.x"},
    };
    for (const auto& [change, place] : cases) {
        CAPTURE(change.second);
        const auto error = error_of(replaced(json, change.first, change.second));
        REQUIRE(error);
        CHECK(error->code() == ErrorCode::bad_data);
        if (!place.empty()) CHECK(error->place() == place);
    }
}

TEST_CASE("a missing member is reported at its object", "[model][json][hostile]") {
    auto error = error_of(R"({"id":"a:1","framework":"a"})");
    REQUIRE(error);
    CHECK(error->place() == "in.json at $");
    CHECK(error->detail().find("\"title\"") != std::string::npos);
    error = error_of(R"({"id":"a:1","framework":"a","title":"T","units":[{"code":"1","role":"task","statements":[{"kind":"skill"}]}]})");
    REQUIRE(error);
    CHECK(error->place() == "in.json at $.units[0].statements[0]");
}

TEST_CASE("values that are no objects are bad data", "[model][json][hostile]") {
    for (const char* json :
         {"", " ", "null", "[]", "7", "\"text\"", "true", "{", "}", "{}x", "\xff", "{\"a\":1e999}", "{'id':1}", "\xef\xbb\xbf", "NaN"}) {
        CAPTURE(json);
        const auto error = error_of(json);
        REQUIRE(error);
        CHECK(error->code() == ErrorCode::bad_data);
    }
}

TEST_CASE("deep nesting is refused at once", "[model][json][hostile]") {
    for (const char* open : {"[", "{\"a\":", "[{\"a\":"}) {
        std::string json;
        for (int i = 0; i < 500'000; ++i) json += open;
        const auto error = error_of(json);
        REQUIRE(error);
        CHECK(error->code() == ErrorCode::bad_data);
        CHECK(error->detail().find("deeper") != std::string::npos);
    }
    CHECK(error_of(R"({"id":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"[","framework":"a","title":"T"})") ==
          std::nullopt);
}

TEST_CASE("a syntax error is reported with line and column", "[model][json][hostile]") {
    const auto error = error_of("{\n  \"id\": \"a:1\",\n  \"title\" \"T\"\n}");
    REQUIRE(error);
    CHECK(error->place() == "in.json at line 3, column 13");
}

TEST_CASE("random damage never does worse than bad data", "[model][json][hostile]") {
    const std::string json = to_json(full_standard(), Persons::keep, 0);
    for (unsigned seed = 0; seed < 3000; ++seed) {
        std::mt19937 generator(seed);
        std::string damaged = json;
        for (std::size_t i = 1 + generator() % 3; i > 0; --i) {
            const std::size_t at = generator() % damaged.size();
            if (generator() % 2 == 0)
                damaged[at] = static_cast<char>(generator() % 256);
            else
                damaged.erase(at, 1 + generator() % 9);
        }
        const auto error = error_of(damaged);
        if (error) CHECK(error->code() == ErrorCode::bad_data);
    }
}

TEST_CASE("unknown members are passed over", "[model][json]") {
    const Standard standard =
        standard_from_json(R"({"id":"a:1","framework":"a","title":"T","new_in_a_later_version":{"x":[1,2]}})", "in.json");
    CHECK(standard.title == "T");
}

TEST_CASE("a link without its ends is bad data", "[model][json][hostile]") {
    CHECK_THROWS_AS(link_from_json("{}", "link"), Error);
    CHECK_THROWS_AS(link_from_json(R"({"source":{"standard":"a"},"target":{"standard":"b","unit":"1"},"relation":"equal"})", "link"),
                    Error);
    CHECK_THROWS_AS(
        link_from_json(R"({"source":{"standard":"a","unit":"1"},"target":{"standard":"b","unit":"1"},"relation":"same"})", "link"), Error);
}
