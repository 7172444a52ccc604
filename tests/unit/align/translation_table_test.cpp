#include "align/text/morphology.hpp"
#include "align/translation/learn.hpp"
#include "align/translation/table.hpp"
#include "align/translation/word_units.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

using namespace kwalign::align;

namespace {

const std::string shipped = std::string(KWALIGN_SOURCE_DIR) + "/corpora/translation/";

std::string english(const char* word) { return morphology_for("en").keys_of_word(word).front(); }

/// The best translation of a word that is no compound, or nothing.
std::string best(const TranslationTable& table, const char* word) {
    const std::vector<ProjectedUnit> units = table.project(word);
    return units.size() != 1 || units[0].translations.empty() ? std::string() : units[0].translations[0].english_key;
}

std::vector<ParallelSegment> small_text() {
    return {{"open the document", "open het document"},
            {"close the document", "sluit het document"},
            {"open the window", "open het venster"},
            {"close the window", "sluit het venster"},
            {"the window is large", "het venster is groot"},
            {"the document is large", "het document is groot"},
            {"the printer", "de printer"},
            {"the printer is large", "de printer is groot"},
            {"the printer is new", "de printer is nieuw"},
            {"a large window", "een groot venster"},
            {"a large printer", "een grote printer"}};
}

}  // namespace

TEST_CASE("Words that go together in both directions translate each other", "[align][translation]") {
    LearnOptions options;
    options.lang = "nl";
    options.function_words = {"nl\thet", "nl\tde", "nl\tis", "en\tthe", "en\tis"};
    const LearnedTable learned = learn_tables(small_text(), options);
    CHECK(learned.segments == 11);
    CHECK(learned.words == 36);
    const TranslationTable table = TranslationTable::parse(table_text(learned.entries, "nl", {"a note"}), "test");
    CHECK(table.lang() == "nl");
    CHECK(best(table, "venster") == english("window"));
    CHECK(best(table, "sluit") == english("close"));
    CHECK(best(table, "groot") == english("large"));
    CHECK(best(table, "het").empty());
    CHECK(table.translations("unseen").empty());
}

TEST_CASE("Learning twice gives the same table and repeated segments count once", "[align][translation]") {
    LearnOptions options;
    options.lang = "nl";
    std::vector<ParallelSegment> twice = small_text();
    for (const ParallelSegment& segment : small_text()) twice.push_back(segment);
    CHECK(table_text(learn_tables(small_text(), options).entries, "nl", {}) == table_text(learn_tables(twice, options).entries, "nl", {}));
}

TEST_CASE("What was seen once only is no evidence", "[align][translation]") {
    LearnOptions options;
    options.lang = "nl";
    CHECK(learn_tables(std::vector<ParallelSegment>{{"rare bird", "zeldzame vogel"}}, options).entries.empty());
    CHECK(learn_tables(std::vector<ParallelSegment>{}, options).entries.empty());
}

TEST_CASE("A table comes back as it was written", "[align][translation]") {
    const TranslationTable table =
        TranslationTable::parse(table_text({{"b", 3, {{"x", 0.5}, {"y", 0.25}}}, {"a", 7, {{"z", 1.0}}}}, "et", {"one", ""}), "test");
    CHECK(table.size() == 2);
    CHECK(table.lang() == "et");
    CHECK(table.count("a") == 7);
    CHECK(table.count("c") == 0);
    CHECK(table.translations("b") == std::vector<Translation>{{"x", 0.5}, {"y", 0.25}});
    CHECK(table.translations("").empty());
}

TEST_CASE("Damaged tables are refused with their line", "[align][translation]") {
    const std::string head = "kwalign-translations 1 nl en\n";
    CHECK_THROWS_WITH(TranslationTable::parse("", "t"), Catch::Contains("t:1"));
    CHECK_THROWS_WITH(TranslationTable::parse("something else\n", "t"), Catch::Contains("t:1"));
    CHECK_THROWS_WITH(TranslationTable::parse(head + "a\t1\tb 500\nno tab\n", "t"), Catch::Contains("t:3"));
    CHECK_THROWS_WITH(TranslationTable::parse(head + "b\t1\tx 500\na\t1\ty 500\n", "t"), Catch::Contains("sorted"));
    CHECK_THROWS_AS(TranslationTable::load("/nowhere/nl-en.tsv"), kwalign::model::Error);
    CHECK(TranslationTable::parse(head + "a\tx\tb\tc 9999999999\td 5000\n", "t").translations("a") ==
          std::vector<Translation>{{"c", 0.0}, {"d", 1.0}});
}

TEST_CASE("A compound is cut where its parts are the commoner words", "[align][translation]") {
    const Morphology& dutch = morphology_for("nl");
    std::map<std::string, std::uint32_t, std::less<>> counts{{"document", 50}, {"beher", 40}, {"werkblad", 90}, {"werk", 20}, {"blad", 30}};
    const CountOfKey count = [&](std::string_view key) { return counts.contains(key) ? counts.find(key)->second : 0U; };
    const auto keys = [&](std::string_view word) {
        std::vector<std::string> out;
        for (const WordUnit& unit : units_of_word(word, dutch, count)) out.push_back(unit.key);
        return out;
    };
    CHECK(keys("documentbeheer") == std::vector<std::string>{"document", "beher"});
    CHECK(keys("werkblad") == std::vector<std::string>{"werkblad"});
    CHECK(keys("qqq") == std::vector<std::string>{"qqq"});
}

TEST_CASE("The shipped tables know everyday words in their inflected forms", "[align][translation]") {
    const TranslationTable dutch = TranslationTable::load(shipped + "nl-en.tsv");
    const TranslationTable estonian = TranslationTable::load(shipped + "et-en.tsv");
    CHECK(dutch.lang() == "nl");
    CHECK(estonian.lang() == "et");
    CHECK(dutch.size() > 3000);
    CHECK(estonian.size() > 2000);
    CHECK(best(dutch, "gegevens") == english("data"));
    CHECK(best(dutch, "gebruikers") == english("users"));
    CHECK(best(dutch, "bestanden") == english("files"));
    CHECK(best(estonian, "andmed") == english("data"));
    CHECK(best(estonian, "kasutajate") == english("users"));
    CHECK(best(estonian, "failides") == english("files"));
}

TEST_CASE("The shipped tables are small and say where they come from", "[align][translation]") {
    std::uintmax_t bytes = 0;
    for (const char* name : {"nl-en.tsv", "et-en.tsv"}) {
        bytes += std::filesystem::file_size(shipped + name);
        const TranslationTable table = TranslationTable::load(shipped + name);
        CHECK(table.size() > 0);
    }
    CHECK(bytes < 5'000'000);
}
