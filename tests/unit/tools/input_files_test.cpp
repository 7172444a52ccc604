#include "tools/app/input_files.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace kwalign;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for each test, gone afterwards.
class Folder {
public:
    Folder() : m_path(fs::temp_directory_path() / ("kwalign-inputs-" + std::to_string(getpid()))) { fs::create_directories(m_path); }
    ~Folder() { fs::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string write(const std::string& name, const std::string& text = "text") const {
        fs::create_directories((m_path / name).parent_path());
        std::ofstream(m_path / name) << text;
        return (m_path / name).string();
    }
    [[nodiscard]] std::string path() const { return m_path.string(); }

private:
    fs::path m_path;
};

std::vector<std::string> paths(const tools::InputList& list) {
    std::vector<std::string> result;
    for (const auto& file : list.files) result.push_back(file.path);
    return result;
}

}  // namespace

TEST_CASE("A folder gives its documents sorted and nothing else", "[tools][inputs]") {
    const Folder folder;
    const auto b = folder.write("b.PDF");
    const auto a = folder.write("sub/a.txt");
    folder.write("picture.png");
    folder.write(".hidden/c.txt");
    folder.write(".d.txt");
    const auto list = tools::collect_inputs({folder.path()});
    CHECK(paths(list) == std::vector{b, a});
    CHECK(list.skipped == 1);
}

TEST_CASE("Named files are taken whatever their suffix and once", "[tools][inputs]") {
    const Folder folder;
    const auto file = folder.write("document.xyz");
    CHECK(paths(tools::collect_inputs({file, "-", file})) == std::vector<std::string>{file, "-"});
}

TEST_CASE("A list file names paths and no further lists", "[tools][inputs]") {
    const Folder folder;
    const auto file = folder.write("a.txt");
    const auto list = folder.write("list", file + "\r\n\n@other\n");
    const auto inputs = tools::collect_inputs({"@" + list});
    REQUIRE(inputs.files.size() == 2);
    CHECK(inputs.files[0].path == file);
    CHECK_FALSE(inputs.files[0].error.has_value());
    CHECK(inputs.files[1].path == "@other");
    CHECK(inputs.files[1].error->code() == model::ErrorCode::not_found);
}

TEST_CASE("What cannot be read is listed with the reason", "[tools][inputs]") {
    const Folder folder;
    fs::create_directories(folder.path() + "/empty");
    const auto inputs = tools::collect_inputs({folder.path() + "/missing", folder.path() + "/empty"});
    REQUIRE(inputs.files.size() == 2);
    CHECK(inputs.files[0].error->code() == model::ErrorCode::not_found);
    CHECK(inputs.files[1].error->code() == model::ErrorCode::empty_input);
}

TEST_CASE("A pattern that the shell left alone gives what it matches", "[tools][inputs]") {
    const Folder folder;
    const auto b = folder.write("b/one.pdf");
    const auto a = folder.write("a/one.pdf");
    folder.write("a/two.txt");
    CHECK(paths(tools::collect_inputs({folder.path() + "/*/one.p?f"})) == std::vector{a, b});
    const auto odd = folder.write("[draft].pdf");
    CHECK(paths(tools::collect_inputs({folder.path() + "/[draft].pdf"})) == std::vector{odd});
    const auto nothing = tools::collect_inputs({folder.path() + "/*.docx"});
    REQUIRE(nothing.files.size() == 1);
    CHECK(nothing.files[0].error->code() == model::ErrorCode::not_found);
}

TEST_CASE("Lists may have NUL between paths and come from standard input", "[tools][inputs]") {
    const Folder folder;
    const auto line_end = folder.write("two\nlines.txt");
    const auto star = folder.write("*.txt");
    const auto list = folder.write("list", line_end + std::string(1, '\0') + star + std::string(1, '\0'));
    CHECK(paths(tools::collect_inputs({}, {list})) == std::vector{line_end, star});
    CHECK(paths(tools::collect_inputs({}, {"-"}, star + "\n")) == std::vector{star});
    const auto missing = tools::collect_inputs({}, {folder.path() + "/no-list"});
    REQUIRE(missing.files.size() == 1);
    CHECK(missing.files[0].error->code() == model::ErrorCode::not_found);
}
