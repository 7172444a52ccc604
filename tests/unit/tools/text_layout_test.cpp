#include "tools/app/text_layout.hpp"

#include <catch2/catch.hpp>

using namespace kwalign::tools;

TEST_CASE("A share is only whole when it is", "[tools][text]") {
    CHECK(percent(1.0) == "100%");
    CHECK(percent(0.9999) == "99%");
    CHECK(percent(0.0) == "0%");
    CHECK(percent(0.0001) == "1%");
    CHECK(percent(0.874) == "87%");
}

TEST_CASE("Numbers have as many decimals as asked", "[tools][text]") {
    CHECK(fixed(2.0 / 3.0, 3) == "0.667");
    CHECK(fixed(std::nullopt, 3) == "-");
}

TEST_CASE("Columns are padded by characters and not by bytes", "[tools][text]") {
    Columns table({Columns::Align::left, Columns::Align::right, Columns::Align::left});
    table.add({"õun", "1", ""});
    table.add({"pear", "20", "x"});
    CHECK(table.str(" ") == " õun    1\n pear  20  x\n");
}

TEST_CASE("Shortened text keeps whole characters", "[tools][text]") {
    CHECK(shortened("õäöü", 4) == "õäöü");
    CHECK(shortened("õäöüx", 4) == "õäö…");
    CHECK(shortened("one two", 5) == "one…");
}

TEST_CASE("Counts agree with their nouns", "[tools][text]") {
    CHECK(counted(1, "file") == "1 file");
    CHECK(counted(0, "file") == "0 files");
    CHECK(counted(2, "entry", "entries") == "2 entries");
}

TEST_CASE("Splitting and joining are inverse", "[tools][text]") {
    const auto parts = split("a,,b", ',');
    CHECK(parts == std::vector<std::string_view>{"a", "", "b"});
    CHECK(split("", ',').size() == 1);
    CHECK(joined({"a", "", "b"}, ",") == "a,,b");
}
