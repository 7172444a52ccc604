#include "align/scoring/overlap.hpp"

#include "tests/unit/align/small_lexicon.hpp"

#include <catch2/catch.hpp>

using namespace kwalign::align;

namespace {

struct World {
    World() : lexicon(Lexicon::load(small.folder())), analyser(lexicon, none), space(lexicon) {}
    FeatureVector text(const char* words, const char* lang) { return space.add(analyser.analyse(words, lang), true); }
    SmallLexicon small;
    Lexicon lexicon;
    std::set<std::string> none;
    Analyser analyser;
    FeatureSpace space;
};

}  // namespace

TEST_CASE("the same content in two languages overlaps fully", "[align][overlap]") {
    World w;
    const FeatureVector a = w.text("knead dough", "en");
    const FeatureVector b = w.text("deeg kneden", "nl");
    (void)w.text("oven", "en");
    w.space.freeze();
    const Overlap o = overlap(a, b, w.space);
    CHECK(o.coverage_source == Approx(1.0));
    CHECK(o.coverage_target == Approx(1.0));
    CHECK(o.balance() == Approx(1.0));
}

TEST_CASE("a part is covered by the whole but not the reverse", "[align][overlap]") {
    World w;
    const FeatureVector part = w.text("dough", "en");
    const FeatureVector whole = w.text("deeg, oven en rapport", "nl");
    w.space.freeze();
    const Overlap o = overlap(part, whole, w.space);
    CHECK(o.coverage_source == Approx(1.0));
    CHECK(o.coverage_target < 0.6);
}

TEST_CASE("a broader concept stands for a narrower one by degree", "[align][overlap]") {
    World w;
    const FeatureVector narrow = w.text("bread", "en");
    const FeatureVector broad = w.text("product", "nl");
    (void)w.text("oven", "en");
    w.space.freeze();
    const Overlap o = overlap(narrow, broad, w.space);
    CHECK(o.coverage_source == Approx(0.6));
    const auto shared = shared_features(narrow, broad, w.space, 5);
    REQUIRE(shared.size() == 1);
    CHECK(w.space.label(shared[0].source) == "bread");
    CHECK(w.space.label(shared[0].target) == "product");
}

TEST_CASE("nothing shared and empty texts give zero", "[align][overlap]") {
    World w;
    const FeatureVector a = w.text("dough", "en");
    const FeatureVector b = w.text("rapport", "nl");
    w.space.freeze();
    CHECK(overlap(a, b, w.space).balance() == 0.0);
    CHECK(overlap({}, b, w.space).balance() == 0.0);
    CHECK(overlap({}, {}, w.space).coverage_source == 0.0);
}
