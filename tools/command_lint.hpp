#pragma once

#include "tools/app/lint.hpp"
#include "tools/command.hpp"

namespace kwalign::tools {

/// `kwalign lint`: what is odd about a document.
class CommandLint : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    void check() const override;
    ExitCode run(Context& context) override;

private:
    LintRequest m_request;
};

}  // namespace kwalign::tools
