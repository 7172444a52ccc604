#include "model/error.hpp"
#include "model/identity.hpp"
#include "model/store/store.hpp"
#include "tests/unit/model/sample_standard.hpp"
#include "tests/unit/model/store/temporary_folder.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

using namespace kwalign::model;
using namespace kwalign::tests;

namespace {

Standard revision(int number, int round) {
    Standard standard = plain_standard("C" + std::to_string(number), 5, 20);
    standard.title = "round " + std::to_string(round);
    return standard;
}

/// Runs `work` in a child process.
template <typename Work>
pid_t start_child(Work work) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        try {
            work();
        } catch (...) {
            _exit(1);
        }
        _exit(0);
    }
    return child;
}

int exit_status_of(pid_t child) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return status;
}

/// All that is listed can be read, and every standard is whole.
void check_whole(const std::filesystem::path& file) {
    Store store(file);
    for (const StandardSummary& summary : store.list()) {
        const auto standard = store.get(summary.id);
        REQUIRE(standard);
        CHECK(standard->units.size() == 5);
        CHECK(standard->title == summary.title);
        CHECK(store.resolve(summary.id.substr(7)) == std::vector<std::string>{summary.id});
    }
}

}  // namespace

TEST_CASE("two connections see each other", "[store]") {
    const TemporaryFolder folder;
    Store first(folder / "a.db");
    Store second(folder / "a.db");
    const Store reader(folder / "a.db", Store::Mode::read_only);
    CHECK(first.put(revision(1, 1)) == PutResult::added);
    CHECK(second.put(revision(1, 1)) == PutResult::unchanged);
    CHECK(second.put(revision(1, 2)) == PutResult::updated);
    CHECK(first.get("nl-mbo:C1")->title == "round 2");
    CHECK(reader.get("nl-mbo:C1")->title == "round 2");
    CHECK(second.remove("nl-mbo:C1"));
    CHECK(first.list().empty());
    CHECK(reader.list().empty());
}

TEST_CASE("several processes create and fill one store together", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "a.db";
    std::vector<pid_t> children;
    for (int child = 0; child < 4; ++child)
        children.push_back(start_child([&] {
            Store store(file);
            for (int i = 0; i < 25; ++i) (void)store.put(revision(child * 100 + i, 1));
        }));
    for (const pid_t child : children) CHECK(exit_status_of(child) == 0);
    CHECK(Store(file).list().size() == 100);
    check_whole(file);
}

TEST_CASE("a process killed while writing leaves a whole store", "[store]") {
    const TemporaryFolder folder;
    const auto file = folder / "a.db";
    for (int round = 0; round < 12; ++round) {
        const pid_t child = start_child([&] {
            Store store(file);
            for (int i = 0;; ++i) (void)store.put(revision(i % 50, round * 1'000'000 + i));
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(3 + round * 9));  // from the creation of the file on
        REQUIRE(kill(child, SIGKILL) == 0);
        CHECK(WIFSIGNALED(exit_status_of(child)));
        CAPTURE(round);
        check_whole(file);
    }
    CHECK_FALSE(Store(file).list().empty());
}
