#pragma once

#include "tools/app/align_standards.hpp"
#include "tools/command.hpp"

#include <string>

namespace kwalign::tools {

/// `kwalign table`: the equivalence table as a file.
class CommandTable : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    void check() const override;
    ExitCode run(Context& context) override;

private:
    [[nodiscard]] std::string format(const Context& context) const;

    AlignRequest m_request;
    std::string m_format;
    std::string m_output;
    std::string m_level = "unit";
    bool m_all = false;
    bool m_without_persons = false;
};

}  // namespace kwalign::tools
