#include "align/engine.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <string>

using namespace kwalign;

namespace {

model::Unit unit(const std::string& code, const std::string& title, const char* lang, const std::vector<std::string>& texts) {
    model::Unit u;
    u.code = code;
    u.title = title;
    u.lang = lang;
    u.kind = "competence";
    for (const std::string& text : texts) {
        model::Statement s;
        s.code = code + "." + std::to_string(u.statements.size() + 1);
        s.kind = model::StatementKind::performance_indicator;
        s.lang = lang;
        s.text = text;
        u.statements.push_back(s);
    }
    return u;
}

model::Standard english() {
    model::Standard s;
    s.id = "test:en";
    s.framework = "test";
    s.eqf_low = s.eqf_high = 4;
    s.units = {unit("A", "Receiving goods", "en",
                    {"Checks the delivery against the order and reports damage to the supplier.", "Unloads goods with a forklift safely."}),
               unit("B", "Baking bread", "en", {"Kneads dough and bakes bread in the oven.", "Keeps the bakery clean."}),
               unit("C", "Writing poems", "en", {"Writes poems about the sea."})};
    return s;
}

model::Standard dutch() {
    model::Standard s;
    s.id = "test:nl";
    s.framework = "test";
    s.eqf_low = s.eqf_high = 3;
    s.units = {unit("1", "Bakt brood", "nl", {"Kneedt deeg en bakt brood in de oven."}),
               unit("2", "Ontvangt goederen", "nl",
                    {"Controleert de levering aan de hand van de bestelling en meldt schade aan de leverancier.",
                     "Lost de goederen met een heftruck."})};
    return s;
}

const align::Engine& engine() {
    static const align::Engine the_engine(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora");
    return the_engine;
}

}  // namespace

TEST_CASE("units with the same content in two languages are linked with reasons", "[align][engine]") {
    const auto table = engine().align({english(), dutch()}, {}, {});
    REQUIRE(table.pairs.size() == 1);
    const auto& links = table.pairs[0].links;
    const auto linked = [&](const char* s, const char* t) {
        return std::any_of(links.begin(), links.end(), [&](const model::Link& l) { return l.source.unit == s && l.target.unit == t; });
    };
    CHECK(linked("A", "2"));
    CHECK(linked("B", "1"));
    CHECK_FALSE(linked("C", "1"));
    CHECK_FALSE(linked("C", "2"));
    for (const model::Link& link : links) {
        REQUIRE_FALSE(link.evidence.empty());
        CHECK_FALSE(link.evidence.front().text.empty());
        REQUIRE(link.level_difference.has_value());
        CHECK(*link.level_difference == -1);
        CHECK(link.confidence >= 0.5);
        CHECK(link.confidence <= 1.0);
    }
}

TEST_CASE("a requirement and its denial are no link", "[align][engine]") {
    const auto confidence = [](const char* text) {
        model::Standard denial = dutch();
        denial.units = {unit("1", "Bakt brood", "nl", {text, "Houdt de bakkerij schoon."})};
        const auto table = engine().align({english(), denial}, {}, {});
        double best = 0.0;
        for (const model::Link& link : table.pairs.at(0).statement_links)
            if (link.source.statement == "B.1" && link.target.statement == "1.1") best = link.confidence;
        return best;
    };
    CHECK(confidence("Kneedt deeg en bakt brood in de oven.") > 0.8);
    CHECK(confidence("Kneedt geen deeg en bakt geen brood.") < 0.4);
}

TEST_CASE("what finds no partner is a gap with its nearest miss", "[align][engine]") {
    const auto table = engine().align({english(), dutch()}, {}, {});
    const auto& gaps = table.pairs[0].gaps;
    const auto gap = std::find_if(gaps.begin(), gaps.end(), [](const model::Gap& g) { return g.item.unit == "C"; });
    REQUIRE(gap != gaps.end());
    CHECK(gap->by == "test:nl");
    CHECK_FALSE(gap->why.empty());
}

TEST_CASE("coverage states numerator, denominator and what is missing", "[align][engine]") {
    const auto table = engine().align({english(), dutch()}, {}, {});
    const auto& coverage = table.pairs[0].coverage;
    const auto c =
        std::find_if(coverage.begin(), coverage.end(), [](const model::Coverage& x) { return x.standard == "test:en" && x.code == "C"; });
    REQUIRE(c != coverage.end());
    CHECK(c->denominator == 1.0);
    CHECK(c->numerator == 0.0);
    CHECK(c->uncovered == std::vector<std::string>{"C.1"});
}

TEST_CASE("the result does not depend on threads or on a second run", "[align][engine]") {
    align::AlignOptions one;
    one.jobs = 1;
    align::AlignOptions four;
    four.jobs = 4;
    CHECK(engine().align({english(), dutch()}, {}, one) == engine().align({english(), dutch()}, {}, four));
}

TEST_CASE("top asks for ranked candidates of every source", "[align][engine]") {
    align::AlignOptions options;
    options.top = 2;
    const auto table = engine().align({english(), dutch()}, {}, options);
    const auto& links = table.pairs[0].links;
    CHECK(std::count_if(links.begin(), links.end(), [](const model::Link& l) { return l.source.unit == "A"; }) <= 2);
    for (std::size_t i = 1; i < links.size(); ++i)
        if (links[i].source.unit == links[i - 1].source.unit) CHECK(links[i - 1].confidence >= links[i].confidence);
}

TEST_CASE("candidates listed because top asks for them cover nothing", "[align][engine]") {
    align::AlignOptions options;
    options.min_confidence = 1.0;  // so that nothing is suggested
    options.min_statement_confidence = 1.0;
    const auto suggested = engine().align({english(), dutch()}, {}, options);
    options.top = 3;
    const auto ranked = engine().align({english(), dutch()}, {}, options);
    REQUIRE(suggested.pairs[0].links.empty());
    REQUIRE_FALSE(ranked.pairs[0].links.empty());
    CHECK(ranked.pairs[0].coverage == suggested.pairs[0].coverage);
    CHECK(ranked.pairs[0].gaps == suggested.pairs[0].gaps);
}

TEST_CASE("standards without units or statements give an empty comparison", "[align][engine]") {
    model::Standard empty;
    empty.id = "test:empty";
    const auto table = engine().align({english(), empty}, {}, {});
    REQUIRE(table.pairs.size() == 1);
    CHECK(table.pairs[0].links.empty());
    CHECK(table.pairs[0].gaps.size() == 3);
}
