#include "ingest/outline/language.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace kwalign::ingest;

namespace {

const LanguageModel& model() {
    static const LanguageModel instance(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "language");
    return instance;
}

std::string language_of(std::string_view text) { return LanguageModel::best(model().score(text, model().languages()), {}, "und"); }

}  // namespace

TEST_CASE("Short sentences are told apart by language", "[ingest][outline]") {
    CHECK(language_of("Bakes bread and keeps the oven clean.") == "en");
    CHECK(language_of("Bakt brood en houdt de oven schoon.") == "nl");
    CHECK(language_of("Küpsetab leiba ja hoiab ahju puhtana.") == "et");
    CHECK(language_of("Tellib toorained ning kontrollib nende kvaliteeti") == "et");
    CHECK(language_of("Kan een recept lezen") == "nl");
    CHECK(language_of("Follows the recipe") == "en");
}

TEST_CASE("Borrowed terms do not turn a sentence", "[ingest][outline]") {
    CHECK(language_of("Kan een service management tool gebruiken") == "nl");
    CHECK(language_of("Kasutab help desk tarkvara ja hindab tulemusi") == "et");
}

TEST_CASE("Neighbours decide where a text says nothing but do not outvote it where it does", "[ingest][outline]") {
    const std::vector<std::string> candidates = {"en", "et"};
    const std::vector<std::string> found = languages_in_context(model(),
                                                                {"Küpsetab leiba ja saia.", "ITIL 4", "Hoiab ahju puhtana ning korras.",
                                                                 "Keeps the accounts of the shop.", "Tellib jahu ja soola."},
                                                                candidates, "en");
    CHECK(found == std::vector<std::string>{"et", "et", "et", "en", "et"});
}

TEST_CASE("Without candidates the fallback stands", "[ingest][outline]") {
    CHECK(LanguageModel::best({}, {}, "und") == "und");
    CHECK(languages_in_context(model(), {"text"}, {}, "xx") == std::vector<std::string>{"xx"});
}
