#pragma once

#include "tools/command.hpp"

#include <string>

namespace kwalign::tools {

/// `kwalign diff`: what changed between two stores, exports or versions of a standard.
class CommandDiff : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    ExitCode run(Context& context) override;

private:
    std::string m_before;
    std::string m_after;
    std::string m_format;
    std::string m_output;
};

}  // namespace kwalign::tools
