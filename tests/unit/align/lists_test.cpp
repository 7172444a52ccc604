#include "tests/support/generated_lists.hpp"

#include "align/engine.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

using namespace kwalign;
using namespace kwalign::align;

namespace {

const std::filesystem::path data = std::filesystem::path(KWALIGN_SOURCE_DIR) / "corpora";
constexpr std::size_t entries = 300;
constexpr std::size_t top = 10;

const Engine& engine() {
    static const Engine one(data);
    return one;
}

const tests::GeneratedLists& lists() {
    static const tests::GeneratedLists made = tests::generate_lists(Lexicon::load(data / "lexicon"), {entries, 0.6, 7});
    return made;
}

model::EquivalenceTable link_lists(unsigned jobs, AlignOptions::Level level, bool every_pair = false) {
    AlignOptions options;
    options.top = top;
    options.jobs = jobs;
    options.level = level;
    options.every_pair = every_pair;
    return engine().align({lists().source, lists().target}, {}, options);
}

}  // namespace

TEST_CASE("Entries of two lists are linked as statements with reasons", "[align][lists]") {
    const model::EquivalenceTable table = link_lists(1, AlignOptions::Level::statement);
    REQUIRE(table.pairs.size() == 1);
    CHECK(table.pairs[0].links.empty());
    std::map<std::string, std::vector<const model::Link*>> of_source;
    for (const model::Link& link : table.pairs[0].statement_links) {
        CHECK(link.source.statement.empty());
        CHECK_FALSE(link.evidence.empty());
        of_source[link.source.unit].push_back(&link);
    }
    CHECK(of_source.size() == entries);
    std::size_t asked = 0;
    std::size_t found = 0;
    for (std::size_t i = 0; i < entries; ++i) {
        const std::vector<const model::Link*>& links = of_source[lists().source.units[i].code];
        CHECK(links.size() <= top);
        CHECK(std::is_sorted(links.begin(), links.end(),
                             [](const model::Link* a, const model::Link* b) { return a->confidence > b->confidence; }));
        if (lists().partner[i] == tests::GeneratedLists::nobody) continue;
        ++asked;
        const std::string& partner = lists().target.units[lists().partner[i]].code;
        found += std::any_of(links.begin(), links.end(), [&](const model::Link* link) { return link->target.unit == partner; }) ? 1U : 0U;
    }
    CHECK(asked > entries / 2);
    CHECK(static_cast<double>(found) > 0.97 * static_cast<double>(asked));
}

TEST_CASE("Lists are linked the same with any number of threads", "[align][lists]") {
    CHECK(link_lists(1, AlignOptions::Level::statement) == link_lists(3, AlignOptions::Level::statement));
}

TEST_CASE("The candidate search loses next to nothing of what scoring every pair gives", "[align][lists]") {
    const auto ends = [](const model::EquivalenceTable& table) {
        std::set<std::pair<std::string, std::string>> out;
        for (const model::Link& link : table.pairs[0].statement_links) out.emplace(link.source.unit, link.target.unit);
        return out;
    };
    const auto searched = ends(link_lists(0, AlignOptions::Level::statement));
    const auto all = ends(link_lists(0, AlignOptions::Level::statement, true));
    const auto lost = std::count_if(all.begin(), all.end(), [&](const auto& pair) { return !searched.contains(pair); });
    CHECK(static_cast<double>(lost) < 0.01 * static_cast<double>(all.size()));
}

TEST_CASE("By default the entries of two lists are linked as units", "[align][lists]") {
    const model::EquivalenceTable table = link_lists(0, AlignOptions::Level::unit);
    CHECK_FALSE(table.pairs[0].links.empty());
    CHECK(table.pairs[0].statement_links.empty());
    CHECK(table.pairs[0].coverage.size() == 2 * entries);
}

TEST_CASE("An entry of a list meets a statement of a document", "[align][lists]") {
    model::Standard list;
    list.id = "list:a";
    list.framework = "list";
    list.kind = "competence_list";
    model::Unit entry;
    entry.code = "X1";
    entry.title = "Handles security incidents and reports them to the customer";
    entry.lang = "en";
    list.units.push_back(entry);
    entry.code = "X2";
    entry.title = "Bakes bread";
    list.units.push_back(entry);
    model::Standard document;
    document.id = "doc:b";
    document.framework = "doc";
    document.kind = "occupational_qualification_standard";
    model::Unit unit;
    unit.code = "B.1";
    unit.title = "Beveiliging";
    unit.lang = "nl";
    model::Statement statement;
    statement.code = "B.1.1";
    statement.kind = model::StatementKind::performance_indicator;
    statement.lang = "nl";
    statement.text = "Handelt beveiligingsincidenten af en rapporteert ze aan de klant";
    unit.statements.push_back(statement);
    document.units.push_back(unit);
    AlignOptions options;
    options.top = 1;
    const model::EquivalenceTable table = engine().align({list, document}, {}, options);
    const auto& links = table.pairs[0].statement_links;
    const auto found = std::find_if(links.begin(), links.end(), [](const model::Link& link) { return link.source.unit == "X1"; });
    REQUIRE(found != links.end());
    CHECK(found->target.statement == "B.1.1");
    CHECK(found->source.code() == "X1");
}
