#pragma once

#include "tools/command.hpp"

#include <string>

namespace kwalign::tools {

/// `kwalign dump`: one stage of reading, line by line.
class CommandDump : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    void check() const override;
    ExitCode run(Context& context) override;

private:
    std::string m_file;
    std::string m_stage;
    std::string m_password;
    std::string m_template;
};

}  // namespace kwalign::tools
