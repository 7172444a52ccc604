#include "align/scoring/typing.hpp"

#include <catch2/catch.hpp>

using kwalign::align::relation_of;
using kwalign::model::Relation;

TEST_CASE("the relation follows coverage both ways", "[align][typing]") {
    CHECK(relation_of({1.0, 1.0, true, true}) == Relation::equal);
    CHECK(relation_of({0.5, 0.45, false, true}) == Relation::equivalent);
    CHECK(relation_of({0.2, 0.9, false, true}) == Relation::covers);
    CHECK(relation_of({0.5, 0.45, false, false}) == Relation::overlaps);
    CHECK(relation_of({0.2, 0.8, false, false}) == Relation::covers);
    CHECK(relation_of({0.8, 0.2, false, false}) == Relation::covered_by);
    CHECK(relation_of({0.35, 0.3, false, false}) == Relation::overlaps);
}

TEST_CASE("reading a pair from the other side gives the inverse relation", "[align][typing]") {
    for (const double a : {0.1, 0.4, 0.95})
        for (const double b : {0.1, 0.4, 0.95})
            CHECK(relation_of({a, b, false, false}) == kwalign::model::inverse(relation_of({b, a, false, false})));
}
