#include "model/text/speller.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using namespace kwalign::model;
namespace fs = std::filesystem;

namespace {

/// A folder of small dictionaries, removed at the end.
class Folder {
public:
    Folder() : m_path(fs::temp_directory_path() / ("kwalign-speller-" + std::to_string(::getpid()))) { fs::create_directories(m_path); }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void add(const std::string& name, const std::string& affixes, const std::string& words) const {
        std::ofstream(m_path / (name + ".aff"), std::ios::binary) << affixes;
        std::ofstream(m_path / (name + ".dic"), std::ios::binary) << words;
    }
    [[nodiscard]] std::vector<fs::path> list() const { return {m_path / "none", m_path}; }
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

}  // namespace

TEST_CASE("A dictionary knows its words and their inflections", "[model][speller]") {
    const Folder folder;
    folder.add("nl", "SET UTF-8\nSFX A Y 1\nSFX A 0 en .\n", "3\nsysteem\nboek/A\ncontinuïteit\n");
    const auto speller = Speller::open("nl", folder.list());
    REQUIRE(speller);
    CHECK(speller->language() == "nl");
    CHECK(speller->knows("boeken"));
    CHECK(speller->knows("Boek"));
    CHECK(speller->knows("SYSTEEM"));
    CHECK(speller->knows("continuïteit"));
    CHECK_FALSE(speller->knows("continuiteit"));
    CHECK_FALSE(speller->knows("bockje"));
    CHECK_FALSE(speller->knows(""));
    CHECK_FALSE(speller->knows(std::string(10'000, 'a')));
}

TEST_CASE("A dictionary names the entries that a word is a form of", "[model][speller]") {
    const Folder folder;
    folder.add("nl", "SET UTF-8\nSFX A Y 1\nSFX A 0 en .\n", "2\nboek/A\nboeken\n");
    folder.add("et_EE", "SET ISO8859-15\nSFX A Y 1\nSFX A 0 d .\n", "1\n\xF5ppija/A\n");
    CHECK(Speller::open("nl", folder.list())->stems("boeken") == std::vector<std::string>{"boek", "boeken"});
    CHECK(Speller::open("nl", folder.list())->stems("fiets").empty());
    CHECK(Speller::open("nl", folder.list())->stems(std::string(10'000, 'a')).empty());
    CHECK(Speller::open("et", folder.list())->stems("õppijad") == std::vector<std::string>{"õppija"});
    CHECK(dictionary_files("et", folder.list()) == std::vector<fs::path>{folder.path() / "et_EE.dic"});
    CHECK(dictionary_files("fi", folder.list()).empty());
}

TEST_CASE("A dictionary in an older encoding is asked in it", "[model][speller]") {
    const Folder folder;
    folder.add("et_EE", "SET ISO8859-15\n", "2\n\xF5ppija\n\xBEurnaal\n");
    const auto speller = Speller::open("et", folder.list());
    REQUIRE(speller);
    CHECK(speller->knows("õppija"));
    CHECK_FALSE(speller->knows("oppija"));
    CHECK_FALSE(speller->knows("õppija語"));
}

TEST_CASE("Variants of a language count as one and links to the same file once", "[model][speller]") {
    const Folder folder;
    folder.add("en_GB", "SET UTF-8\n", "1\ncolour\n");
    folder.add("en_US", "SET UTF-8\n", "1\ncolor\n");
    fs::create_symlink(folder.path() / "en_US.aff", folder.path() / "en_XX.aff");
    fs::create_symlink(folder.path() / "en_US.dic", folder.path() / "en_XX.dic");
    const auto speller = Speller::open("en", folder.list());
    REQUIRE(speller);
    CHECK(speller->knows("colour"));
    CHECK(speller->knows("color"));
}

TEST_CASE("Where a language has no dictionary there is no speller and it is said", "[model][speller]") {
    const Folder folder;
    folder.add("eng", "SET UTF-8\n", "1\nword\n");  // another language's name only begins alike
    folder.add("xx", "SET no-such-encoding\n", "1\nword\n");
    CHECK_FALSE(Speller::open("en", folder.list()));
    CHECK_FALSE(Speller::open("xx", folder.list()));
    folder.add("nl", "SET UTF-8\n", "1\nword\n");
    const Spellers spellers(folder.list());
    CHECK(spellers.find("et") == nullptr);
    CHECK(spellers.find("") == nullptr);
    REQUIRE(spellers.find("nl") != nullptr);
    CHECK(spellers.find("nl") == spellers.find("nl"));
    CHECK(spellers.missing() == std::vector<std::string>{"", "et"});
}

TEST_CASE("Threads may ask one dictionary at the same time", "[model][speller]") {
    const Folder folder;
    folder.add("nl", "SET UTF-8\n", "1\nwoord\n");
    const Spellers spellers(folder.list());
    std::vector<int> known(4, 0);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < known.size(); ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 200; ++i) known[t] += spellers.find("nl")->knows(i % 2 == 0 ? "woord" : "geen" + std::to_string(i)) ? 1 : 0;
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(known == std::vector<int>(4, 100));
}
