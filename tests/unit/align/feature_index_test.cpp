#include "align/candidates/feature_index.hpp"

#include "tests/unit/align/small_lexicon.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace kwalign::align;

namespace {

double norm(const FeatureVector& v, const FeatureSpace& space) {
    double sum = 0.0;
    for (const Feature& f : v) sum += f.weight * space.rarity(f.id);
    return std::sqrt(std::max(sum, 1e-9));
}

/// The obvious way: every item against the query.
double slow_score(const FeatureVector& query, const FeatureVector& item, const FeatureSpace& space) {
    double sum = 0.0;
    for (const Feature& q : query)
        for (const Feature& f : item) {
            const double weight = std::sqrt(q.weight * space.rarity(q.id)) * std::sqrt(f.weight * space.rarity(f.id));
            if (q.id == f.id) sum += weight;
            for (const Neighbour& n : space.neighbours(q.id))
                if (n.id == f.id) sum += weight * n.degree;
        }
    return sum / (norm(query, space) * norm(item, space));
}

}  // namespace

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
        for (int k = 0; k < 3; ++k) text += lexicon.concepts()[random() % lexicon.concepts().size()].terms.at("en").front() + ", ";
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
            CHECK(found[k].score == Approx(slow_score(items[q], items[found[k].item], space)).epsilon(1e-5));
            if (k > 0) CHECK(found[k - 1].score >= found[k].score);
        }
        std::size_t better = 0;
        for (const FeatureVector& item : items)
            if (slow_score(items[q], item, space) > found.back().score * (1.0 + 1e-6)) ++better;
        CHECK(better < 10);
    }
}
