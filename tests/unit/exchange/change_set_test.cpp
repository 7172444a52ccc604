#include "model/exchange/change_set.hpp"
#include "model/error.hpp"
#include "model/exchange/store_source.hpp"
#include "model/identity.hpp"
#include "tests/unit/exchange/round_trip.hpp"
#include "tests/unit/interchange/sample_table.hpp"
#include "tests/unit/model/sample_standard.hpp"
#include "tests/unit/model/store/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace kwalign::model;
using namespace kwalign::tests;
using Catch::Matchers::Contains;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

EquivalenceTable with_links(std::vector<Standard> standards, std::vector<Link> links) {
    EquivalenceTable table = table_of(std::move(standards));
    Pair pair;
    pair.source = 0;
    pair.target = 1;
    pair.links = std::move(links);
    table.pairs = {pair};
    return table;
}

}  // namespace

TEST_CASE("only what changed goes out again and keeps its identifiers", "[exchange][changes]") {
    const Standard before = plain_standard("C1", 3, 2);
    Standard after = before;
    after.units[1].statements[0].text = "Kan een netwerk beheren en legt aan gebruikers uit wat er nieuw is";
    const Standard other = plain_standard("C2", 2, 1);
    const Link kept = plain_link(before.id, "C1-K1", other.id, "C1-K1");
    const Link gained = plain_link(before.id, "C1-K2", other.id, "C1-K2");
    const Link lost = plain_link(before.id, "C1-K3", other.id, "C1-K2");
    const ChangeSet changes(diff_sets({before, other}, {kept, lost}, {after, other}, {kept, gained}));
    CHECK(!changes.empty());
    ExportOptions options;
    options.changes = &changes;
    const Exported exported = export_all("case", with_links({after, other}, {kept, gained}), options);
    REQUIRE(exported.texts.size() == 2);  // one standard changed, and links of the pair
    CHECK(count(exported.texts[0], "\"fullStatement\"") == 1);
    CHECK_THAT(exported.texts[0], Contains(uuid_v5(after.units[1].statements[0].id)) && Contains("wat er nieuw is"));
    CHECK(count(exported.texts[0], "\"associationType\"") == 0);
    CHECK(count(exported.texts[1], "\"associationType\"") == 1);
    CHECK_THAT(exported.texts[1], Contains("C1-K2"));
    REQUIRE(exported.losses.count("removed") == 1);
    CHECK(changes.removed() == std::vector<std::string>{"nl-mbo:C1#C1-K3 -> nl-mbo:C2#C1-K2"});

    const Exported rows = export_all("sssom", with_links({after, other}, {kept, gained}), options);
    CHECK(count(rows.texts.at(0), "\nuuid:") == 1);
}

TEST_CASE("a code that bears another text now is not removed", "[exchange][changes]") {
    const Standard before = plain_standard("C1", 1, 3);
    Standard after = before;
    after.units[0].statements[0].text = "Iets heel anders";
    std::swap(after.units[0].statements[1].code, after.units[0].statements[2].code);
    after.units[0].statements.resize(2);
    // The first text is another, the second has the third's code, and the third is gone with the second's.
    const ChangeSet changes(diff_sets({before}, {}, {after}, {}));
    CHECK(changes.removed() == std::vector<std::string>{"nl-mbo:C1#C1-K1.2"});
    CHECK(changes.has_statement(before.id, "C1-K1.1"));
    CHECK(changes.has_statement(before.id, "C1-K1.3"));
    CHECK(!changes.has_unit(before.id, "C1-K1"));
}

TEST_CASE("an added part brings the hierarchy with it", "[exchange][changes]") {
    const Standard before = plain_standard("C1", 2, 2);
    Standard after = before;
    Statement added = after.units[0].statements[0];
    added.id = "nl-mbo:C1#new";
    added.code = "new";
    added.text = "Iets heel anders dan de rest";
    after.units[0].statements.insert(after.units[0].statements.begin(), added);
    const ChangeSet changes(diff_sets({before}, {}, {after}, {}));
    ExportOptions options;
    options.changes = &changes;
    const Exported exported = export_all("case", table_of({after}), options);
    CHECK(count(exported.texts.at(0), "\"fullStatement\"") == 1);
    CHECK(count(exported.texts.at(0), "\"associationType\"") == 7);
}

TEST_CASE("a new standard and a new date go out whole and nothing else at all", "[exchange][changes]") {
    const Standard before = plain_standard("C1", 2, 2);
    Standard after = before;
    after.valid_until = "2031-01-01";
    const Standard fresh = plain_standard("C2", 1, 1);
    const Standard gone = plain_standard("C3", 1, 1);
    const Standard same = plain_standard("C4", 1, 1);
    const ChangeSet changes(diff_sets({before, gone, same}, {}, {after, fresh, same}, {}));
    CHECK(changes.removed() == std::vector<std::string>{gone.id});
    ExportOptions options;
    options.changes = &changes;
    const Exported exported = export_all("case", table_of({after, fresh, same}), options);
    REQUIRE(exported.texts.size() == 2);
    CHECK(count(exported.texts[0], "\"fullStatement\"") == 6);
    CHECK(count(exported.texts[1], "\"fullStatement\"") == 2);
    CHECK(ChangeSet(diff_sets({same}, {}, {same}, {})).empty());
}

TEST_CASE("what is not chosen does not make a unit unlinked", "[exchange][sssom]") {
    ExportOptions options;
    options.no_term_found = true;
    options.links = LinkChoice::confirmed;
    const ImportResult result = import_from("sssom", export_all("sssom", sample_table(2), options).texts.at(0), "x");
    CHECK(result.links.size() == 1);
    REQUIRE(result.gaps.size() == 2);
    CHECK(result.gaps[0].item.unit == "B.3.5");
    CHECK(result.gaps[1].item.unit == "PLO 5");
}

TEST_CASE("a store is exported like a table", "[exchange][store]") {
    EquivalenceTable table =
        with_links({plain_standard("C1", 2, 2), plain_standard("C2", 2, 1)}, {plain_link("nl-mbo:C1", "C1-K1", "nl-mbo:C2", "C1-K2")});
    const TemporaryFolder folder;
    Store store(folder / "kwalign.db");
    for (const Standard& standard : table.standards) store.put(standard);
    store.put_links("nl-mbo:C1", "nl-mbo:C2", table.pairs[0].links);
    const std::vector<std::string> ids{"nl-mbo:C1", "nl-mbo:C2"};
    CHECK(linked_pairs(store, ids) == std::vector<std::pair<std::string, std::string>>{{"nl-mbo:C1", "nl-mbo:C2"}});
    CHECK(linked_pairs(store, {"nl-mbo:C2"}).empty());
    const StoreSource source(store, ids, linked_pairs(store, ids));
    for (const std::string format : {"case", "jsonl", "sssom"}) {
        CAPTURE(format);
        MemoryOutput output;
        export_to(format, source, output, {});
        std::vector<std::string> texts;
        for (const auto& [name, sink] : output.files) texts.push_back(sink->text());
        CHECK(texts == export_all(format, table).texts);
        CHECK(output.finished);
    }
    MemoryOutput output;
    CHECK_THROWS_AS(export_to("case", StoreSource(store, {"no:such"}, {}), output, {}), Error);
    CHECK(!output.finished);
}
