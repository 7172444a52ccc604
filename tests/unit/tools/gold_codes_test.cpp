#include "tools/app/gold_codes.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;
using tools::Granularity;

namespace {

model::Standard standard() {
    model::Standard standard;
    model::Unit unit;
    unit.code = "C1-K1-W1";
    unit.title = "Repairs the thing";
    model::Statement statement;
    statement.code = "C1-K1-W1.1";
    statement.text = "Finds the fault.";
    unit.statements.push_back(statement);
    standard.units.push_back(unit);
    return standard;
}

}  // namespace

TEST_CASE("Codes are found whatever their spaces and case", "[tools][gold]") {
    const tools::GoldCodes codes(standard());
    CHECK(codes.find("C1-K1-W1", Granularity::unit) == "C1-K1-W1");
    CHECK(codes.find("c1-K 1-W1", Granularity::unit) == "C1-K1-W1");
    CHECK_FALSE(codes.find("C1-K1-W1.1", Granularity::unit).has_value());
    CHECK(codes.find("C1-K1-W1.1", Granularity::statement) == "C1-K1-W1.1");
    CHECK(codes.text("C1-K1-W1", Granularity::unit) == "Repairs the thing");
    CHECK(codes.text("C1-K1-W1.1", Granularity::statement) == "Finds the fault.");
}

TEST_CASE("A link of a statement counts for its unit where gold speaks of units", "[tools][gold]") {
    const model::Endpoint endpoint{"nl-mbo:x", "C1-K1-W1", "C1-K1-W1.1"};
    CHECK(tools::code_at(endpoint, Granularity::unit) == "C1-K1-W1");
    CHECK(tools::code_at(endpoint, Granularity::statement) == "C1-K1-W1.1");
}
