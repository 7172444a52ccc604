#include "align/candidates/feature_index.hpp"

#include "align/scoring/overlap.hpp"
#include "tests/unit/align/small_lexicon.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace kwalign::align;

TEST_CASE("the index finds what scoring every item finds", "[align][candidates]") {
    const SmallLexicon small;
    const Lexicon lexicon = Lexicon::load(small.folder());
    const std::set<std::string> none;
    const Analyser analyser(lexicon, none);
    FeatureSpace space(lexicon);
    std::mt19937 random(7);
    std::vector<FeatureVector> items;
    for (int i = 0; i < 200; ++i) {
        std::string text;
        for (int k = 0; k < 3; ++k)
            text += std::string(lexicon.label({static_cast<std::uint32_t>(random() % lexicon.concepts().size())}, "en")) + ", ";
        items.push_back(space.add(analyser.analyse(text, "en"), true));
    }
    space.freeze();
    std::vector<const FeatureVector*> pointers;
    for (const FeatureVector& item : items) pointers.push_back(&item);
    const FeatureIndex index(pointers, space);
    FeatureIndex::Scratch scratch;
    for (std::size_t q = 0; q < 20; ++q) {
        const std::vector<Candidate> found = index.search(items[q], 10, scratch);
        REQUIRE(found.size() == 10);
        for (std::size_t k = 0; k < found.size(); ++k) {
            CHECK(found[k].score == Approx(overlap(items[q], items[found[k].item], space).balance()).epsilon(1e-5));
            if (k > 0) CHECK(found[k - 1].score >= found[k].score);
        }
        std::size_t better = 0;
        for (const FeatureVector& item : items)
            if (overlap(items[q], item, space).balance() > found.back().score * (1.0 + 1e-5)) ++better;
        CHECK(better < 10);
    }
}
