#include "align/features/word_bridge.hpp"
#include "align/scoring/overlap.hpp"
#include "align/scoring/topics.hpp"
#include "tests/unit/align/small_lexicon.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace kwalign::align;

namespace {

/// A lexicon that knows nothing of timetables, and tables that do.
struct World {
    World()
        : lexicon(Lexicon::load(small.folder())),
          analyser(lexicon, none),
          bridge(analyser.terms("en"), tables()),
          space(lexicon, &bridge) {}
    static TranslationTables tables() {
        TranslationTables out;
        const std::string key = morphology_for("en").keys_of_word("timetable").front();
        const std::string nl = morphology_for("nl").keys_of_word("dienstrooster").front();
        const std::string et = morphology_for("et").keys_of_word("sõiduplaan").front();
        const std::string oven = morphology_for("nl").keys_of_word("fornuis").front();
        out.emplace("nl", TranslationTable::parse(table_text({{nl, 9, {{key, 0.8}}}, {oven, 9, {{"oven", 0.5}}}}, "nl", {}), "nl"));
        out.emplace("et", TranslationTable::parse(table_text({{et, 9, {{key, 0.6}, {"seldom", 0.05}}}}, "et", {}), "et"));
        return out;
    }
    FeatureVector text(const char* words, const char* lang) { return space.add(analyser.analyse(words, lang), true); }
    SmallLexicon small;
    Lexicon lexicon;
    std::set<std::string> none;
    Analyser analyser;
    WordBridge bridge;
    FeatureSpace space;
};

}  // namespace

TEST_CASE("words without a concept meet their translations by degree", "[align][bridge]") {
    World w;
    const FeatureVector en = w.text("timetable", "en");
    const FeatureVector nl = w.text("dienstrooster", "nl");
    const FeatureVector et = w.text("sõiduplaan", "et");
    (void)w.text("dough", "en");
    w.space.freeze();
    const double to_english = overlap(nl, en, w.space).coverage_source;
    CHECK(to_english > 0.5);
    CHECK(to_english < 1.0);  // a table never counts fully
    CHECK(overlap(nl, en, w.space).coverage_target == Approx(to_english));
    const double across = overlap(nl, et, w.space).coverage_source;
    CHECK(across > 0.2);
    CHECK(across < to_english);  // two tables are one doubt more
}

TEST_CASE("a word meets the concept its translation names", "[align][bridge]") {
    World w;
    const FeatureVector word = w.text("fornuis", "nl");
    const FeatureVector oven = w.text("oven", "en");
    (void)w.text("dough", "en");
    w.space.freeze();
    REQUIRE_FALSE(w.space.is_concept(word.front().id));
    CHECK(overlap(word, oven, w.space).coverage_source > 0.3);
}

TEST_CASE("without tables words of different languages stay apart", "[align][bridge]") {
    World w;
    FeatureSpace alone(w.lexicon);
    const FeatureVector en = alone.add(w.analyser.analyse("timetable", "en"), true);
    const FeatureVector nl = alone.add(w.analyser.analyse("dienstrooster", "nl"), true);
    alone.freeze();
    CHECK(overlap(nl, en, alone).coverage_source == 0.0);
}

TEST_CASE("topics agree where texts speak of the same domain", "[align][topics]") {
    World w;
    const FeatureVector a = w.text("bread", "en");
    const FeatureVector b = w.text("deeg", "nl");
    const FeatureVector words = w.text("timetable", "en");
    for (int i = 0; i < 5; ++i) (void)w.text("dienstrooster", "nl");
    w.space.freeze();
    CHECK(topic_agreement(topics_of(a, w.space), topics_of(b, w.space)) == Approx(1.0));
    CHECK(topics_of(words, w.space).empty());
    CHECK(topic_agreement(topics_of(words, w.space), topics_of(a, w.space)) == 0.0);
}
