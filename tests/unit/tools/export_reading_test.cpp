#include "tools/app/export_reading.hpp"

#include "model/error.hpp"
#include "model/identity.hpp"
#include "model/json_codec.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;

namespace {

std::string standard_json(const char* title) {
    model::Standard standard;
    standard.framework = "ours";
    standard.kind = "competence_list";
    standard.title = title;
    model::assign_identities(standard);
    return model::to_json(standard);
}

model::ErrorCode code_of(std::string_view bytes) {
    try {
        static_cast<void>(tools::read_export("x", bytes, ""));
    } catch (const model::Error& error) {
        return error.code();
    }
    FAIL("nothing was thrown");
    return model::ErrorCode::internal;
}

}  // namespace

TEST_CASE("One standard and an array of them are read whatever the file is called", "[tools][ingest]") {
    const tools::FileReading one = tools::read_export("x", standard_json("Baker"), "");
    CHECK(one.standard->title == "Baker");
    CHECK(one.more.empty());
    const tools::FileReading two = tools::read_export("x.txt", "[" + standard_json("Baker") + "," + standard_json("Cook") + "]", "");
    REQUIRE(two.more.size() == 1);
    CHECK(two.more[0].title == "Cook");
    CHECK(two.media_type == "application/json");
}

TEST_CASE("A reading of several standards survives the pipe", "[tools][ingest]") {
    tools::FileReading reading = tools::read_export("x", "[" + standard_json("Baker") + "," + standard_json("Cook") + "]", "");
    reading.message = "a remark";
    const std::string bytes = tools::to_bytes(reading);
    const tools::FileReading back = tools::reading_from_bytes(bytes);
    CHECK(back.message == "a remark");
    CHECK(back.sha256 == reading.sha256);
    REQUIRE(back.more.size() == 1);
    CHECK(back.more[0].title == "Cook");
    for (std::size_t length = 1; length + 1 < bytes.size(); length += 7) {
        model::ErrorCode code = model::ErrorCode::internal;
        std::size_t more = 0;
        try {
            more = tools::reading_from_bytes(std::string_view(bytes).substr(0, length)).more.size();
        } catch (const model::Error& error) {
            code = error.code();
        }
        CHECK(code == model::ErrorCode::internal);
        CHECK(more == 0);
    }
}

TEST_CASE("JSON of other programs is refused", "[tools][ingest]") {
    CHECK(code_of("{\"name\": \"package\"}") == model::ErrorCode::unsupported);
    CHECK(code_of("[{\"id\": \"a\", \"framework\": 3}]") == model::ErrorCode::bad_data);
}
