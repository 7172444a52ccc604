#include "tools/app/data_folder.hpp"

#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace kwalign;

TEST_CASE("A given data folder is taken when it holds templates", "[tools][data]") {
    const std::string corpora = KWALIGN_SOURCE_DIR "/corpora";
    CHECK(tools::find_data_folder(corpora) == corpora);
}

TEST_CASE("A given data folder without templates is an error and no reason to look elsewhere", "[tools][data]") {
    const std::string wrong = std::filesystem::temp_directory_path().string() + "/kwalign-no-such-data";
    CHECK_THROWS_WITH(tools::find_data_folder(wrong), Catch::Contains(wrong) && Catch::Contains("KWALIGN_DATA"));
}
