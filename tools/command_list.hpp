#pragma once

#include "tools/command.hpp"

namespace kwalign::tools {

/// `kwalign list`: what the store holds.
class CommandList : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    ExitCode run(Context& context) override;
};

}  // namespace kwalign::tools
