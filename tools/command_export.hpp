#pragma once

#include "tools/command.hpp"

#include <string>
#include <vector>

namespace kwalign::tools {

/// `kwalign export`: standards for other programs.
class CommandExport : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    ExitCode run(Context& context) override;

private:
    std::vector<std::string> m_standards;
    std::string m_format = "json";
    std::string m_output;
    bool m_without_persons = false;
};

}  // namespace kwalign::tools
