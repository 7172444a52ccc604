#include "tools/command_completion.hpp"

#include "tools/completion.hpp"

namespace kwalign::tools {

std::string CommandCompletion::name() const { return "completion"; }
std::string CommandCompletion::summary() const { return "print the completion script of a shell"; }

void CommandCompletion::setup(Arguments& arguments) {
    arguments.positional_choice("SHELL", m_shell, {"bash", "fish", "zsh"}, "the shell");
    arguments.option("-o,--output", m_output, ValueKind::file, "FILE", "where to; default, and with -: standard output");
}

ExitCode CommandCompletion::run(Context& context) {
    write_output(context, m_output, completion_script(context.line.root(), m_shell));
    return ExitCode::done;
}

}  // namespace kwalign::tools
