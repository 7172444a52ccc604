#include "tools/arguments.hpp"

#include "tools/program.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace kwalign;

namespace {

struct Line {
    tools::GlobalOptions globals;
    tools::CommandLine line{"prog", "Does things.", "1.2.3", globals};
    std::vector<std::string> files;
    std::string format = "text";
    std::vector<std::string> labels;
    std::size_t top = 0;
    std::optional<double> share;
    bool all = false;
    tools::Arguments& go;
    tools::Arguments& word;

    Line() : go(line.command("go", "goes")), word(line.command("word", "words")) {
        go.positionals("FILE", files, tools::ValueKind::file, 1, "what");
        go.choice("--format", format, {"text", "json"}, "how");
        go.options("--doc", labels, tools::ValueKind::text, "L", "labels");
        go.count("--top", top, 1, 10, "how many");
        go.share("--share", share, "how much");
        go.flag("-a,--all", all, "all");
        word.subcommand("look", "looks");
    }
};

std::string usage_error(const std::vector<std::string>& arguments) {
    Line line;
    try {
        line.line.parse(arguments);
    } catch (const tools::UsageError& error) {
        return std::string(error.what()) + " / " + error.command();
    }
    return {};
}

}  // namespace

TEST_CASE("Options and files may stand in any order", "[tools][arguments]") {
    Line line;
    line.line.parse({"go", "a", "--format", "json", "b", "-a", "--top=3", "--share", "0.25", "-", "--jobs", "2"});
    CHECK(line.files == std::vector<std::string>{"a", "b", "-"});
    CHECK(line.format == "json");
    CHECK(line.all);
    CHECK(line.top == 3);
    CHECK(line.share == 0.25);
    CHECK(line.globals.jobs == 2);
    CHECK(line.go.given());
    CHECK_FALSE(line.word.given());
}

TEST_CASE("Global options stand before or after the command", "[tools][arguments]") {
    Line before;
    before.line.parse({"--json", "--store", "x.db", "go", "a"});
    Line after;
    after.line.parse({"go", "a", "--json", "--store", "x.db"});
    for (const Line* line : {&before, &after}) {
        CHECK(line->globals.json);
        CHECK(line->globals.store == "x.db");
    }
}

TEST_CASE("A repeated option takes one value each and leaves the files alone", "[tools][arguments]") {
    Line line;
    line.line.parse({"go", "--doc", "A=1", "file", "--doc", "B=2", "other"});
    CHECK(line.labels == std::vector<std::string>{"A=1", "B=2"});
    CHECK(line.files == std::vector<std::string>{"file", "other"});
}

TEST_CASE("After two dashes everything is a file", "[tools][arguments]") {
    Line line;
    line.line.parse({"go", "--", "--all", "b"});
    CHECK(line.files == std::vector<std::string>{"--all", "b"});
    CHECK_FALSE(line.all);
}

TEST_CASE("Usage errors name the word at fault and the command", "[tools][arguments]") {
    CHECK(usage_error({"stop"}) == "there is no command \"stop\"; there are go, word / prog");
    CHECK(usage_error({}) == "a command is required: go, word / prog");
    CHECK(usage_error({"word"}) == "a command is required: look / prog word");
    CHECK(usage_error({"go", "--what"}) == "unknown option --what / prog go");
    CHECK(usage_error({"go", "a", "--format", "xml"}) == "--format: \"xml\" is not one of text, json / prog go");
    CHECK(usage_error({"go", "a", "--top", "0"}) == "--top: \"0\" is not a whole number from 1 to 10 / prog go");
    CHECK(usage_error({"go", "a", "--top", "3x"}) == "--top: \"3x\" is not a whole number from 1 to 10 / prog go");
    CHECK(usage_error({"go", "a", "--share", "nan"}) == "--share: \"nan\" is not a number from 0 to 1 / prog go");
    CHECK_THAT(usage_error({"go"}), Catch::Contains("FILE is required"));
    CHECK_THAT(usage_error({"go", "--format"}), Catch::Contains("--format"));
}

TEST_CASE("Help and version are texts and not errors", "[tools][arguments]") {
    const auto text_of = [](const std::vector<std::string>& arguments) {
        Line line;
        try {
            line.line.parse(arguments);
        } catch (const tools::TextRequest& request) {
            return request.text;
        }
        return std::string{};
    };
    CHECK(text_of({"--version"}) == "prog 1.2.3\n");
    CHECK_THAT(text_of({"--help"}), Catch::StartsWith("usage: prog COMMAND [OPTIONS]\nDoes things.\n"));
    CHECK_THAT(text_of({"go", "--help"}),
               Catch::StartsWith("usage: prog go [OPTIONS] FILE...\ngoes\n") && Catch::Contains("how (text, json)"));
    CHECK_THAT(text_of({"word", "look", "-h"}), Catch::StartsWith("usage: prog word look"));
}

TEST_CASE("Every command refuses what it cannot use before it touches a file", "[tools][arguments]") {
    const auto refused = [](const std::vector<std::string>& arguments) {
        std::istringstream in;
        std::ostringstream out;
        try {
            tools::Program().run(arguments, in, out, out);
        } catch (const tools::UsageError&) {
            return out.str().empty();
        }
        return false;
    };
    CHECK(refused({"evaluate", "--gold", "/nowhere"}));
    CHECK(refused({"evaluate", "a", "b"}));
    CHECK(refused({"evaluate", "a", "--gold", "/nowhere"}));
    CHECK(refused({"evaluate", "--gold", "/nowhere", "--doc", "A"}));
    CHECK(refused({"evaluate", "--gold", "/nowhere", "--doc", "A=1", "--doc", "A=2"}));
    CHECK(refused({"table", "a", "b", "-o", "file.doc"}));
    CHECK(refused({"table", "a", "b", "--date", "2024-1-1"}));
    CHECK(refused({"dump", "/nowhere"}));
    CHECK(refused({"ingest", "-", "-"}));
    CHECK(refused({"list", "--progress", "--no-progress"}));
}
