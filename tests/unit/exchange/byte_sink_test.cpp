#include "model/exchange/byte_sink.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <fstream>
#include <iterator>

using namespace kwalign::model;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "kwalign-exchange-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_path = name;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] fs::path operator/(const char* name) const { return m_path / name; }
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_path), fs::directory_iterator()));
    }
    [[nodiscard]] const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

std::string contents(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("a file appears when it is committed and not before", "[exchange][sink]") {
    const Folder folder;
    const fs::path file = folder / "out.json";
    std::ofstream(file) << "old";
    {
        FileSink sink(file);
        sink.write("new ");
        sink.write(std::string(100'000, 'x'));
        CHECK(contents(file) == "old");
    }
    CHECK(contents(file) == "old");
    CHECK(folder.count() == 1);
    FileSink sink(file);
    sink.write("new");
    sink.commit();
    CHECK(contents(file) == "new");
    CHECK(folder.count() == 1);
}

TEST_CASE("a full disk is reported", "[exchange][sink]") {
    if (!fs::exists("/dev/full")) return;
    FileSink sink("/dev/full");
    sink.write("some bytes");
    REQUIRE_THROWS_AS(sink.commit(), Error);
}

TEST_CASE("a folder gets all files of an export or none", "[exchange][sink]") {
    const Folder folder;
    {
        FolderOutput output(folder / "out");
        output.open("a.json").write("1");
        output.open("b.json").write("2");
        CHECK_THROWS_AS(output.open("a.json"), Error);
        CHECK_THROWS_AS(output.open("../c.json"), Error);
    }
    CHECK(fs::is_empty(folder / "out"));
    FolderOutput output(folder / "out");
    CHECK(output.holds_several());
    output.open("a.json").write("1");
    output.open("b.json").write("2");
    output.finish();
    CHECK(output.names() == std::vector<std::string>{"a.json", "b.json"});
    CHECK(contents(folder / "out" / "a.json") == "1");
    CHECK(contents(folder / "out" / "b.json") == "2");
    CHECK_THROWS_AS(FolderOutput(folder / "out" / "a.json"), Error);
    CHECK_THROWS_AS(FolderOutput(folder / "no" / "such"), Error);
}

TEST_CASE("a single file takes one file only", "[exchange][sink]") {
    StringSink sink;
    SingleOutput output(sink);
    output.open("a").write("text");
    CHECK(sink.text() == "text");
    CHECK_THROWS_AS(output.open("b"), Error);
}
