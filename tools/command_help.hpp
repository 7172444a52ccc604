#pragma once

#include "tools/command.hpp"

#include <string>
#include <vector>

namespace kwalign::tools {

/// `kwalign help`: the program's or a command's help.
class CommandHelp : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    ExitCode run(Context& context) override;

private:
    std::vector<std::string> m_command;
};

}  // namespace kwalign::tools
