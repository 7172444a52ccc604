#include "tools/app/standards.hpp"

#include "model/error.hpp"
#include "model/identity.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <filesystem>

using namespace kwalign;
namespace fs = std::filesystem;

namespace {

class Fixture {
public:
    Fixture() : m_file(fs::temp_directory_path() / ("kwalign-standards-" + std::to_string(getpid()) + ".db")), store(m_file) {
        for (const char* title : {"Baker", "Brewer"}) put("one", title);
        put("two", "Carpenter");
    }
    ~Fixture() {
        for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(m_file.string() + suffix);
    }
    Fixture(const Fixture&) = delete;
    Fixture& operator=(const Fixture&) = delete;

private:
    void put(const std::string& framework, const std::string& title) {
        model::Standard standard;
        standard.framework = framework;
        standard.title = title;
        model::assign_identities(standard);
        store.put(standard);
    }
    fs::path m_file;

public:
    model::Store store;
};

}  // namespace

TEST_CASE("A framework stands for all its standards and each is taken once", "[tools][standards]") {
    const Fixture fixture;
    const auto selection = tools::select_standards(fixture.store, {"two", "one", "one:baker"}, true);
    REQUIRE(selection.standards.size() == 3);
    CHECK(selection.standards[0].title == "Carpenter");
    CHECK(selection.standards[1].title == "Baker");
    CHECK(selection.standards[2].title == "Brewer");
    CHECK(selection.groups == std::vector<std::size_t>{0, 1, 1});
    CHECK(selection.rest.empty());
}

TEST_CASE("What was not named is background", "[tools][standards]") {
    const Fixture fixture;
    const auto selection = tools::select_standards(fixture.store, {"one:brewer"}, true);
    REQUIRE(selection.background().size() == 2);
    CHECK(selection.background()[0]->title == "Baker");
    CHECK(tools::select_standards(fixture.store, {"one:brewer"}, false).rest.empty());
}

TEST_CASE("One standard is asked for and one must be meant", "[tools][standards]") {
    const Fixture fixture;
    CHECK(tools::select_standard(fixture.store, "two").title == "Carpenter");
    CHECK_THROWS_WITH(tools::select_standard(fixture.store, "one"),
                      Catch::Contains("2 standards") && Catch::Contains("one:baker, one:brewer"));
    CHECK_THROWS_AS(tools::select_standard(fixture.store, "three"), model::Error);
}
