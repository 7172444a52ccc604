#pragma once

#include "tools/command.hpp"

#include <string>

namespace kwalign::tools {

/// `kwalign show`: one standard, whole.
class CommandShow : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    ExitCode run(Context& context) override;

private:
    std::string m_standard;
    std::string m_format;
    bool m_without_persons = false;
};

}  // namespace kwalign::tools
