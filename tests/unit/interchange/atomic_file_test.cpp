#include "model/error.hpp"
#include "model/interchange/table_writer.hpp"

#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>

using namespace kwalign;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() : m_path(fs::temp_directory_path() / ("kwalign-atomic-" + std::to_string(::getpid()))) {
        fs::remove_all(m_path);
        fs::create_directories(m_path);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] fs::path operator/(const char* name) const { return m_path / name; }
    [[nodiscard]] std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_path), fs::directory_iterator()));
    }

private:
    fs::path m_path;
};

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

model::ErrorCode code_of_failure(const fs::path& file, std::string_view bytes = "x") {
    try {
        model::write_file_atomically(file, bytes);
    } catch (const model::Error& error) {
        CHECK(error.place() == file.string());
        return error.code();
    }
    return model::ErrorCode::internal;
}

}  // namespace

TEST_CASE("a file is written whole and nothing is left beside it", "[interchange][file]") {
    const Folder folder;
    const std::string bytes = std::string("a\0b", 3) + std::string(300'000, 'x');
    model::write_file_atomically(folder / "table.csv", bytes);
    CHECK(content(folder / "table.csv") == bytes);
    model::write_file_atomically(folder / "table.csv", "");
    CHECK(content(folder / "table.csv").empty());
    CHECK(folder.entries() == 1);
}

TEST_CASE("an existing file keeps its mode and a link stays a link", "[interchange][file]") {
    const Folder folder;
    model::write_file_atomically(folder / "table.csv", "old");
    fs::permissions(folder / "table.csv", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("table.csv", folder / "link.csv");
    model::write_file_atomically(folder / "link.csv", "new");
    CHECK(fs::is_symlink(folder / "link.csv"));
    CHECK(content(folder / "table.csv") == "new");
    CHECK(fs::status(folder / "table.csv").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a write that fails is reported and leaves the old file", "[interchange][file]") {
    const Folder folder;
    CHECK(code_of_failure(folder / "missing/table.csv") == model::ErrorCode::write_failed);
    CHECK(code_of_failure(folder / "") == model::ErrorCode::write_failed);
    fs::create_directory(folder / "d");
    CHECK(code_of_failure(folder / "d") == model::ErrorCode::write_failed);
    if (fs::exists("/dev/full")) CHECK(code_of_failure("/dev/full") == model::ErrorCode::write_failed);
    CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("a disk that fills up half way leaves the old file whole", "[interchange][file]") {
    const Folder folder;
    model::write_file_atomically(folder / "table.csv", "old and whole");
    // A limit on file size stands in for a full disk: the write stops after some bytes.
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 4096;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    const model::ErrorCode code = code_of_failure(folder / "table.csv", std::string(100'000, 'n'));
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, old_handler);
    CHECK(code == model::ErrorCode::write_failed);
    CHECK(content(folder / "table.csv") == "old and whole");
    CHECK(folder.entries() == 1);
}
