#include "tools/completion.hpp"

#include "tools/program.hpp"

#include <catch2/catch.hpp>

using namespace kwalign;

TEST_CASE("Completion scripts know every command and option", "[tools][completion]") {
    const tools::Program program;
    const std::string shell = GENERATE("bash", "zsh", "fish");
    const std::string script = tools::completion_script(program.line().root(), shell);
    CAPTURE(shell);
    for (const auto& command : program.line().root().subcommands()) {
        CHECK_THAT(script, Catch::Contains(command->name()));
        for (const tools::OptionInfo& info : command->infos()) {
            if (info.positional) continue;
            const std::string& name = info.names.back();
            CHECK_THAT(script, Catch::Contains(shell == "fish" ? "-l " + name.substr(2) : name));
            for (const std::string& choice : info.choices) CHECK_THAT(script, Catch::Contains(choice));
        }
    }
}

TEST_CASE("No completion for a shell that is not known", "[tools][completion]") {
    const tools::Program program;
    CHECK_THROWS_AS(tools::completion_script(program.line().root(), "tcsh"), tools::UsageError);
}
