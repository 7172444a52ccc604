#include "ingest/outline/template.hpp"

#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

std::string error_of(std::string_view toml) {
    try {
        (void)read_template(toml, "test.toml");
    } catch (const model::Error& error) {
        CHECK(error.code() == model::ErrorCode::bad_template);
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("All templates of the project are read", "[ingest][outline]") {
    const std::vector<Template> forms = read_templates(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "templates");
    std::size_t fallbacks = 0;
    for (const Template& form : forms) fallbacks += form.fallback ? 1U : 0U;
    CHECK(forms.size() >= 5);
    CHECK(fallbacks == 1);
}

TEST_CASE("A wrong template names file, line and key", "[ingest][outline]") {
    CHECK_THAT(error_of("id = 3"), Catch::Contains("test.toml:1 id"));
    CHECK_THAT(error_of("id = \"x\"\n\nmispelt = true"), Catch::Contains("test.toml:3 mispelt: unknown key"));
    CHECK_THAT(error_of("id = \"x\"\n[[heading]]\nname = \"a\"\nmatch = ['(']"), Catch::Contains("match: wrong expression"));
    CHECK_THAT(error_of("id = \"x\"\n[[heading]]\nname = \"a\"\nin = [\"b\"]"), Catch::Contains("no heading is called 'b'"));
    CHECK_THAT(error_of("id = \"x\"\n[[heading]]\nname = \"a\"\ncontent = \"tables\""), Catch::Contains("none of"));
    CHECK_THAT(error_of("id = \"x\"\n[[heading]]\nname = \"a\"\nmakes = \"unit\""), Catch::Contains("a unit needs a kind"));
    CHECK_THAT(error_of("id = \"x"), Catch::Contains("test.toml:1"));
}

TEST_CASE("A folder without templates is an error", "[ingest][outline]") {
    CHECK_THROWS_AS(read_templates(std::filesystem::path(KWALIGN_SOURCE_DIR) / "no such folder"), model::Error);
}

TEST_CASE("Sets tell which expressions match", "[ingest][outline]") {
    PatternSet set;
    set.add(Pattern("^a", "test"));
    set.add(Pattern("b$", "test"));
    CHECK(set.match("ab") == std::vector<std::size_t>{0, 1});
    CHECK(set.match("xb") == std::vector<std::size_t>{1});
    CHECK(set.match("").empty());
}

TEST_CASE("Matches give named groups that took part", "[ingest][outline]") {
    const Pattern pattern("(?P<code>[A-Z]\\d)(?: (?P<title>.+))?", "test");
    const std::string text = "see B2";
    const auto match = pattern.find(text);
    REQUIRE(match.has_value());
    CHECK(match->group("code") == "B2");
    CHECK_FALSE(match->has("title"));
    CHECK(match->first == 4);
    CHECK_FALSE(pattern.find(text, 5).has_value());
}
