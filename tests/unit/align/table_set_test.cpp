#include "align/translation/table_set.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <string>

using namespace kwalign::align;

namespace {

TranslationTable table(const std::string& lines) { return TranslationTable::parse("kwalign-translations 1 nl en\n" + lines, "test"); }

}  // namespace

TEST_CASE("A table of one's own counts twice where both tables know a word", "[align][translation]") {
    const TranslationTable both =
        merged(table("maatregel\t40\troutin 800\nraam\t5\twindow 900\n"), table("deur\t3\tdoor 700\nmaatregel\t20\tmeasur 600\n"));
    CHECK(both.size() == 3);
    CHECK(both.count("maatregel") == 60);
    // Seen 40 times there and 20 times, counted twice, here: half of each.
    const std::vector<Translation> words = both.translations("maatregel");
    REQUIRE(words.size() == 2);
    CHECK(words[0] == Translation{"routin", 0.4});
    CHECK(words[1] == Translation{"measur", 0.3});
    CHECK(both.translations("raam") == std::vector<Translation>{{"window", 0.9}});
    CHECK(both.translations("deur") == std::vector<Translation>{{"door", 0.7}});
}

TEST_CASE("Tables of a folder are read by language and others laid over them", "[align][translation]") {
    const auto folder = std::filesystem::temp_directory_path() / ("kwalign-tables-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder / "own");
    std::ofstream(folder / "nl-en.tsv") << "kwalign-translations 1 nl en\nraam\t5\twindow 900\n";
    std::ofstream(folder / "own" / "office.nl-en.tsv") << "kwalign-translations 1 nl en\ndeur\t3\tdoor 700\n";
    std::ofstream(folder / "own" / "office.de-en.tsv") << "kwalign-translations 1 de en\ntür\t3\tdoor 700\n";
    const TranslationTables shipped = load_tables(folder);
    CHECK(shipped.size() == 1);
    const TranslationTables all = load_tables(folder, {folder / "own" / "office.de-en.tsv", folder / "own" / "office.nl-en.tsv"});
    CHECK(all.size() == 2);
    CHECK(all.at("nl").size() == 2);
    CHECK(all.at("de").translations("tür") == std::vector<Translation>{{"door", 0.7}});
    CHECK(load_tables(folder / "nothing").empty());
    std::filesystem::remove_all(folder);
}
