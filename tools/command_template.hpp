#pragma once

#include "tools/app/template_check.hpp"
#include "tools/command.hpp"

namespace kwalign::tools {

/// `kwalign template`: which templates there are, and how one of them reads a document.
class CommandTemplate : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    ExitCode run(Context& context) override;

private:
    ExitCode check_file(Context& context) const;
    ExitCode list(Context& context) const;

    // Owned by the command line.
    Arguments* m_check = nullptr;
    Arguments* m_list = nullptr;

    TemplateCheckRequest m_request;
};

}  // namespace kwalign::tools
