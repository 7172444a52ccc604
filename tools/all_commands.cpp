#include "tools/command.hpp"
#include "tools/command_align.hpp"
#include "tools/command_completion.hpp"
#include "tools/command_cover.hpp"
#include "tools/command_diff.hpp"
#include "tools/command_dump.hpp"
#include "tools/command_evaluate.hpp"
#include "tools/command_export.hpp"
#include "tools/command_help.hpp"
#include "tools/command_import.hpp"
#include "tools/command_ingest.hpp"
#include "tools/command_lexicon.hpp"
#include "tools/command_lint.hpp"
#include "tools/command_list.hpp"
#include "tools/command_show.hpp"
#include "tools/command_table.hpp"
#include "tools/command_template.hpp"

namespace kwalign::tools {

std::vector<std::unique_ptr<Command>> all_commands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<CommandIngest>());
    commands.push_back(std::make_unique<CommandList>());
    commands.push_back(std::make_unique<CommandShow>());
    commands.push_back(std::make_unique<CommandLint>());
    commands.push_back(std::make_unique<CommandDump>());
    commands.push_back(std::make_unique<CommandAlign>());
    commands.push_back(std::make_unique<CommandTable>());
    commands.push_back(std::make_unique<CommandTemplate>());
    commands.push_back(std::make_unique<CommandCover>());
    commands.push_back(std::make_unique<CommandEvaluate>());
    commands.push_back(std::make_unique<CommandExport>());
    commands.push_back(std::make_unique<CommandImport>());
    commands.push_back(std::make_unique<CommandDiff>());
    commands.push_back(std::make_unique<CommandLexicon>());
    commands.push_back(std::make_unique<CommandCompletion>());
    commands.push_back(std::make_unique<CommandHelp>());
    return commands;
}

}  // namespace kwalign::tools
