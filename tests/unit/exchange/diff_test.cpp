#include "model/exchange/diff.hpp"
#include "model/identity.hpp"
#include "model/json_reader.hpp"
#include "tests/unit/interchange/sample_table.hpp"
#include "tests/unit/model/sample_standard.hpp"

#include <catch2/catch.hpp>

using namespace kwalign::model;
using namespace kwalign::tests;
using Side = WordRun::Side;

namespace {

/// Two units: baking with three numbered statements, selling with two.
Standard bakery() {
    Standard standard;
    standard.framework = "x";
    standard.title = "Baker";
    standard.version = "1";
    standard.level = Level{"EstQF", "4", 4, 4};
    standard.valid_until = "2027-01-01";
    const auto unit = [](const char* code, const char* title, std::vector<const char*> texts) {
        Unit result;
        result.code = code;
        result.title = title;
        result.kind = "competence";
        for (std::size_t i = 0; i < texts.size(); ++i) {
            Statement statement;
            statement.number = std::to_string(i + 1);
            statement.code = std::string(code) + "." + statement.number;
            statement.lang = "en";
            statement.text = texts[i];
            result.statements.push_back(statement);
        }
        return result;
    };
    standard.units = {
        unit("B.1", "Baking bread", {"Weighs the flour and the salt", "Kneads the dough by hand", "Bakes the loaves in the oven"}),
        unit("B.2", "Selling bread", {"Advises customers about allergens", "Counts the cash at closing time"})};
    assign_identities(standard);
    return standard;
}

std::vector<std::string> lines(const std::vector<Change>& changes) {
    std::vector<std::string> result;
    for (const Change& change : changes)
        result.push_back(std::string(to_string(change.kind)) + " " + change.part + " " + change.before_code + ">" + change.after_code +
                         (change.field.empty() ? "" : " " + change.field));
    return result;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("words are compared by their longest common sequence", "[exchange][diff]") {
    CHECK(word_diff("a b c", "a b c") == std::vector<WordRun>{{Side::both, "a b c"}});
    CHECK(word_diff("", "").empty());
    CHECK(word_diff("", "a") == std::vector<WordRun>{{Side::after, "a"}});
    CHECK(word_diff("keeps the old words", "keeps all new words") ==
          std::vector<WordRun>{{Side::both, "keeps"}, {Side::before, "the old"}, {Side::after, "all new"}, {Side::both, "words"}});
    CHECK(word_diff("x a y b z", "a  b\nc") ==
          std::vector<WordRun>{
              {Side::before, "x"}, {Side::both, "a"}, {Side::before, "y"}, {Side::both, "b"}, {Side::before, "z"}, {Side::after, "c"}});
    CHECK(marked_text(word_diff("keeps the old words", "keeps all new words")) == "keeps [-the old-] {+all new+} words");
    CHECK(word_similarity("Weighs FLOUR, salt", "weighs salt") == Approx(0.8));
    CHECK(word_similarity("", "") == 1.0);
    CHECK(word_similarity("a", "b") == 0.0);
}

TEST_CASE("very long texts are compared in bounded memory", "[exchange][diff]") {
    std::string a = "first ";
    std::string b = "first ";
    for (int i = 0; i < 5000; ++i) a += "a" + std::to_string(i) + " ", b += "b" + std::to_string(i) + " ";
    const auto runs = word_diff(a + "last", b + "last");
    REQUIRE(runs.size() == 4);
    CHECK(runs[0] == WordRun{Side::both, "first"});
    CHECK(runs[1].side == Side::before);
    CHECK(runs[2].side == Side::after);
    CHECK(runs[3] == WordRun{Side::both, "last"});
}

TEST_CASE("a standard does not differ from itself", "[exchange][diff]") {
    for (const Standard& standard : {bakery(), full_standard(), sample_table(2).standards[0]}) {
        CHECK(diff_standards(standard, standard).changes.empty());
        CHECK(diff_sets({standard}, {}, {standard}, {}).empty());
    }
    CHECK(diff_text({}).empty());
}

TEST_CASE("rewording keeps the statement and shows the words", "[exchange][diff]") {
    const Standard before = bakery();
    Standard after = before;
    after.units[0].statements[1].text = "Kneads the dough by hand or machine";
    const auto changes = diff_standards(before, after).changes;
    REQUIRE(lines(changes) == Lines{"reworded statement B.1.2>B.1.2"});
    CHECK(changes[0].words == std::vector<WordRun>{{Side::both, "Kneads the dough by hand"}, {Side::after, "or machine"}});
}

TEST_CASE("an item put between others renumbers them and rewords none", "[exchange][diff]") {
    const Standard before = bakery();
    Standard after = before;
    Statement rest = after.units[0].statements[0];
    rest.text = "Lets the yeast rest overnight";
    after.units[0].statements.insert(after.units[0].statements.begin() + 1, rest);
    for (std::size_t i = 0; i < 4; ++i) after.units[0].statements[i].code = "B.1." + std::to_string(i + 1);
    CHECK(lines(diff_standards(before, after).changes) ==
          Lines{"added statement >B.1.2", "code-changed statement B.1.2>B.1.3", "code-changed statement B.1.3>B.1.4"});
    CHECK(lines(diff_standards(after, before).changes) ==
          Lines{"code-changed statement B.1.3>B.1.2", "code-changed statement B.1.4>B.1.3", "removed statement B.1.2>"});
}

TEST_CASE("a statement in another unit has moved", "[exchange][diff]") {
    const Standard before = bakery();
    Standard after = before;
    after.units[1].statements.push_back(after.units[0].statements[2]);
    after.units[1].statements.back().code = "B.2.3";
    after.units[0].statements.pop_back();
    const auto changes = diff_standards(before, after).changes;
    REQUIRE(lines(changes) == Lines{"moved statement B.1.3>B.2.3"});
    CHECK(changes[0].before == "B.1");
    CHECK(changes[0].after == "B.2");
}

TEST_CASE("another order and another parent are moves", "[exchange][diff]") {
    const Standard before = bakery();
    Standard swapped = before;
    std::swap(swapped.units[0].statements[0], swapped.units[0].statements[1]);
    CHECK(diff_standards(before, swapped).changes.size() == 1);
    CHECK(diff_standards(before, swapped).changes[0].kind == ChangeKind::moved);
    CHECK(diff_standards(before, swapped).changes[0].field == "order");
    Standard nested = before;
    nested.units[1].parent = "B.1";
    const auto changes = diff_standards(before, nested).changes;
    REQUIRE(lines(changes) == Lines{"moved unit B.2>B.2"});
    CHECK(changes[0].after == "B.1");
    std::swap(swapped.units[0], swapped.units[1]);
    CHECK(lines(diff_standards(before, swapped).changes).size() == 2);
}

TEST_CASE("a unit with another code but the same title is the same unit", "[exchange][diff]") {
    const Standard before = bakery();
    Standard after = before;
    after.units[1].code = "C.7";
    after.units[1].statements[0].code = "C.7.1";
    after.units[1].statements[1].code = "C.7.2";
    after.units[1].level = Level{"EstQF", "5", 5, 5};
    after.units[1].requirement = "elective";
    const StandardDiff diff = diff_standards(before, after);
    CHECK(lines(diff.changes) == Lines{"code-changed unit B.2>C.7", "level-changed unit B.2>C.7", "changed unit B.2>C.7 requirement"});
    CHECK(diff.changes[1].before.empty());
    CHECK(diff.changes[1].after == "EstQF 5");
    CHECK(diff.units == std::map<std::string, std::string>{{"B.1", "B.1"}, {"B.2", "C.7"}});
    CHECK(diff.statements.at("B.2.1") == "C.7.1");
}

TEST_CASE("a code that another unit got is no rewording", "[exchange][diff]") {
    const Standard before = bakery();
    Standard after = before;
    after.units[1].title = "Driving a van";
    after.units[1].statements[0].text = "Checks tyres before leaving";
    after.units[1].statements.pop_back();
    CHECK(lines(diff_standards(before, after).changes) ==
          Lines{"added unit >B.2", "added statement >B.2.1", "removed unit B.2>", "removed statement B.2.1>", "removed statement B.2.2>"});
}

TEST_CASE("what is said of the whole standard is compared", "[exchange][diff]") {
    Standard before = bakery();
    before.qualifications = {{"", "whole", "", "Baker", {}, {}, std::nullopt, {{"B.1", "B.2"}, {}}, {}},
                             {"", "partial", "", "Seller", {}, {}, std::nullopt, {}, {}}};
    Standard after = before;
    after.version = "2";
    after.title = "Master baker";
    after.valid_until = "2030-01-01";
    after.level = Level{"EstQF", "5", 5, 5};
    after.fields["study_load"] = "240";
    after.qualifications[0].rule = {{"B.1"}, {{1, {"B.2"}}}};
    after.qualifications.pop_back();
    after.persons.push_back({"Somebody", "", ""});
    const auto changes = diff_standards(before, after).changes;
    CHECK(lines(changes) == Lines{"reworded standard >", "level-changed standard >", "changed standard > version",
                                  "changed standard > valid_until", "changed standard > fields.study_load",
                                  "changed qualification Baker>Baker rule", "removed qualification Seller>"});
    CHECK(changes[5].before == "B.1, B.2");
    CHECK(changes[5].after == "B.1; at least 1 of B.2");
}

TEST_CASE("links follow their ends to new codes", "[exchange][diff]") {
    const Standard before = bakery();
    Standard after = before;
    after.id = before.id;
    after.units[1].code = "C.7";
    Standard other = plain_standard("C1", 2, 1);
    const Link kept = plain_link(before.id, "B.2", other.id, "C1-K1");
    Link kept_now = kept;
    kept_now.source.unit = "C.7";
    const Link lost = plain_link(before.id, "B.1", other.id, "C1-K1");
    const Link gained = plain_link(before.id, "B.1", other.id, "C1-K2");
    Link weaker = plain_link(before.id, "C.7", other.id, "C1-K2");
    const Link weak = plain_link(before.id, "B.2", other.id, "C1-K2");
    weaker.confidence = 0.4;
    const SetDiff diff = diff_sets({before, other}, {kept, lost, weak}, {after, other}, {gained, weaker, kept_now});
    REQUIRE(diff.links.size() == 3);
    CHECK(diff.links[0] == LinkChange{lost, std::nullopt});
    CHECK(diff.links[1] == LinkChange{std::nullopt, gained});
    CHECK(diff.links[2] == LinkChange{weak, weaker});
    CHECK(diff.standards.size() == 1);
}

TEST_CASE("a superseded edition is compared with the one that follows it", "[exchange][diff]") {
    Standard old = bakery();
    old.id += "@1";
    Standard now = bakery();
    now.version = "2";
    const Standard gone = plain_standard("C1");
    const Standard fresh = plain_standard("C2");
    const SetDiff diff = diff_sets({old, gone}, {}, {fresh, now}, {});
    REQUIRE(diff.standards.size() == 3);
    CHECK(diff.standards[0].before_id == "nl-mbo:C1");
    CHECK(diff.standards[0].after_id.empty());
    CHECK(diff.standards[1].before_id.empty());
    CHECK(diff.standards[1].after_id == "nl-mbo:C2");
    CHECK(lines(diff.standards[2].changes) == Lines{"changed standard > version"});
}

TEST_CASE("a difference is written for people and for programs", "[exchange][diff]") {
    const Standard before = bakery();
    Standard after = before;
    after.version = "2";
    after.units[0].statements[1].text = "Kneads dough by hand, \"slowly\"";
    after.units[1].statements.pop_back();
    const Link link = plain_link(before.id, "B.1", "y:z", "1");
    const SetDiff diff = diff_sets({before}, {link}, {after}, {});
    CHECK(diff_text(diff) ==
          "x:baker-estqf-4 version 1 -> x:baker-estqf-4 version 2: Baker\n"
          "  changed standard version: 1 -> 2\n"
          "  reworded statement B.1.2: Kneads [-the-] dough by [-hand-] {+hand, \"slowly\"+}\n"
          "  removed statement B.2.2: Counts the cash at closing time\n"
          "links\n"
          "  lost x:baker-estqf-4#B.1 -> y:z#1: overlaps 0.5 suggested\n"
          "standards: 1, changes: 3, links: 1\n");
    CHECK(diff_csv(diff) ==
          "standard,part,kind,field,before_code,after_code,before,after\n"
          "x:baker-estqf-4,standard,changed,version,,,1,2\n"
          "x:baker-estqf-4,statement,reworded,,B.1.2,B.1.2,Kneads the dough by hand,\"Kneads dough by hand, \"\"slowly\"\"\"\n"
          "x:baker-estqf-4,statement,removed,,B.2.2,,Counts the cash at closing time,\n"
          ",link,lost,,x:baker-estqf-4#B.1 -> y:z#1,,overlaps 0.5 suggested,\n");
    const std::string text = diff_json(diff);
    const JsonDocument json(text, "diff");
    const auto standard = json.root().at("standards").items().at(0);
    CHECK(standard.at("state").string() == "changed");
    CHECK(standard.at("before_version").string() == "1");
    CHECK(standard.at("changes").items().size() == 3);
    CHECK(standard.at("changes").items()[1].at("words").items().at(1).at("side").string() == "before");
    CHECK(json.root().at("links").items().at(0).at("kind").string() == "lost");
}
