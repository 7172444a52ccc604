#pragma once

#include "tools/command.hpp"

#include <string>

namespace kwalign::tools {

/// `kwalign completion`: a shell's completion script, made from the commands themselves.
class CommandCompletion : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    ExitCode run(Context& context) override;

private:
    std::string m_shell;
    std::string m_output;
};

}  // namespace kwalign::tools
