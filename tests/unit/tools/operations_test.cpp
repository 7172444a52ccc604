#include "model/store/store.hpp"
#include "tools/app/align_standards.hpp"
#include "tools/app/ingest_files.hpp"
#include "tools/app/lint.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace kwalign;
namespace fs = std::filesystem;

namespace {

/// A folder with a store and two flat lists, gone afterwards.
class Desk {
public:
    Desk() : m_folder(fs::temp_directory_path() / ("kwalign-operations-" + std::to_string(getpid()))) {
        fs::create_directories(m_folder);
        write("ours.csv", "id,title,lang\nA1,Handles incidents reported by users,en\nA2,Grows vegetables,en\n");
        write("theirs.csv", "id,title,lang\nB1,Handelt incidenten van gebruikers af,nl\nB2,Verzorgt administratie,nl\n");
        workspace = {m_folder / "kwalign.db", KWALIGN_SOURCE_DIR "/corpora", 2};
    }
    ~Desk() { fs::remove_all(m_folder); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    void write(const std::string& name, const std::string& text) const { std::ofstream(m_folder / name) << text; }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder / name).string(); }
    [[nodiscard]] tools::IngestReport ingest(const std::vector<std::string>& paths, bool dry_run = false) const {
        tools::IngestRequest request;
        request.paths = paths;
        request.dry_run = dry_run;
        return tools::ingest_files(workspace, request);
    }

private:
    fs::path m_folder;

public:
    tools::Workspace workspace;
};

const model::Link* find_link(const std::vector<model::Link>& links, const std::string& source, const std::string& target) {
    const auto found = std::find_if(links.begin(), links.end(),
                                    [&](const model::Link& link) { return link.source.code() == source && link.target.code() == target; });
    return found == links.end() ? nullptr : &*found;
}

model::Link decided(const std::string& source, const std::string& target, model::LinkStatus status) {
    model::Link link;
    link.source = {"ours:ours", source, ""};
    link.target = {"theirs:theirs", target, ""};
    link.relation = model::Relation::equivalent;
    link.confidence = 0.5;
    link.decision = {status, "M. Maasikas", "2024-05-01", "seen"};
    return link;
}

}  // namespace

TEST_CASE("A batch goes on whatever single files are like", "[tools][ingest]") {
    const Desk desk;
    desk.write("empty.csv", "");
    const auto report = desk.ingest({desk.path("empty.csv"), desk.path("ours.csv"), desk.path("nowhere.csv")});
    REQUIRE(report.files.size() == 3);
    CHECK(report.files[0].status == tools::FileStatus::empty);
    CHECK(report.files[1].status == tools::FileStatus::read);
    CHECK(report.files[1].units == 2);
    CHECK(report.files[2].status == tools::FileStatus::missing);
    CHECK(report.failures() == 2);
    CHECK(desk.ingest({desk.path("ours.csv")}).files[0].status == tools::FileStatus::unchanged);
}

TEST_CASE("A dry run and a hopeless batch leave no store behind", "[tools][ingest]") {
    const Desk desk;
    CHECK(desk.ingest({desk.path("ours.csv")}, true).files[0].status == tools::FileStatus::read);
    CHECK(desk.ingest({desk.path("nowhere.csv")}).failures() == 1);
    CHECK_FALSE(fs::exists(desk.workspace.store));
}

TEST_CASE("Progress is told for each file in order", "[tools][ingest]") {
    const Desk desk;
    tools::IngestRequest request;
    request.paths = {desk.path("ours.csv"), desk.path("theirs.csv")};
    std::vector<std::size_t> done;
    const auto report = tools::ingest_files(desk.workspace, request, [&](const tools::FileReport&, std::size_t n, std::size_t total) {
        CHECK(total == 2);
        done.push_back(n);
    });
    CHECK(done == std::vector<std::size_t>{1, 2});
}

TEST_CASE("Links are stored and a second run replaces suggestions", "[tools][align]") {
    const Desk desk;
    (void)desk.ingest({desk.path("ours.csv"), desk.path("theirs.csv")});
    tools::AlignRequest request;
    request.names = {"ours", "theirs"};
    request.min_confidence = 0.01;
    const auto summaries = tools::align_standards(desk.workspace, request);
    REQUIRE(summaries.size() == 1);
    CHECK(summaries[0].source == "ours:ours");
    CHECK(summaries[0].source_units == 2);
    CHECK(find_link(summaries[0].strongest, "A1", "B1") != nullptr);
    const model::Store store(desk.workspace.store, model::Store::Mode::read_only);
    const auto count = store.links("ours:ours", "theirs:theirs").size();
    CHECK(count >= 1);
    (void)tools::align_standards(desk.workspace, request);
    CHECK(store.links("ours:ours", "theirs:theirs").size() == count);
}

TEST_CASE("Decisions of the store are carried into the table", "[tools][align]") {
    const Desk desk;
    (void)desk.ingest({desk.path("ours.csv"), desk.path("theirs.csv")});
    {
        model::Store store(desk.workspace.store);
        store.put_links("ours:ours", "theirs:theirs",
                        {decided("A1", "B1", model::LinkStatus::rejected), decided("A2", "B2", model::LinkStatus::confirmed)});
    }
    tools::AlignRequest request;
    request.names = {"ours", "theirs"};
    request.min_confidence = 0.01;
    const auto table = tools::build_table(desk.workspace, request);
    REQUIRE(table.pairs.size() == 1);
    const auto* confirmed = find_link(table.pairs[0].links, "A2", "B2");
    REQUIRE(confirmed != nullptr);
    CHECK(confirmed->decision.status == model::LinkStatus::confirmed);
    CHECK(confirmed->relation == model::Relation::equivalent);
    const auto* rejected = find_link(table.pairs[0].links, "A1", "B1");
    REQUIRE(rejected != nullptr);
    CHECK(rejected->decision.status == model::LinkStatus::rejected);
    const auto summaries = tools::align_standards(desk.workspace, request);
    CHECK(find_link(summaries[0].strongest, "A1", "B1") == nullptr);
}

TEST_CASE("The standards of one framework are compared only where it is alone", "[tools][align]") {
    const Desk desk;
    tools::IngestRequest request;
    request.framework = "all";
    request.paths = {desk.path("ours.csv")};
    (void)tools::ingest_files(desk.workspace, request);
    (void)desk.ingest({desk.path("theirs.csv"), desk.path("ours.csv")});
    tools::AlignRequest all;
    all.names = {"all", "ours", "theirs"};
    CHECK(tools::build_table(desk.workspace, all).pairs.size() == 3);
    all.names = {"ours"};
    CHECK_THROWS(tools::build_table(desk.workspace, all));
}

TEST_CASE("Lint reads a file without storing it", "[tools][lint]") {
    const Desk desk;
    const auto report = tools::lint(desk.workspace, {desk.path("ours.csv"), "", "", ""});
    CHECK(report.standard == "ours:ours");
    CHECK_FALSE(report.doubtful());
    CHECK_FALSE(fs::exists(desk.workspace.store));
}
