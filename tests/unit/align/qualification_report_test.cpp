#include "align/table/qualification_report.hpp"
#include "align/table/qualification_coverage.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <string>

using namespace kwalign;
using namespace kwalign::align;

namespace {

model::Unit unit(const std::string& code) {
    model::Unit out;
    out.code = code;
    out.title = "Unit " + code;
    out.role = model::UnitRole::competence;
    return out;
}

model::Coverage covers(const std::string& code, std::size_t total, std::vector<std::string> uncovered) {
    model::Coverage c;
    c.standard = "a:1";
    c.of = "unit";
    c.code = code;
    c.total = total;
    c.denominator = static_cast<double>(total);
    c.covered = total - uncovered.size();
    c.numerator = static_cast<double>(c.covered);
    c.uncovered = std::move(uncovered);
    return c;
}

model::Link link(const std::string& source, const std::string& standard, const std::string& target) {
    model::Link out;
    out.source = {"a:1", source, {}};
    out.target = {standard, target, {}};
    out.relation = model::Relation::overlaps;
    out.confidence = 0.6;
    out.level_difference = -1;
    return out;
}

/// One qualification: B.1 and B.2 required, one of B.3 and B.4. The second standard covers of B.1 what the first leaves.
model::EquivalenceTable made_up() {
    model::EquivalenceTable table;
    table.standards.resize(3);
    table.standards[0].id = "a:1";
    table.standards[1].id = "b:1";
    table.standards[2].id = "c:1";
    for (const char* code : {"B.1", "B.2", "B.3", "B.4"}) table.standards[0].units.push_back(unit(code));
    model::Qualification q;
    q.title = "Baker";
    q.kind = "whole";
    q.rule.required = {"B.1", "B.2"};
    q.rule.elective = {{1, {"B.3", "B.4"}}};
    table.standards[0].qualifications = {q};
    model::Pair first;
    first.source = 0;
    first.target = 1;
    first.coverage = {covers("B.1", 4, {"B.1.1", "B.1.2", "B.1.3"}), covers("B.2", 2, {"B.2.1", "B.2.2"}),
                      covers("B.3", 2, {"B.3.1", "B.3.2"}), covers("B.4", 2, {"B.4.2"})};
    first.links = {link("B.1", "b:1", "X1")};
    model::Pair second = first;
    second.target = 2;
    second.coverage = {covers("B.1", 4, {"B.1.3", "B.1.4"}), covers("B.2", 2, {"B.2.1", "B.2.2"}), covers("B.3", 2, {"B.3.1", "B.3.2"}),
                       covers("B.4", 2, {"B.4.1", "B.4.2"})};
    second.links = {link("B.4", "c:1", "Y1")};
    table.pairs = {first, second};
    return table;
}

Phrases phrases() { return Phrases::load(std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora" / "align" / "phrases.tsv"); }

}  // namespace

TEST_CASE("a statement is covered together if any of the others covers it", "[align][cover]") {
    const std::vector<model::Coverage> joint = joint_coverage(made_up(), 0);
    REQUIRE(joint.size() == 5);
    CHECK(joint[0].code == "B.1");
    CHECK(joint[0].covered == 3);
    CHECK(joint[0].uncovered == std::vector<std::string>{"B.1.3"});
    CHECK(joint[0].by == "b:1 + c:1");
    CHECK(joint[4].of == "qualification");
    CHECK(joint[4].total == 3);    // both required units and the better elective one
    CHECK(joint[4].covered == 2);  // B.1 and B.4
    CHECK(joint[4].uncovered == std::vector<std::string>{"B.2"});
    CHECK(joint[4].numerator == Approx(0.75 + 0.0 + 0.5 * 0.5));
    CHECK(joint[4].denominator == Approx(2.5));
}

TEST_CASE("a qualification is reported rule by rule", "[align][cover]") {
    const Phrases all = phrases();
    const std::vector<QualificationReport> reports = report_qualifications(made_up(), 0, {all, "en"});
    REQUIRE(reports.size() == 1);
    const QualificationReport& report = reports[0];
    CHECK(report.by == std::vector<std::string>{"b:1", "c:1"});
    REQUIRE(report.requirements.size() == 2);
    CHECK(report.requirements[0].sentence == "It needs all of 2 units: 1 covered, 0 partly, 1 missing. Missing: B.2.");
    CHECK(report.requirements[1].sentence == "It needs at least 1 of 2 units: 1 covered, 0 partly, 0 missing.");
    CHECK(report.requirements[1].units[0].code == "B.4");
    CHECK(report.requirements[1].units[0].through[0].unit == "Y1");
    CHECK(report.requirements[1].units[0].level_differences[0] == -1);
    CHECK(report.conclusion == "Baker: not fully met, 2 of 3 units covered.");
}

TEST_CASE("a linked unit is never missing", "[align][cover]") {
    model::EquivalenceTable table = made_up();
    table.pairs[0].links.push_back(link("B.2", "b:1", "X2"));
    const Phrases all = phrases();
    CHECK(report_qualifications(table, 0, {all, "en"})[0].requirements[0].units[1].verdict == Verdict::partly);
}

TEST_CASE("every phrase is said in three languages", "[align][phrases]") {
    const Phrases all = phrases();
    CHECK(all.say("third.support", "en", {"X"}) == "Both are linked to X.");
    CHECK(all.say("third.support", "nl", {"X"}) == "Beide zijn gekoppeld aan X.");
    CHECK(all.say("third.support", "et", {"X"}) == "Mõlemad on seotud osaga X.");
    CHECK(all.say("third.support", "fi", {"X"}) == "Both are linked to X.");
    CHECK(all.listed({"a", "b", "c"}, "nl") == "a, b en c");
    CHECK(all.listed({"a"}, "et") == "a");
    CHECK_THROWS_AS(all.say("no such phrase", "en"), std::out_of_range);
}

TEST_CASE("phrases with a missing language or other places to fill in are refused", "[align][phrases]") {
    const auto file = std::filesystem::temp_directory_path() / ("kwalign-phrases-" + std::to_string(::getpid()) + ".tsv");
    const auto refused = [&](const std::string& line) {
        std::ofstream(file) << "id\ten\tnl\tet\n" << line << "\n";
        CHECK_THROWS_WITH(Phrases::load(file), Catch::Contains(":2"));
    };
    refused("x\ta\tb");
    refused("x\ta\t\tc");
    refused("x\tsays {1}\tzegt\tütleb {1}");
    std::filesystem::remove(file);
}
