#pragma once

#include "tools/app/align_standards.hpp"
#include "tools/command.hpp"

namespace kwalign::tools {

/// `kwalign align`: links between standards, stored.
class CommandAlign : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    void check() const override;
    ExitCode run(Context& context) override;

private:
    AlignRequest m_request;
    std::string m_level;
    bool m_dictionaries = false;
};

}  // namespace kwalign::tools
