#include "ingest/ingest.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <string>

using namespace kwalign;
using namespace kwalign::ingest;

namespace {

const std::filesystem::path source = KWALIGN_SOURCE_DIR;

const Ingester& ingester() {
    static const Ingester result(source / "corpora/templates");
    return result;
}

Explanation explain(const std::string& name, const IngestOptions& options = {}) {
    return ingester().explain(source / "tests/unit/ingest/variants" / name, options);
}

}  // namespace

TEST_CASE("An explanation says which template was chosen and by which signs", "[ingest][outline]") {
    const Explanation explanation = explain("fi-vocational.txt");
    CHECK(explanation.template_id == "fi-vocational");
    CHECK_FALSE(explanation.forced);
    REQUIRE(explanation.scores.size() == ingester().templates().size());
    for (const TemplateScore& score : explanation.scores) {
        CAPTURE(score.id);
        CHECK(score.chosen == (score.id == "fi-vocational"));
        if (!score.chosen) continue;
        CHECK(score.score >= score.threshold);
        REQUIRE(score.signs.size() == 4);
        CHECK(score.signs[0].found);
        CHECK(score.signs[0].page == 1);
        CHECK(score.signs[0].line == "QUALIFICATION REQUIREMENTS");
    }
}

TEST_CASE("The parts of an accounting add up and each line has its rule", "[ingest][outline]") {
    const Explanation explanation = explain("fi-vocational.txt");
    const Accounting& sum = explanation.accounting;
    CHECK(sum.all > 0);
    CHECK(sum.left_over == 0);
    CHECK(sum.read + sum.furniture + sum.boilerplate + sum.left_over == sum.all);
    CHECK(sum.accounted() == 1.0);
    const auto line = [&](const std::string& text) {
        const auto found =
            std::find_if(explanation.lines.begin(), explanation.lines.end(), [&](const LineReport& report) { return report.text == text; });
        REQUIRE(found != explanation.lines.end());
        return *found;
    };
    CHECK(line("Excellent 5").rule == "grade");
    CHECK(line("The student can").reading == Reading::boilerplate);
    CHECK(line("40 competence points").rule == "extent");
}

TEST_CASE("A document can be read with another template than its own", "[ingest][outline]") {
    IngestOptions options;
    options.template_id = "ee-estqf";
    const Explanation explanation = explain("fi-vocational.txt", options);
    CHECK(explanation.template_id == "ee-estqf");
    CHECK(explanation.forced);
    CHECK(explanation.accounting.left_over > 0);
    CHECK(std::any_of(explanation.findings.begin(), explanation.findings.end(),
                      [](const model::Finding& finding) { return finding.code == "much-left-over"; }));
}

TEST_CASE("A list of competences has no template to explain", "[ingest][outline]") {
    CHECK_THROWS_AS(ingester().explain(source / "tests/cli/data/ours.csv"), model::Error);
}
