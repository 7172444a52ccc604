#pragma once

#include "tools/app/cover.hpp"
#include "tools/command.hpp"

namespace kwalign::tools {

/// `kwalign cover`: what others cover of a standard's qualifications, rule by rule.
class CommandCover : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    void check() const override;
    ExitCode run(Context& context) override;

private:
    CoverRequest m_request;
};

}  // namespace kwalign::tools
