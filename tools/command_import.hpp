#pragma once

#include "tools/app/import_files.hpp"
#include "tools/command.hpp"

#include <string>
#include <vector>

namespace kwalign::tools {

/// `kwalign import`: standards and mappings of other programs into the store.
class CommandImport : public Command {
public:
    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void setup(Arguments& arguments) override;
    void check() const override;
    ExitCode run(Context& context) override;

private:
    std::vector<std::string> m_paths;
    std::string m_metadata;
    ImportRequest m_request;
};

}  // namespace kwalign::tools
