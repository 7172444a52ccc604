#include "tools/command_help.hpp"

#include <ostream>

namespace kwalign::tools {

std::string CommandHelp::name() const { return "help"; }
std::string CommandHelp::summary() const { return "show the help of a command"; }

void CommandHelp::setup(Arguments& arguments) {
    arguments.positionals("COMMAND", m_command, ValueKind::text, 0, "a command; none: the program");
}

ExitCode CommandHelp::run(Context& context) {
    context.out << context.line.find(m_command).help();
    return ExitCode::done;
}

}  // namespace kwalign::tools
